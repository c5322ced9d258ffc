using Microsoft.AspNetCore.Authorization;
using Responsables.App.Accounts;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Platform;

/// <summary>The row of the permission table that an endpoint stands on.</summary>
internal sealed record PermissionNeeded(Permission Permission);

/// <summary>Marks what is open to people who have yet to set up the second factor that their role asks for.</summary>
internal sealed record OpenWithoutSecondFactor;

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

    public static void SetHolder(this HttpContext http, SessionHolder holder)
    {
        http.Items[typeof(Actor)] = holder.Actor;
        http.Items[typeof(SessionHolder)] = holder;
    }

    /// <summary>Whether whoever asks has to set up a second factor before anything else.</summary>
    public static bool OwesSecondFactor(this HttpContext http) => http.Items.TryGetValue(typeof(SessionHolder), out var holder) && holder is SessionHolder { OwesSecondFactor: true };

    /// <summary>Leaves whoever asks with no right at all for the rest of the request.</summary>
    public static void Disarm(this HttpContext http) => http.Items[typeof(Actor)] = http.SignedIn() with { Grants = [] };

    /// <summary>Open to people who have yet to set up the second factor that their role asks for.</summary>
    public static TBuilder WithoutSecondFactor<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenWithoutSecondFactor());

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
