using Responsables.App.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>What became of a link.</summary>
/// <param name="Url">To be shown once and handed over; null when it leaves by e-mail, or when the same request had already shown it.</param>
/// <param name="IsMailed">Whether it leaves by e-mail.</param>
public sealed record DeliveredLink(string Email, DateTimeOffset ExpiresAt, string? Url, bool IsMailed);

/// <summary>Gives a link to be shown once to whoever made it, where it does not leave by e-mail.</summary>
internal sealed class LinkDelivery(Instance instance, IHttpContextAccessor accessor)
{
    /// <param name="path">Where the link leads.</param>
    public DeliveredLink Of(LinkMade made, LinkToken token, string path = "invitation") =>
        new(made.Email, made.ExpiresAt, made.Opens(token) && !made.IsMailed ? AddressOf($"/{path}/{token.Text}") : null, made.IsMailed);

    /// <summary>The whole address of a page of the site.</summary>
    private string AddressOf(string path)
    {
        var request = accessor.HttpContext?.Request;
        var site = instance.PublicUrl?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? $"{request?.Scheme}://{request?.Host}";
        return site + path;
    }
}
