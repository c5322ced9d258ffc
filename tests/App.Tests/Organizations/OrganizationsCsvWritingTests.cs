using FsCheck;
using FsCheck.Fluent;
using Responsables.App.Organizations;
using Responsables.Domain.Organizations;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Organizations.OrganizationsFile;

namespace Responsables.App.Tests.Organizations;

public class OrganizationsCsvWritingTests
{
    [Fact]
    public void The_header_comes_first_and_lines_end_with_lf()
    {
        var text = OrganizationsCsv.Write(SmallFederation.Periods);
        Assert.StartsWith(Header + "\nfed,Fédération des caisses,Fédération,federation,national,Interbranche,,11,75,,,\n", text, StringComparison.Ordinal);
        Assert.Contains("\npartage,Caisse partagée,Partagée,local,Régime partagé,Régime spécial,fed,11,75,,2020-12-31,alpha-75;beta-75;beta-974\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\uFEFF', text);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33", "'+33")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\ra", "\"'\ra\"")]
    [InlineData("'=1", "''=1")]
    [InlineData("'a", "'a")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    public void A_text_is_quoted_and_guarded_where_needed(string name, string cell) =>
        Assert.StartsWith(
            $"fed,{cell},Fédération,",
            OrganizationsCsv.Write([SmallFederation.Periods[0] with { Name = name }])[(Header.Length + 1)..],
            StringComparison.Ordinal);

    [Fact]
    public void What_was_written_is_read_again_the_same() =>
        Assert.Equal(
            SmallFederation.Periods.Select(Shown),
            Accepted(OrganizationsCsv.Read(OrganizationsCsv.Write(SmallFederation.Periods))).Select(Shown));

    [Fact]
    public void Any_name_is_read_again_as_it_was_written() => Prop.ForAll(
        Gen.Elements('=', '+', '-', '@', '\'', '"', ',', ';', 'a', 'é', ' ').NonEmptyListOf().ToArbitrary(),
        characters =>
        {
            var name = $"{string.Concat(characters).Trim()}x";
            var periods = new[] { SmallFederation.Periods[0] with { Name = name, ShortName = name, Network = name, Branch = name } };
            return Accepted(OrganizationsCsv.Read(OrganizationsCsv.Write(periods))).Select(Shown).SequenceEqual(periods.Select(Shown));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_either_read_or_refused_never_thrown_at() => Prop.ForAll(
        Gen.Elements("\"", ",", "\n", "\r", "fed", "local", "2024-01-01", ";", " ", "=", Header, Federation, Fund).ListOf().ToArbitrary(),
        pieces => OrganizationsCsv.Read($"{Header}\n{string.Concat(pieces)}") is not null).QuickCheckThrowOnFailure();
}
