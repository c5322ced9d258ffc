using System.Data.Common;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Responsables.App.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>The session: a cookie checked against the account at each request, over after eight hours of rest or twelve in all.</summary>
internal static class SessionCookie
{
    private const string Began = "began";
    private static readonly TimeSpan Rest = TimeSpan.FromHours(8);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static void AddSessionCookie(this IServiceCollection services) => services
        .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
        .Configure<Instance, TimeProvider>((options, instance, clock) =>
        {
            options.Cookie.Name = instance.CookieName("session");
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = instance.CookieSecurity;
            options.Cookie.Path = "/";
            options.ExpireTimeSpan = Rest;
            options.SlidingExpiration = true;
            options.TimeProvider = clock;
            options.Events = new CookieAuthenticationEvents
            {
                OnSigningIn = context =>
                {
                    context.Properties.Items[Began] = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
                    return Task.CompletedTask;
                },
                OnValidatePrincipal = CheckOrLetReadStateAsync,
            };
        });

    // The page that tells whether the service works is read without the database: nobody in particular asks for it then, and the session stays.
    private static async Task CheckOrLetReadStateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            await CheckAsync(context);
        }
        catch (DbException) when (context.HttpContext.Request.Path == "/etat-du-service")
        {
            context.RejectPrincipal();
        }
    }

    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var stamps = http.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (Guid.TryParse(context.Principal?.FindFirstValue(stamps.UserIdClaimType), out var id)
            && context.Properties.Items.TryGetValue(Began, out var began)
            && long.TryParse(began, CultureInfo.InvariantCulture, out var ticks)
            && now.UtcTicks - ticks < Longest.Ticks
            && await http.RequestServices.GetRequiredService<ActorQuery>().FindAsync(id, context.Principal!.FindFirstValue(stamps.SecurityStampClaimType), http.RequestAborted) is { } holder)
        {
            http.SetHolder(holder);
            http.SetSession(Ends(context.Properties, now, ticks));
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(context.Scheme.Name);
    }

    // The cookie is renewed by the request that comes in the second half of its life, never beyond the longest session.
    private static Session Ends(AuthenticationProperties cookie, DateTimeOffset now, long began)
    {
        var last = new DateTimeOffset(began, TimeSpan.Zero) + Longest;
        var end = cookie is { ExpiresUtc: { } expires, IssuedUtc: { } issued } && expires - now > now - issued ? expires : now + Rest;
        return new Session(end < last ? end : last, last);
    }
}
