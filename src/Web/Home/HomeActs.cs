using Responsables.App.Home;
using Responsables.Web.Platform;

namespace Responsables.Web.Home;

/// <summary>The home page: that of the person who is signed in, else the welcome.</summary>
internal static class HomeActs
{
    public static async Task<IResult> ShowAsync(HttpContext http, HomeQuery query, TimeProvider clock, CancellationToken cancel) =>
        http.Actor() is { } actor
            ? Page.Of<HomePage>(new { View = await query.RunAsync(actor, cancel), Now = clock.GetUtcNow() })
            : Page.Of<WelcomePage>();
}
