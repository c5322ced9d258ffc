using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.App.Tests.Frameworks;

/// <summary>Searching the committed framework.</summary>
public sealed class SheetSearchTests
{
    private static readonly Lazy<SheetSearch> Search = new(() =>
        new SheetSearch(FrameworkReader.Read(File.ReadAllText(Path.Combine(LoadFrameworks.Folder, "rso-2020.yaml"))).Framework!));

    [Theory]
    [InlineData("déchets")]
    [InlineData("dechet")]
    [InlineData("DÉCHETS ")]
    [InlineData("de\u0301chets")]
    public void One_word_however_written_finds_the_same(string query)
    {
        var hits = Search.Value.Find(query);
        Assert.Equal(Search.Value.Find("déchets").Select(h => h.Title), hits.Select(h => h.Title));
        Assert.Contains(hits, h => h is { Part: SheetPart.Sheet, Code: "E3.4" });
        Assert.Contains(hits, h => h is { Part: SheetPart.Indicator, Code: "rso-env-dechets-5-flux" });
    }

    [Fact]
    public void Titles_come_first_and_every_word_must_be_there()
    {
        var hits = Search.Value.Find("plan déchets");
        Assert.Equal("rso-env-dechets-5-flux", hits[0].Code);
        Assert.True(hits.Count < Search.Value.Find("plan").Count);
        Assert.Empty(Search.Value.Find("déchets xyzzy"));
    }

    [Fact]
    public void A_passage_is_the_text_itself_with_the_words_marked()
    {
        foreach (var hit in Search.Value.Find("déchets").Where(h => h.Part == SheetPart.Sheet))
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
    public void No_word_finds_nothing(string query) => Assert.Empty(Search.Value.Find(query));

    [Theory]
    [InlineData("Œuvres", "oeuvre")]
    [InlineData("travaux", "travau")]
    [InlineData("gaz", "gaz")]
    [InlineData("bas", "bas")]
    public void Words_are_folded(string word, string folded) => Assert.Equal(folded, Words.Of(word).Single().Folded);
}
