using Responsables.Domain.Accounts;

namespace Responsables.Web.Platform;

/// <summary>Lets a request in when its endpoint's permission is held; what names no permission is refused.</summary>
internal sealed class PermissionGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.OwesSecondFactor() && http.GetEndpoint()?.Metadata.GetMetadata<OpenWithoutSecondFactor>() is null && !IsOpen(http))
        {
            http.Response.Redirect("/mon-compte/double-authentification");
            return Task.CompletedTask;
        }

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

    // What anyone may read stays open, without any right; home is where the person is told what to do first.
    private static bool IsOpen(HttpContext http)
    {
        if (http.Request.Path == "/" || http.GetEndpoint()?.Metadata.GetMetadata<PermissionNeeded>()?.Permission != Permission.Anonymous)
        {
            return false;
        }

        http.Disarm();
        return true;
    }

    private static string CameFrom(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery : "/";

    private static Task SendToSignInAsync(HttpContext http)
    {
        if (ErrorPages.WantsJson(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            // What was posted is lost with the session; the page it was on is where to come back to.
            var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.PathBase + http.Request.Path + http.Request.QueryString : CameFrom(http.Request);
            http.Response.Redirect($"/connexion?retour={Uri.EscapeDataString(back)}");
        }

        return Task.CompletedTask;
    }
}
