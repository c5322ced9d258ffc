using System.Security.Cryptography;
using System.Text;

namespace Responsables.Domain.Publications;

/// <summary>The keys by which editions are signed: ECDSA over P-256.</summary>
public static class EditionKeys
{
    /// <summary>Signs a seal.</summary>
    public static EditionSignature Sign(ECDsa key, string seal)
    {
        var publicKey = key.ExportSubjectPublicKeyInfo();
        var signed = key.SignData(Encoding.UTF8.GetBytes(seal), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new EditionSignature(Fingerprint(publicKey), Convert.ToBase64String(publicKey), Convert.ToBase64String(signed));
    }

    /// <summary>SHA-256 of a public key (SubjectPublicKeyInfo), in lower case hexadecimal.</summary>
    public static string Fingerprint(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    /// <summary>Whether a signature is of a seal by a public key, and whose key it is.</summary>
    public static (SignatureState State, string? Key) Verify(ReadOnlySpan<byte> publicKey, string seal, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
        }
        catch (CryptographicException)
        {
            return (SignatureState.Absent, null);
        }

        return (
            key.VerifyData(Encoding.UTF8.GetBytes(seal), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) ? SignatureState.Holds : SignatureState.Broken,
            Fingerprint(publicKey));
    }
}
