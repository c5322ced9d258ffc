using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Platform;

/// <summary>The present request as pages see it: who looks, where, and what was just done. Every component has it as <c>Visit</c>.</summary>
internal sealed class Visit(IHttpContextAccessor accessor, IAntiforgery antiforgery, IDataProtectionProvider protection, Instance instance)
{
    private const string NoticeCookie = "fait";

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Who looks; null when nobody is signed in.</summary>
    public Actor? Actor => Http.Actor();

    /// <summary>When the session of whoever looks ends; null when nobody is signed in.</summary>
    public Session? Session => Http.Session();

    public Instance Instance => instance;

    public string Path => Http.Request.Path;

    /// <summary>Whether single keys act on this page.</summary>
    public bool HasKeys => Shortcuts.AreOn(Http.Request, instance);

    /// <summary>Whether whoever looks holds a permission somewhere: for drawing a link.</summary>
    public bool May(Permission permission) => permission == Permission.Anonymous || Actor?.MaySomewhere(permission) == true;

    /// <summary>Where the page is found, when an act that was refused shows it again at an address of its own.</summary>
    public (string Path, string Query)? StandsAt { get; set; }

    /// <summary>The path at which the page is found.</summary>
    public string Here => StandsAt?.Path ?? Path;

    /// <summary>This address with one parameter of its query changed, or removed when null.</summary>
    public string With(string name, string? value)
    {
        var asked = StandsAt is { } there ? QueryHelpers.ParseQuery(there.Query) : Http.Request.Query.ToDictionary(q => q.Key, q => q.Value);
        var query = asked.Where(q => q.Key != name).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        return Here + QueryString.Create(value is null ? query : query.Append(new(name, value)));
    }

    public (string Name, string Value) FormToken()
    {
        var tokens = antiforgery.GetAndStoreTokens(Http);
        return (tokens.FormFieldName, tokens.RequestToken ?? "");
    }

    /// <summary>Leaves a sentence for the next page that is shown.</summary>
    public void LeaveNotice(string key, string[] arguments) => Http.Response.Cookies.Append(
        instance.CookieName(NoticeCookie),
        Protector.Protect(JsonSerializer.Serialize(new Notice(key, arguments))),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1), Path = "/", Secure = instance.IsHttps, IsEssential = true });

    /// <summary>The sentence left by the act before, once.</summary>
    public string? TakeNotice()
    {
        var name = instance.CookieName(NoticeCookie);
        if (Http.Request.Cookies[name] is not { } left || Http.Response.HasStarted)
        {
            return null;
        }

        Http.Response.Cookies.Delete(name, new CookieOptions { Path = "/", Secure = instance.IsHttps });
        try
        {
            var notice = JsonSerializer.Deserialize<Notice>(Protector.Unprotect(left))!;
            return Texts.T[notice.Key, [.. notice.Arguments]];
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Written by another site of the domain, or with keys that are gone: it says nothing.
            return null;
        }
    }

    private IDataProtector Protector => protection.CreateProtector("Responsables.Notice");

    private sealed record Notice(string Key, string[] Arguments);
}
