using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>Searching sheets, indicators, terms and organisations at once.</summary>
internal static class SearchActs
{
    private const int LongestQuery = 200;

    public static async Task<IResult> ShowAsync(
        string? q, FrameworkQuery frameworks, SheetIndexes indexes, OrganizationRegisterQuery organizations, CancellationToken cancel)
    {
        var query = (q ?? "").Trim();
        query = query.Length <= LongestQuery ? query : query[..LongestQuery];
        if (query.Length == 0)
        {
            return Page.Of<SearchPage>(new { Query = query });
        }

        var hits = (await frameworks.AllAsync(cancel)).SelectMany(v => indexes.Of(v.Framework).Find(query)).ToList();
        var found = OrganizationSearch.Find(await organizations.RunAsync(cancel), query);
        return Page.Of<SearchPage>(new { Query = query, Hits = hits, Organizations = found });
    }
}
