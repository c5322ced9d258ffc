using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Responsables.App.Outbox;

namespace Responsables.Web.Outbox;

/// <summary>Enciphers the secrets of links with the keys of the site, for the minutes that they wait to be sent.</summary>
internal sealed class LinkSecrets(IDataProtectionProvider protection) : ILinkSecrets
{
    private readonly IDataProtector protector = protection.CreateProtector("Responsables.Outbox.Link");

    public string Hide(string secret) => protector.Protect(secret);

    public string? Show(string hidden)
    {
        try
        {
            return protector.Unprotect(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
