using System.Text;
using Responsables.App.Organizations;
using Responsables.Domain.Organizations;
using Xunit;
using static Responsables.App.Tests.Organizations.OrganizationsFile;

namespace Responsables.App.Tests.Organizations;

public class OrganizationsCsvReadingTests
{
    [Fact]
    public void A_good_file_gives_its_periods_in_order()
    {
        var periods = Read(Header, Federation, Fund,
            "caf-75,\"Caf de Paris, \"\"siège\"\"\",Caf 75,local,Caf,Famille,fonds,11,75,,2023-12-31,",
            "caf-75,Caf de Paris,Caf 75,local,Caf,Famille,fed,11,75,2024-01-01,2024-12-31,caf-92;fonds",
            "caf-92,Caf des Hauts-de-Seine,Caf 92,local,Caf,Famille,fonds,,,,,");
        Assert.Equal(["fed", "fonds", "caf-75", "caf-75", "caf-92"], periods.Select(p => p.Code.Value));
        Assert.Equal(OrganizationKind.Federation, periods[0].Kind);
        Assert.Null(periods[0].Parent);
        Assert.Equal("Caf de Paris, \"siège\"", periods[2].Name);
        Assert.Equal(new DateOnly(2024, 1, 1), periods[3].ValidFrom);
        Assert.Equal(new DateOnly(2024, 12, 31), periods[3].ValidTo);
        Assert.Equal(["caf-92", "fonds"], periods[3].Successors.Select(s => s.Value));
        Assert.Null(periods[4].Region);
        Assert.Null(periods[4].ValidFrom);
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        static string Reversed(string row) => string.Join(',', row.Split(',').Reverse());
        Assert.Equal("fonds", Read(Reversed(Header), Reversed(Federation), Reversed(Fund))[1].Code.Value);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    [InlineData("\n,,,,,,,,,,,\n")]
    public void Line_ends_of_both_kinds_and_blank_rows_are_accepted(string end) =>
        Assert.Equal(2, Accepted(OrganizationsCsv.Read(string.Join(end, Header, Federation, Fund) + end)).Count);

    [Fact]
    public void A_byte_order_mark_and_spaces_around_cells_are_left_out()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes($"{Header}\n{Federation.Replace(",", " , ", StringComparison.Ordinal)}\n"));
        Assert.Equal("fed", Accepted(OrganizationsCsv.Read(bytes.ToArray())).Single().Code.Value);
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_is_only_text() =>
        Assert.Equal("=1+1", Read(Header, Federation.Replace("Fédération", "=1+1", StringComparison.Ordinal))[0].Name);

    [Fact]
    public async Task A_stream_is_read_up_to_the_most_bytes_allowed()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Header}\n{Federation}\n");
        Assert.Single(Accepted(await OrganizationsCsv.ReadAsync(new MemoryStream(bytes), bytes.Length)));
        Assert.Equal(
            [(OrganizationsCsvProblems.TooLarge, null)],
            Told(await OrganizationsCsv.ReadAsync(new MemoryStream(bytes), bytes.Length - 1)));
        Assert.Equal([(OrganizationsCsvProblems.TooLarge, null)], Told(OrganizationsCsv.Read(bytes, bytes.Length - 1)));
    }

    [Fact]
    public async Task A_stream_without_end_is_refused_once_it_is_too_long() =>
        Assert.Equal([(OrganizationsCsvProblems.TooLarge, null)], Told(await OrganizationsCsv.ReadAsync(new EndlessStream())));

    [Fact]
    public void The_file_of_real_organisations_is_sound()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Responsables.slnx")))
        {
            root = root.Parent!;
        }

        var periods = Accepted(OrganizationsCsv.Read(File.ReadAllBytes(Path.Combine(root.FullName, "data", "organizations.csv"))));
        var register = Accepted(OrganizationRegister.Of(periods));
        Assert.True(register.At(new(2024, 12, 31)).Organizations.Count > 250);
        Assert.NotEmpty(register.SuccessorsOf(new("rsi-cn"), new(2024, 12, 31)));
    }
}
