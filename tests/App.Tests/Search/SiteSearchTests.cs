using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.App.Search;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.App.Tests.Search;

/// <summary>Searching the committed framework and the committed organisations.</summary>
public sealed class SiteSearchTests
{
    private static readonly SearchIndex Index = new(new Geography(), new SearchAbbreviations());

    private static readonly Lazy<IReadOnlyList<SearchEntry>> Entries = new(() =>
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data");
        var periods = ((Outcome<IReadOnlyList<OrganizationPeriod>>.Done)OrganizationsCsv.Read(File.ReadAllText(Path.Combine(folder, "organizations.csv")))).Value;
        var register = ((Outcome<OrganizationRegister>.Done)OrganizationRegister.Of(periods)).Value;
        var framework = FrameworkReader.Read(File.ReadAllText(Path.Combine(LoadFrameworks.Folder, "rso-2020.yaml"))).Framework!;
        return [.. Index.Of(register), .. Index.Of(framework)];
    });

    [Theory]
    [InlineData("CPAM 75", "/organismes/cpam-75")]
    [InlineData("cpam75", null)]
    [InlineData("caf paris", "/organismes/caf-75")]
    [InlineData("caf de paris", "/organismes/caf-75")]
    [InlineData("CAISSE PRIMAIRE gironde", "/organismes/cpam-33")]
    [InlineData("reunion cgss", "/organismes/cgss-974")]
    [InlineData("ucanss", "/organismes/ucanss")]
    [InlineData("bilan carbone", "/referentiels/rso-2020/indicateurs/")]
    [InlineData("déchets", "/referentiels/rso-2020/")]
    [InlineData("absenteisme", "/referentiels/rso-2020/indicateurs/")]
    [InlineData("xyzzy", null)]
    public void The_first_is_what_was_meant(string query, string? url)
    {
        var first = Find(query).Select(h => h.Entry.Url).FirstOrDefault();
        if (url is null)
        {
            Assert.Null(first);
        }
        else
        {
            Assert.StartsWith(url, first, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("déchets", "dechet")]
    [InlineData("déchets", "DÉCHETS ")]
    [InlineData("déchets", "de\u0301chets")]
    [InlineData("marchés", "marche")]
    [InlineData("caf du rhône", "rhone CAF")]
    [InlineData("bilan carbone", "BILANS carbones")]
    public void Accents_capitals_plurals_and_order_do_not_count(string one, string other)
    {
        Assert.NotEmpty(Find(one));
        Assert.Equal(Find(one).Select(h => h.Entry.Url).Order(), Find(other).Select(h => h.Entry.Url).Order());
    }

    [Fact]
    public void A_title_counts_more_than_a_text_and_every_word_must_be_there()
    {
        var hits = Find("plan déchets");
        Assert.EndsWith("rso-env-dechets-5-flux", hits[0].Entry.Url, StringComparison.Ordinal);
        Assert.True(hits.Count < Find("plan").Count);
        Assert.Empty(Find("déchets xyzzy"));
    }

    [Fact]
    public void An_abbreviation_finds_what_it_stands_for()
    {
        Assert.Contains(Find("bilan carbone"), h => h.Entry.Kind == SearchKind.Indicator && h.Entry.Title.Contains("GES", StringComparison.Ordinal));
        Assert.Contains(Find("boeth"), h => h.Entry.Title.Contains("handicap", StringComparison.Ordinal));
        Assert.Contains(Find("urssaf idf"), h => h.Entry.Url == "/organismes/urssaf-ile-de-france");
    }

    [Fact]
    public void A_passage_is_the_text_itself_with_the_words_marked()
    {
        foreach (var hit in Find("déchets").Where(h => h.Entry.Kind == SearchKind.Sheet))
        {
            var marked = hit.Excerpt.Pieces.Where(p => p.Marked).ToList();
            Assert.NotEmpty(marked);
            Assert.All(marked, m => Assert.StartsWith("déchet", m.Text, StringComparison.OrdinalIgnoreCase));
            Assert.InRange(hit.Excerpt.Pieces.Sum(p => p.Text.Length), 20, 240);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("… !")]
    public void No_word_finds_nothing(string query) => Assert.Empty(Find(query));

    [Theory]
    [InlineData("Œuvres", "oeuvre")]
    [InlineData("travaux", "travau")]
    [InlineData("gaz", "gaz")]
    [InlineData("bas", "bas")]
    public void Words_are_folded(string word, string folded) => Assert.Equal(folded, Words.Of(word).Single().Folded);

    private static IReadOnlyList<SearchHit> Find(string query) => SearchMatcher.Find(Entries.Value, Index.WordsOf(query));
}
