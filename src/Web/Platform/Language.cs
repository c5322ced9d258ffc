using System.Globalization;

namespace Responsables.Web.Platform;

/// <summary>The language of the page: <c>?lang=en</c>, then what was chosen before, then French.</summary>
internal sealed class Language(RequestDelegate next, Instance instance)
{
    public const string Name = "lang";

    private static readonly Dictionary<string, CultureInfo> Known = new() { ["fr"] = new("fr-FR"), ["en"] = new("en-GB") };

    public static IReadOnlyCollection<string> Codes => Known.Keys;

    /// <summary>The language of the page being written.</summary>
    public static string Code => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public Task InvokeAsync(HttpContext http)
    {
        var asked = http.Request.Query[Name].ToString();
        if (Known.ContainsKey(asked))
        {
            http.Response.Cookies.Append(
                instance.CookieName(Name), asked,
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Path = "/", Secure = instance.IsHttps });
        }
        else
        {
            asked = http.Request.Cookies[instance.CookieName(Name)] ?? "fr";
        }

        var culture = Known.GetValueOrDefault(asked) ?? Known["fr"];
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        return next(http);
    }
}
