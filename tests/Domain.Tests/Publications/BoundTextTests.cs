using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Publications;
using Xunit;

namespace Responsables.Domain.Tests.Publications;

public class BoundTextTests
{
    [Fact]
    public void Places_are_read_with_their_indicator_and_year()
    {
        const string Text = "Les émissions {varient:rso-env-ges:2019}, soit {valeur: rso-env-ges } ; {evolution:eau} ({reponses:eau}) ; il {varie:eau}.";
        Assert.Equal(
            [(BoundWord.Move, "rso-env-ges", 2019), (BoundWord.Value, "rso-env-ges", null), (BoundWord.Trend, "eau", null), (BoundWord.Answers, "eau", null), (BoundWord.Moves, "eau", (int?)null)],
            BoundText.Places(Text).Select(p => (p.Word, p.Indicator.Value, p.Since)));
        Assert.Empty(BoundText.Unreadable(Text));
        Assert.Equal("Les émissions 1, soit 2 ; 3 (4) ; il 5.", Filled(Text));
    }

    [Theory]
    [InlineData("{valeur}", "{valeur}")]
    [InlineData("{valeur:}", "{valeur:}")]
    [InlineData("{valeurs:eau}", "{valeurs:eau}")]
    [InlineData("{valeur:eau:2019}", "{valeur:eau:2019}")]
    [InlineData("{varie:eau:19}", "{varie:eau:19}")]
    [InlineData("{varie:eau:2019:x}", "{varie:eau:2019:x}")]
    [InlineData("{}", "{}")]
    [InlineData("il {manque", "il {manque")]
    [InlineData("une } seule", "une } seule")]
    public void What_is_no_place_is_named(string text, string named)
    {
        Assert.Equal([named], BoundText.Unreadable(text));
        Assert.Empty(BoundText.Places(text));
    }

    [Fact]
    public void A_chart_is_a_paragraph_of_its_own()
    {
        const string Text = "Avant.\r\n\r\n {graphique:eau} \n\n{graphique:air}\n\nIci {graphique:feu}, {valeur:eau}.\n\n{valeur:eau}";
        var paragraphs = BoundText.Paragraphs(Text);
        Assert.Equal(["Avant.", "{graphique:eau}", "{graphique:air}", "Ici {graphique:feu}, {valeur:eau}.", "{valeur:eau}"], paragraphs);
        Assert.Equal([null, "eau", "air", null, null], paragraphs.Select(p => BoundText.ChartOf(p)?.Value));
        Assert.Equal(["{graphique:feu}"], BoundText.Crowded(Text).Select(p => p.Written));
        Assert.Equal(["{graphique:eau}", "{graphique:air}"], BoundText.Crowded("{graphique:eau}{graphique:air}").Select(p => p.Written));
        Assert.Equal(["{graphique:eau:2019}"], BoundText.Unreadable("{graphique:eau:2019}"));
    }

    [Fact]
    public void The_code_of_an_indicator_is_all_that_follows_the_word() =>
        Assert.Equal(new IndicatorCode("a.b_c-1"), BoundText.Places("{valeur:a.b_c-1}")[0].Indicator);

    [Fact]
    public void Two_versions_are_told_apart_by_words() => Assert.Equal(
        [(TextChange.Kept, "Les émissions "), (TextChange.Removed, "baissent"), (TextChange.Added, "augmentent"), (TextChange.Kept, " de 8"), (TextChange.Removed, ",2"), (TextChange.Kept, " %.")],
        TextComparison.Of("Les émissions baissent de 8,2 %.", "Les émissions augmentent de 8 %."));

    [Fact]
    public void What_is_kept_and_removed_is_the_first_text_and_what_is_kept_and_added_the_second()
    {
        var words = Gen.Elements("a", "b", " ", "c.", "\n", "é").ListOf().Select(string.Concat);
        Prop.ForAll((from before in words from after in words select (before, after)).ToArbitrary(), texts =>
        {
            var pieces = TextComparison.Of(texts.before, texts.after);
            return string.Concat(pieces.Where(p => p.Change != TextChange.Added).Select(p => p.Text)) == texts.before
                && string.Concat(pieces.Where(p => p.Change != TextChange.Removed).Select(p => p.Text)) == texts.after
                && (texts.before != texts.after || pieces.All(p => p.Change == TextChange.Kept));
        }).QuickCheckThrowOnFailure();
    }

    private static string Filled(string text)
    {
        var number = 0;
        return BoundText.Fill(text, _ => $"{++number}");
    }
}
