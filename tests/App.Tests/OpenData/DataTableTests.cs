using System.Text;
using Responsables.App.OpenData;
using Xunit;

namespace Responsables.App.Tests.OpenData;

public class DataTableTests
{
    private static readonly DataTable Table = new(
        "essai", [new DataColumn("name", ColumnKind.String, true, []), new DataColumn("value", ColumnKind.Number, false, [])], ["name"]);

    [Theory]
    [InlineData("=1+1", "-4.5", "'=1+1,-4.5")]
    [InlineData("-12", "-12", "'-12,-12")]
    [InlineData("+33", "", "'+33,")]
    [InlineData("a, b", "1", "\"a, b\",1")]
    [InlineData("« a \" b »", "1", "\"« a \"\" b »\",1")]
    [InlineData("a\nb", "1", "\"a\nb\",1")]
    public void Texts_are_guarded_and_quoted_and_numbers_never(string name, string value, string line) =>
        Assert.Equal($"name,value\n{line}\n", Encoding.UTF8.GetString(Table.Csv([[name, value]])));

    [Fact]
    public void Every_column_of_every_table_is_described_and_every_key_is_a_column()
    {
        foreach (var table in DataTables.All)
        {
            Assert.All(table.Columns, c => Assert.NotEmpty(DataTables.DescriptionOf(table, c)));
            Assert.All(table.Key, k => Assert.Contains(table.Columns, c => c.Name == k && c.IsRequired));
            Assert.Equal(table.Columns.Count, table.Columns.Select(c => c.Name).Distinct().Count());
        }
    }
}
