using Microsoft.AspNetCore.Authorization;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Platform;

/// <summary>The row of the permission table that an endpoint stands on.</summary>
internal sealed record PermissionNeeded(Permission Permission);

/// <summary>How an endpoint names its permission.</summary>
internal static class Permissions
{
    /// <summary>Lets in those who hold the permission somewhere; the use case or query then looks at what exactly.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(new PermissionNeeded(permission));
        return permission == Permission.Anonymous ? endpoint.WithMetadata(new AllowAnonymousAttribute()) : endpoint;
    }

    /// <summary>Who is asking; null when nobody is signed in.</summary>
    public static Actor? Actor(this HttpContext http) => http.Items.TryGetValue(typeof(Actor), out var actor) ? (Actor?)actor : null;

    public static void SetActor(this HttpContext http, Actor actor) => http.Items[typeof(Actor)] = actor;

    /// <summary>Who is asking, on an endpoint that lets in only people who are signed in.</summary>
    public static Actor SignedIn(this HttpContext http) => http.Actor() ?? throw new InvalidOperationException("Nobody is signed in.");
}

/// <summary>Refuses at start a site with an endpoint that names no permission.</summary>
internal static class EndpointRules
{
    public static void Check(IEndpointRouteBuilder site)
    {
        var faulty = Of(site).Where(e => e.Metadata.GetMetadata<PermissionNeeded>() is null).Select(e => e.DisplayName).ToList();
        if (faulty.Count > 0)
        {
            throw new InvalidOperationException($"Endpoints without a permission (.Needs): {string.Join(", ", faulty)}");
        }
    }

    public static IEnumerable<RouteEndpoint> Of(IEndpointRouteBuilder site) => site.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
}
