using Microsoft.AspNetCore.Antiforgery;

namespace Responsables.Web.Platform;

/// <summary>Refuses whatever changes something without the token of a form of this site (400). Reading is let through.</summary>
internal sealed class FormGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (reads || http.GetEndpoint() is null || http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true })
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}

internal static class FormGuardRegistration
{
    /// <summary>Asks the framework to check the token on every endpoint of the group; <see cref="FormGuard"/> refuses what it did not find valid.</summary>
    public static RouteGroupBuilder AddFormGuard(this RouteGroupBuilder group) => group.WithMetadata(new TokenRequired());

    private sealed class TokenRequired : IAntiforgeryMetadata
    {
        public bool RequiresValidation => true;
    }
}
