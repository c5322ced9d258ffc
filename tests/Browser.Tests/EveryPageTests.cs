using System.Globalization;

namespace Responsables.Browser.Tests;

/// <summary>
/// Every kind of page of the demonstration, by whoever first comes to it: its size against the budgets of <c>docs/ecodesign.md</c>, its outline,
/// and whether it holds with larger letters, wider spaces, a zoom, the colours of the system and without movement.
/// </summary>
public sealed class EveryPageTests(Chromium chromium, Demonstration demonstration, ITestOutputHelper output) : IClassFixture<Chromium>, IClassFixture<Demonstration>
{
    private const string Home = "/";

    /// <summary>Who goes through the site, in turn; the home of each is another page.</summary>
    private static readonly string[] People = ["contributeur", "directeur", "caisse", "federation", "comite", "auditeur"];

    [Fact]
    public async Task Each_kind_of_page_keeps_to_the_budgets_and_holds_as_people_set_it()
    {
        var browser = chromium.Browser;
        var crawl = new Crawl(demonstration.Site);
        var (seen, faults) = (new HashSet<string>(), new List<string>());
        foreach (var who in People)
        {
            using var visitor = await demonstration.VisitAsync(who);
            var pages = (await crawl.FollowAsync(visitor, Home)).Where(p => p.Key == Home || !seen.Contains(p.Key)).ToList();
            await using var person = await Person.OpenAsync(browser, demonstration.Site.Address);
            await Demonstration.SignInAsync(person, who);
            foreach (var (kind, address) in pages)
            {
                seen.Add(kind);
                await person.GoAsync(address);
                var measures = await PageMeasures.OfAsync(person.Page);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measures.Nodes,6} nodes {measures.Requests,3} requests {measures.Bytes / 1000.0,6:0.0} kB  {kind}  ({who})"));
                faults.AddRange((await PageSettings.FaultsAsync(person.Page)).Concat(measures.Faults(kind)).Select(f => $"{address} ({who}): {f}"));
            }

            faults.AddRange(person.Faults);
        }

        output.WriteLine($"{seen.Count} kinds of pages; not come to: {string.Join(", ", crawl.Kinds.Except(seen))}");
        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join('\n', faults)}");
    }
}
