namespace Responsables.Web.Platform;

/// <summary>Whether single keys act on a page: on, until their person turns them off in this browser.</summary>
internal static class Shortcuts
{
    private const string Name = "touches";
    private const string Off = "non";

    public static bool AreOn(HttpRequest request, Instance instance) => request.Cookies[instance.CookieName(Name)] != Off;

    /// <summary>Turns them off or on, and goes back to the page.</summary>
    public static IResult Set(Form form, HttpContext http, Instance instance)
    {
        var isOff = form[Name] == Off;
        http.Response.Cookies.Append(
            instance.CookieName(Name), isOff ? Off : "oui",
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Path = "/", Secure = instance.IsHttps });
        return Page.GoTo(LocalUrl.OrHome(form["retour"]), isOff ? "kit.keys.turned-off" : "kit.keys.turned-on");
    }
}
