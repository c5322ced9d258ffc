using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Responsables.Web.Accounts;

/// <summary>What goes from one page to the next while a second factor is asked for or set up: sealed by the keys of the site, good for some minutes, on any node.</summary>
internal sealed class SecondStep(IDataProtectionProvider protection, TimeProvider clock)
{
    private const char Separator = '|';

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The password of this account was right.</summary>
    public string Write(Guid accountId, string stamp) => Seal(accountId, stamp);

    public (Guid AccountId, string Stamp)? Read(string proof) => Open(proof);

    /// <summary>This secret is being shown to this person.</summary>
    public string WriteSecret(Guid accountId, string secret) => Seal(accountId, secret, "secret");

    public string? ReadSecret(Guid accountId, string text) => Open(text, "secret") is var (owner, secret) && owner == accountId ? secret : null;

    private string Seal(Guid id, string text, string use = "step") => Protector(use).Protect(
        string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() + Patience).UtcTicks}{Separator}{id:D}{Separator}{text}"));

    private (Guid Id, string Text)? Open(string text, string use = "step")
    {
        try
        {
            var parts = Protector(use).Unprotect(text).Split(Separator, 3);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks ? (Guid.Parse(parts[1]), parts[2]) : null;
        }
        catch (CryptographicException)
        {
            // Not written by this site, or with keys that are gone.
            return null;
        }
    }

    private IDataProtector Protector(string use) => protection.CreateProtector("Responsables.SecondStep", use);
}
