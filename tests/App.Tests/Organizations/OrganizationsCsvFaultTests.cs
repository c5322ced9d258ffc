using System.Text;
using Responsables.App.Organizations;
using Responsables.Domain.Organizations;
using Xunit;
using static Responsables.App.Tests.Organizations.OrganizationsFile;

namespace Responsables.App.Tests.Organizations;

public class OrganizationsCsvFaultTests
{
    [Theory]
    [InlineData("Caf 75,n,s,local,,,fonds,,,,,", "code", RegisterProblems.BadCode)]
    [InlineData(",n,s,local,,,fonds,,,,,", "code", RegisterProblems.BadCode)]
    [InlineData("-75,n,s,local,,,fonds,,,,,", "code", RegisterProblems.BadCode)]
    [InlineData("dep-75,n,s,local,,,fonds,,,,,", "code", RegisterProblems.ReservedCode)]
    [InlineData("caf,,s,local,,,fonds,,,,,", "name", RegisterProblems.Required)]
    [InlineData("caf,n,,local,,,fonds,,,,,", "short_name", RegisterProblems.Required)]
    [InlineData("caf,n,s,Local,,,fonds,,,,,", "kind", OrganizationsCsvProblems.UnknownKind)]
    [InlineData("caf,n,s,,,,fonds,,,,,", "kind", OrganizationsCsvProblems.UnknownKind)]
    [InlineData("caf,n,s,local,,,,,,,,", "parent", RegisterProblems.NoParent)]
    [InlineData("caf,n,s,local,,,personne,,,,,", "parent", RegisterProblems.UnknownParent)]
    [InlineData("caf,n,s,local,,,caf,,,,,", "parent", RegisterProblems.ParentCycle)]
    [InlineData("caf,n,s,local,,,fonds,Île,,,,", "region", RegisterProblems.BadPlace)]
    [InlineData("caf,n,s,local,,,fonds,,7 5,,,", "department", RegisterProblems.BadPlace)]
    [InlineData("caf,n,s,local,,,fonds,,,01/01/2024,,", "valid_from", OrganizationsCsvProblems.BadDate)]
    [InlineData("caf,n,s,local,,,fonds,,,,2023-02-29,", "valid_to", OrganizationsCsvProblems.BadDate)]
    [InlineData("caf,n,s,local,,,fonds,,,2024-01-02,2024-01-01,", "valid_to", RegisterProblems.DatesUpsideDown)]
    [InlineData("fonds,Caisse nationale,Fonds,national_fund,national,Famille,fed,11,75,,,", "valid_from", RegisterProblems.Duplicate)]
    [InlineData("fonds,n,s,national_fund,,,fed,,,2024-01-01,,", "valid_from", RegisterProblems.Overlap)]
    [InlineData("caf,n,s,local,,,fonds,,,,2024-01-01,personne", "successors", RegisterProblems.UnknownSuccessor)]
    [InlineData("caf,n,s,local,,,fonds,,,,2024-01-01,caf", "successors", RegisterProblems.SuccessorCycle)]
    [InlineData("caf,n,s,local,,,fonds,,,,,fonds", "successors", RegisterProblems.SuccessorsWithoutEnd)]
    [InlineData("caf,n,s,federation,,,,,,,,", "kind", RegisterProblems.SeveralFederations)]
    [InlineData("caf,\"n\nn\",s,local,,,fonds,,,,,", "name", RegisterProblems.ControlCharacter)]
    public void A_fault_is_told_alone_with_its_line_and_column(string row, string column, string code) =>
        Assert.Equal([(code, $"ligne 4, colonne {column}")], Faults(Header, Federation, Fund, row).Select(f => (f.Code, f.Place)));

    [Theory]
    [InlineData("caf,n,s,local,,,fonds,,,,", OrganizationsCsvProblems.WrongWidth)]
    [InlineData("caf,n,s,local,,,fonds,,,,,,", OrganizationsCsvProblems.WrongWidth)]
    [InlineData("caf,n \"x\",s,local,,,fonds,,,,,", OrganizationsCsvProblems.BadQuotes)]
    [InlineData("caf,\"n\" x,s,local,,,fonds,,,,,", OrganizationsCsvProblems.BadQuotes)]
    [InlineData("caf,\"n", OrganizationsCsvProblems.Truncated)]
    [InlineData("caf,\"n\"\"n,s,local,,,fonds,,,,,\nx,y\n", OrganizationsCsvProblems.Truncated)]
    public void A_row_that_is_not_cut_into_its_columns_is_told_by_its_line(string row, string code) =>
        Assert.Equal([(code, "ligne 4")], Faults(Header, Federation, Fund, row).Select(f => (f.Code, f.Place)));

