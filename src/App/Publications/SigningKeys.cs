using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>Where the key of the instance is, when it is not in the database.</summary>
/// <param name="File">A PEM file with a private key over P-256; null: the key is made on first use and kept in the database.</param>
public sealed record SigningSettings(string? File)
{
    public const string Variable = "RESPONSABLES_SIGNING_KEY";

    public static SigningSettings Of(Func<string, string?> setting) => new(setting(Variable) is { Length: > 0 } file ? file : null);
}

/// <summary>The keys by which this instance signs its editions.</summary>
public sealed class SigningKeys(AppDb db, SigningSettings settings)
{
    /// <summary>Signs with the key of the instance, which is made on first use; in the caller's transaction.</summary>
    public async Task<EditionSignature> SignAsync(string seal, DateTimeOffset now, CancellationToken cancel)
    {
        using var key = settings.File is { } file ? OfFile(await File.ReadAllTextAsync(file, cancel)) : await OfDatabaseAsync(now, cancel);
        var signature = EditionKeys.Sign(key, seal);
        if (settings.File is not null && !await db.SigningKeys.AnyAsync(k => k.Fingerprint == signature.Key, cancel))
        {
            db.SigningKeys.Add(new SigningKey { Fingerprint = signature.Key, PublicKey = signature.PublicKey, At = now });
        }

        return signature;
    }

    /// <summary>The public keys, the latest first.</summary>
    public async Task<IReadOnlyList<(string Fingerprint, string PublicKey)>> PublicAsync(CancellationToken cancel) =>
        [.. (await db.SigningKeys.AsNoTracking().OrderByDescending(k => k.At).Select(k => new { k.Fingerprint, k.PublicKey }).ToListAsync(cancel)).Select(k => (k.Fingerprint, k.PublicKey))];

    /// <summary>The key of a signature as it stands in files.</summary>
    internal async Task<EditionSignature> OfAsync(Edition edition, CancellationToken cancel) => new(
        edition.SignedWith, await db.SigningKeys.AsNoTracking().Where(k => k.Fingerprint == edition.SignedWith).Select(k => k.PublicKey).SingleAsync(cancel), edition.Signature);

    /// <summary>Why the key that was set cannot sign; null when it can, or when none was set.</summary>
    public async Task<Problem?> RefusalAsync(CancellationToken cancel)
    {
        try
        {
            using var key = settings.File is { } file ? OfFile(await File.ReadAllTextAsync(file, cancel)) : null;
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            return new Problem("publications.signing-key", null, SigningSettings.Variable);
        }
    }

    private static ECDsa OfFile(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value ? key : throw new CryptographicException("P-256");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private async Task<ECDsa> OfDatabaseAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.SigningKeys.AsNoTracking().Where(k => k.PrivateKey != null).OrderByDescending(k => k.At).FirstOrDefaultAsync(cancel) is { } kept)
        {
            var found = ECDsa.Create();
            found.ImportPkcs8PrivateKey(Convert.FromBase64String(kept.PrivateKey!), out _);
            return found;
        }

        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = made.ExportSubjectPublicKeyInfo();
        db.SigningKeys.Add(new SigningKey
        {
            Fingerprint = EditionKeys.Fingerprint(publicKey),
            PublicKey = Convert.ToBase64String(publicKey),
            PrivateKey = Convert.ToBase64String(made.ExportPkcs8PrivateKey()),
            At = now,
        });
        return made;
    }
}
