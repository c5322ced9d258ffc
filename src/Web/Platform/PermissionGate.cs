using Responsables.Domain.Accounts;

namespace Responsables.Web.Platform;

/// <summary>Lets a request in when its endpoint's permission is held; what names no permission is refused.</summary>
internal sealed class PermissionGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var needed = http.GetEndpoint()?.Metadata.GetMetadata<PermissionNeeded>();
        if (needed?.Permission == Permission.Anonymous)
        {
            return next(http);
        }

        if (http.Actor() is not { } actor)
        {
            return SendToSignInAsync(http);
        }

        if (needed is not null && actor.MaySomewhere(needed.Permission))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static Task SendToSignInAsync(HttpContext http)
    {
        if (ErrorPages.WantsJson(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            // What was posted is lost with the session; the page it was on is where to come back to.
            var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.PathBase + http.Request.Path + http.Request.QueryString : "/";
            http.Response.Redirect($"/connexion?retour={Uri.EscapeDataString(back)}");
        }

        return Task.CompletedTask;
    }
}
