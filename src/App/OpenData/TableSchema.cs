using System.Text.Json.Nodes;

namespace Responsables.App.OpenData;

/// <summary>The Table Schema of a table: what its file promises, for tools that check it.</summary>
public static class TableSchema
{
    public static JsonObject Of(DataTable table) => new()
    {
        ["$schema"] = "https://frictionlessdata.io/schemas/table-schema.json",
        ["name"] = table.Name,
        ["title"] = OpenDataWords.Of($"file.{table.Name}.csv"),
        ["encoding"] = "utf-8",
        ["fields"] = new JsonArray([.. table.Columns.Select(c => (JsonNode)FieldOf(table, c))]),
        ["missingValues"] = new JsonArray(""),
        ["primaryKey"] = new JsonArray([.. table.Key.Select(k => (JsonNode)k)]),
    };

    private static JsonObject FieldOf(DataTable table, DataColumn column)
    {
        var constraints = new JsonObject { ["required"] = column.IsRequired };
        if (column.Choices.Count > 0)
        {
            constraints["enum"] = new JsonArray([.. column.Choices.Select(c => (JsonNode)c)]);
        }

        var field = new JsonObject
        {
            ["name"] = column.Name, ["type"] = DataTables.Word(column.Kind), ["description"] = DataTables.DescriptionOf(table, column), ["constraints"] = constraints,
        };
        switch (column.Kind)
        {
            case ColumnKind.Number:
                field["decimalChar"] = ".";
                break;
            case ColumnKind.Boolean:
                field["trueValues"] = new JsonArray("true");
                field["falseValues"] = new JsonArray("false");
                break;
            case ColumnKind.Date:
                field["format"] = "%Y-%m-%d";
                break;
        }

        return field;
    }
}
