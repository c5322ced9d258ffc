using System.Security.Cryptography;
using Responsables.Domain.Accounts;

namespace Responsables.App.Accounts;

/// <summary>Codes that stand for a lost second factor, each once: 80 bits of chance, shown when they are made and never again.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Texts)
{
    private const int Count = 10;
    private const int Bytes = 10;

    public static RecoveryCodes New() =>
        new([.. Enumerable.Range(0, Count).Select(_ => TotpSecret.Of(RandomNumberGenerator.GetBytes(Bytes)).Grouped.Replace(' ', '-'))]);

    /// <summary>What is kept of a code, however it was typed.</summary>
    public static string HashOf(string typed) => LinkToken.HashOf(new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));

    internal IReadOnlyList<string> Hashes => [.. Texts.Select(HashOf)];

    /// <summary>Tells these codes from those of another request.</summary>
    public string Seal => LinkToken.HashOf(string.Join(' ', Texts));
}
