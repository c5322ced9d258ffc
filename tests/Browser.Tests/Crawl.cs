using AngleSharp.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Responsables.Web.Platform;
using Responsables.Web.Tests;

namespace Responsables.Browser.Tests;

/// <summary>Follows the links of the site, as one person, until each kind of page has been seen once: a kind is an endpoint.</summary>
internal sealed class Crawl(Site site)
{
    private readonly List<(string Pattern, TemplateMatcher Matcher)> kinds =
    [
        .. from endpoint in EndpointRules.Of(site.Host)
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false && endpoint.RoutePattern.RawText!.TrimStart('/') != "{*path}"
        // What has more fixed parts is the more exact: it is tried first.
        orderby endpoint.RoutePattern.Parameters.Count, endpoint.RoutePattern.PathSegments.Count descending
        select ($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary())),
    ];

    /// <summary>Every kind of address that can be read.</summary>
    public IEnumerable<string> Kinds => kinds.Select(k => k.Pattern).Distinct();

    /// <summary>An address of each kind of page that this visitor comes to, by its kind.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FollowAsync(Visitor visitor, params IEnumerable<string> from)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(from);
        var met = new HashSet<string>();
        while (waiting.TryDequeue(out var address))
        {
            var screen = await visitor.Get(address);
            if (screen.Status != 200 || screen.Response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            if (KindOf(address) is { } read)
            {
                found.TryAdd(read, address);
            }

            foreach (var link in screen.Page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                // One of each kind, and one of each kind with a question mark, which shows it otherwise.
                if (KindOf(link) is { } kind && met.Add(link.Contains('?', StringComparison.Ordinal) ? $"{kind}?" : kind))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return found;
    }

    private string? KindOf(string address) =>
        kinds.Find(k => k.Matcher.TryMatch(address.Split('?')[0], new RouteValueDictionary())).Pattern;
}
