using System.Collections.Concurrent;
using System.Globalization;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Search;

/// <summary>
/// The search over organisations and the latest version of each framework, both open to anyone with a role. The words of each thing are
/// cut once and kept in memory; organisations are read again at each search, so that what has just changed is found.
/// </summary>
public sealed class SiteSearch(OrganizationRegisterQuery organizations, FrameworkQuery frameworks, SearchIndex index)
{
    /// <param name="pages">Pages that this person may see, from whoever knows them.</param>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string query, IEnumerable<SearchEntry> pages, CancellationToken cancel)
    {
        var words = index.WordsOf(query);
        if (words.Wanted.Count == 0)
        {
            return [];
        }

        var register = await organizations.RunAsync(cancel);
        var current = await frameworks.CurrentAsync(cancel);
        return SearchMatcher.Find(index.Of(register).Concat(current.SelectMany(index.Of)).Concat(pages), words);
    }
}

/// <summary>The entries in memory, made once from the data.</summary>
public sealed class SearchIndex(Geography geography, SearchAbbreviations abbreviations)
{
    private readonly ConcurrentDictionary<OrganizationPeriod, SearchEntry> bodies = new();
    private readonly ConcurrentDictionary<Framework, IReadOnlyList<SearchEntry>> frameworks = new();

    public SearchWords WordsOf(string query) => SearchWords.Of(query, abbreviations);

    /// <summary>The last period of each organisation, whatever its dates.</summary>
    public IEnumerable<SearchEntry> Of(OrganizationRegister register) =>
        register.Periods.GroupBy(p => p.Code).Select(periods => bodies.GetOrAdd(periods.Last(), Of));

    public IReadOnlyList<SearchEntry> Of(Framework framework) => frameworks.GetOrAdd(framework, f => [.. Entries(f)]);

    private SearchEntry Of(OrganizationPeriod period)
    {
        var department = period.Department is { } code ? geography.Department(code) : null;
        var region = period.Region is { } inRegion ? geography.Region(inRegion) : null;
        return new SearchEntry(
            SearchKind.Organization, period.Name, $"{period.ShortName}, {period.Branch}", $"/organismes/{period.Code}",
            string.Join(' ', period.ShortName, period.Code, period.Network, period.Department, department, region, period.Branch));
    }

    private static IEnumerable<SearchEntry> Entries(Framework framework)
    {
        var home = $"/referentiels/{framework.Code}";
        foreach (var topic in framework.Topics)
        {
            yield return new SearchEntry(
                SearchKind.Sheet, topic.Title, framework.Code.Value, $"{home}/fiches/{Uri.EscapeDataString(topic.Code)}", topic.Code, TextOf(topic));
            foreach (var indicator in topic.Indicators)
            {
                yield return new SearchEntry(
                    SearchKind.Indicator, indicator.Title, framework.Code.Value, $"{home}/indicateurs/{Uri.EscapeDataString(indicator.Code.Value)}",
                    string.Join(' ', indicator.Code, indicator.Number?.ToString(CultureInfo.InvariantCulture), topic.Title), TextOf(indicator));
            }

            foreach (var term in topic.Sheet.Glossary)
            {
                yield return new SearchEntry(
                    SearchKind.Term, term.Term, framework.Code.Value, $"{home}/fiches/{Uri.EscapeDataString(topic.Code)}#glossaire", "", term.Definition);
            }
        }
    }

    private static string TextOf(Topic topic) => Join(
        [topic.Sheet.About, .. topic.Objectives.Select(o => o.Title), .. topic.Sheet.Actions.Select(a => a.Text),
            .. topic.Sheet.References.Select(r => r.Text), .. topic.Sheet.Stakeholders, .. topic.Sheet.Iso26000.Select(i => i.Title),
            .. topic.Sheet.Sdgs.Select(s => s.Title)]);

    private static string TextOf(Indicator indicator) => Join([indicator.Definition, .. indicator.Precisions, indicator.Note]);

    private static string Join(IEnumerable<string?> texts) => string.Join(" · ", texts.Where(t => !string.IsNullOrWhiteSpace(t)));
}
