using Xunit;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Tests.Submissions;

public sealed class PastedBlockTests
{
    [Theory]
    [InlineData("1\t2\r\n3\t4\r\n", "1|2/3|4")]
    [InlineData("1\n2\n3", "1/2/3")]
    [InlineData("1\n\n3\n\n\n", "1//3")]
    [InlineData("\t2\n1", "|2/1")]
    [InlineData("\"a\tb\"\t\"dit \"\"oui\"\"\"", "a\tb|dit \"oui\"")]
    [InlineData("\"deux\r\nlignes\"\t5", "deux\nlignes|5")]
    [InlineData("5 pouces\" \t1", "5 pouces\"|1")]
    public void Cells_are_read_as_spreadsheets_copy_them(string text, string cells) =>
        Assert.Equal(cells, string.Join('/', Read(text).Lines.Select(l => string.Join('|', l))));

    [Theory]
    [InlineData("", "submissions.paste-empty")]
    [InlineData("\t\n\n", "submissions.paste-empty")]
    [InlineData("1\n\"ouvert", "submissions.paste-quote")]
    [InlineData("\"fermé\" trop tôt\t1", "submissions.paste-quote")]
    public void What_is_no_block_says_why(string text, string code) =>
        Assert.Equal(code, Assert.Single(Assert.IsType<Outcome<PastedBlock>.Refused>(PastedBlock.Read(text, "collage")).Problems).Code);

    [Fact]
    public void A_block_has_a_limit()
    {
        var lines = string.Join('\n', Enumerable.Repeat("1", PastedBlock.MostLines));
        Assert.Equal(PastedBlock.MostLines, Read(lines).Lines.Count);
        Assert.IsType<Outcome<PastedBlock>.Refused>(PastedBlock.Read(lines + "\n1", "collage"));
        Assert.IsType<Outcome<PastedBlock>.Refused>(PastedBlock.Read(new string('1', PastedBlock.MostCharacters + 1), "collage"));
    }

    [Theory]
    [InlineData("Effectif\t1 234,5\nSites\t12", 1, 1)]
    [InlineData("Effectif\tETP\t1 234,5\nCharte\t\tOui", 2, 2)]
    [InlineData("12\t13\n14\t15", 0, 0)]
    [InlineData("douze", 0, 0)]
    public void Labels_are_told_from_values(string text, int labels, int column)
    {
        var block = Read(text);
        Assert.Equal(labels, block.LabelColumns);
        Assert.Equal(column, block.ValueColumn);
    }

    private static PastedBlock Read(string text) => Assert.IsType<Outcome<PastedBlock>.Done>(PastedBlock.Read(text, "collage")).Value;
}