    [Fact]
    public void Columns_missing_unknown_and_double_are_told_together() =>
        Assert.Equal(
            [
                (OrganizationsCsvProblems.UnknownColumn, "ligne 1, colonne naem"),
                (OrganizationsCsvProblems.DuplicateColumn, "ligne 1, colonne code"),
                (OrganizationsCsvProblems.MissingColumn, "ligne 1, colonne name"),
            ],
            Faults(Header.Replace(",name,", ",naem,code,", StringComparison.Ordinal), Federation).Select(f => (f.Code, f.Place)));

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void Another_separator_is_told_instead_of_twelve_missing_columns(string separator) =>
        Assert.Equal(
            [(OrganizationsCsvProblems.WrongSeparator, "ligne 1")],
            Faults(Header.Replace(",", separator, StringComparison.Ordinal), Federation).Select(f => (f.Code, f.Place)));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(Header)]
    public void A_file_without_rows_is_refused(string text) =>
        Assert.Equal([(OrganizationsCsvProblems.NoRows, null)], Told(OrganizationsCsv.Read(text)));

    [Fact]
    public void Bytes_that_are_not_utf8_are_told_by_their_line() =>
        Assert.Equal(
            [(OrganizationsCsvProblems.NotUtf8, "ligne 2")],
            Told(OrganizationsCsv.Read(Encoding.Latin1.GetBytes($"{Header}\n{Federation}\n"))));

    [Fact]
    public void A_file_without_a_federation_is_refused_as_a_whole() =>
        Assert.Contains((RegisterProblems.NoFederation, null), Faults(Header, Fund).Select(f => (f.Code, f.Place)));

    [Fact]
    public void All_faults_are_told_together_in_the_order_of_the_file() =>
        Assert.Equal(
            [
                "ligne 3, colonne kind organizations.unknown-kind",
                "ligne 3, colonne valid_from organizations.bad-date",
                "ligne 4, colonne parent organizations.unknown-parent",
                "ligne 6 organizations.wrong-width",
                "ligne 7, colonne code organizations.bad-code",
                "ligne 7, colonne successors organizations.unknown-successor",
            ],
            Faults(
                Header,
                Federation,
                "fonds,n,s,caisse,,,fed,,,hier,,",
                "une,n,s,local,,,personne,,,,,",
                "",
                "deux,n,s",
                "TROIS,n,s,local,,,deux,,,,2024-01-01,personne").Select(f => $"{f.Place} {f.Code}"));

    [Fact]
    public void Faults_that_only_follow_from_an_unreadable_row_are_left_out() =>
        Assert.Equal(
            ["ligne 2, colonne kind organizations.unknown-kind", "ligne 3, colonne valid_to organizations.bad-date"],
            Faults(
                Header,
                Federation.Replace("federation", "fédération", StringComparison.Ordinal),
                Fund.Replace(",,,", ",,30-06-2024,", StringComparison.Ordinal),
                "fonds,n,s,national_fund,,,fed,,,2024-07-01,,").Select(f => $"{f.Place} {f.Code}"));

    [Fact]
    public void A_line_is_counted_through_line_breaks_within_quotes_and_blank_lines() =>
        Assert.Equal(
            ["ligne 3, colonne name", "ligne 7, colonne kind"],
            Faults(Header, Federation, "caf,\"a\nb\nc\",s,local,,,fed,,,,,", "", "fonds,n,s,fonds,,,fed,,,,,").Select(f => f.Place));

    [Fact]
    public void More_rows_than_allowed_are_refused()
    {
        var rows = Enumerable.Repeat(Fund, OrganizationsCsv.MaxRows);
        Assert.Equal(
            [(OrganizationsCsvProblems.TooManyRows, null)],
            Faults([Header, Federation, .. rows]).Select(f => (f.Code, f.Place)));
    }

    [Fact]
    public void Faults_beyond_a_thousand_are_told_as_a_number()
    {
        var faults = Faults([Header, Federation, .. Enumerable.Range(0, 1_200).Select(i => $"o{i},n,s,?,,,fed,,,,,")]);
        Assert.Equal(1_001, faults.Count);
        Assert.Equal((OrganizationsCsvProblems.MoreFaults, 200), (faults[^1].Code, faults[^1].Arguments[0]));
    }
}
