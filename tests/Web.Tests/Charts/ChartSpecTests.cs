using System.Globalization;
using System.Text.Json;
using Responsables.Reports.Charts;
using Responsables.Reports.Tests.Charts;
using Responsables.Web.Charts;

namespace Responsables.Web.Tests.Charts;

/// <summary>What the scripts are given, and the tables that say the same.</summary>
public sealed class ChartSpecTests
{
    public ChartSpecTests() => CultureInfo.CurrentUICulture = new CultureInfo("fr-FR");

    [Fact]
    public void A_specification_is_short_and_names_its_kind()
    {
        var text = ChartJson.Write(Samples.Trend);
        using var read = JsonDocument.Parse(text);
        var root = read.RootElement;
        Assert.Equal("trend", root.GetProperty("kind").GetString());
        Assert.Equal("fr", root.GetProperty("language").GetString());
        Assert.Equal(2, root.GetProperty("commitment").GetInt32());
        Assert.Equal("%", root.GetProperty("numbers").GetProperty("unit").GetString());
        var points = root.GetProperty("lines")[0].GetProperty("points");
        Assert.Equal(JsonValueKind.Null, points[1].GetProperty("value").ValueKind);
        Assert.Equal("6.123457", points[2].GetProperty("value").GetRawText());
        Assert.Equal("7", root.GetProperty("target").GetProperty("value").GetRawText());
        // Accents as they are: a third of the length.
        Assert.Contains("À périmètre constant", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    [Fact]
    public void Choices_are_written_as_the_scripts_know_them()
    {
        Assert.Contains("\"division\":\"departements\"", ChartJson.Write(Samples.Map(MapDivision.Departements)), StringComparison.Ordinal);
        Assert.Contains("\"way\":\"bad\"", ChartJson.Write(Samples.Waterfall), StringComparison.Ordinal);
        Assert.All(Samples.All, s => Assert.StartsWith("{\"kind\":\"", ChartJson.Write(s), StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_of_a_series_has_a_row_for_each_year_and_tells_breaks_and_target()
    {
        var values = ChartWords.ValuesOf(Samples.Trend);
        Assert.Equal(["Année", Samples.Nasty, "À périmètre constant"], values.Columns);
        Assert.Equal(["2020", "2021", "2023", "2024"], values.Rows.Select(r => r[0]));
        Assert.Equal(["2021", "—", "—"], values.Rows[1]);
        Assert.Equal("6,1", values.Rows[2][1]);
        Assert.Contains("Rupture de série, 2023", values.After!, StringComparison.Ordinal);
        Assert.Contains("Cible 2025", values.After!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tables_of_the_other_kinds_say_what_is_drawn()
    {
        Assert.Equal(["9", "20", "11"], ChartWords.ValuesOf(Samples.Distribution).Rows.Select(r => r[1]));
        Assert.Contains("Caf de la Loire", ChartWords.ValuesOf(Samples.Distribution).After!, StringComparison.Ordinal);
        Assert.Equal(["6,1", "−0,1", "+0,4", "6,4"], ChartWords.ValuesOf(Samples.Waterfall).Rows.Select(r => r[1]));
        Assert.Equal(4, ChartWords.ValuesOf(Samples.Multiples).Rows.Count);
        var map = ChartWords.ValuesOf(Samples.Map(MapDivision.Regions));
        Assert.Equal("Région", map.Columns[0]);
        Assert.Equal(2, map.Rows.Count);
        Assert.Contains("Guadeloupe", map.After!, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_are_named_by_their_bounds()
    {
        Assert.Equal(["moins de 1,5\u00A0%", "de 1,5 à moins de 3,0\u00A0%", "3,0\u00A0% et plus"], ChartWords.Classes([1.5m, 3m], 1, "%"));
        Assert.Equal(["toutes les valeurs"], ChartWords.Classes([], 1, "%"));
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 0, new double[] { 3, 5, 7, 9 })]
    [InlineData(new double[] { 5, 5, 5 }, 1, new double[] { })]
    [InlineData(new double[] { 5, 5, 5, 9 }, 1, new double[] { 9 })]
    [InlineData(new double[] { 1_234_567, 2_345_678, 3_456_789, 4_567_890, 5_678_901 }, 0, new double[] { 2_350_000, 3_460_000, 4_570_000, 5_680_000 })]
    public void The_bounds_of_a_map_can_be_read(double[] values, int decimals, double[] bounds)
    {
        var classes = MapClasses.Of(values.Select(v => (decimal)v), decimals);
        Assert.Equal(bounds.Select(b => (decimal)b).Where(b => b <= (decimal)values.Max()), classes.Bounds);
        Assert.All(values, v => Assert.InRange(classes.IndexOf((decimal)v), 0, classes.Bounds.Count));
    }
}
