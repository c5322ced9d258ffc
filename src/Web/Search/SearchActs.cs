using Responsables.App.Search;
using Responsables.Web.Platform;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Search;

/// <summary>A group of what is proposed while one types.</summary>
public sealed record SuggestedGroup(string Title, IReadOnlyList<Suggested> Items);

/// <summary>Something proposed.</summary>
/// <param name="Lang">Language of its title when it is not that of the page.</param>
public sealed record Suggested(string Title, string Detail, string Url, string? Lang);

/// <summary>Searching organisations, indicators, sheets, terms and pages at once.</summary>
internal static class SearchActs
{
    private const int LongestQuery = 200;
    private const int MostSuggestedEach = 4;

    public static async Task<IResult> ShowAsync(string? q, SiteSearch search, KnownPages pages, CancellationToken cancel)
    {
        var query = Cut(q);
        return Page.Of<SearchPage>(new { Query = query, Hits = await search.FindAsync(query, pages.All(), cancel) });
    }

    public static async Task<IResult> SuggestAsync(string? q, SiteSearch search, KnownPages pages, CancellationToken cancel)
    {
        var hits = await search.FindAsync(Cut(q), pages.All(), cancel);
        return Results.Json(Grouped(hits).Select(g => new SuggestedGroup(
            TitleOf(g.Key, g.Count()),
            [.. g.Take(MostSuggestedEach).Select(h => new Suggested(h.Entry.Title, h.Entry.Detail, h.Entry.Url, IsFrench(h.Entry.Kind) ? null : "fr"))])));
    }

    /// <summary>By kind; the kind of the best hit first.</summary>
    public static IEnumerable<IGrouping<SearchKind, SearchHit>> Grouped(IReadOnlyList<SearchHit> hits) =>
        hits.GroupBy(h => h.Entry.Kind).OrderByDescending(g => g.First().Score).ThenBy(g => g.Key);

    public static string TitleOf(SearchKind kind, int count) => T.Plural($"search.{kind}", count);

    // Titles of pages are in the language of the interface; the rest is French, which a page in French need not say.
    private static bool IsFrench(SearchKind kind) => kind == SearchKind.Page || Language.Code == "fr";

    private static string Cut(string? query)
    {
        var trimmed = (query ?? "").Trim();
        return trimmed.Length <= LongestQuery ? trimmed : trimmed[..LongestQuery];
    }
}
