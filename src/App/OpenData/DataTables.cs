using System.Text.Json;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.OpenData;

/// <summary>The tables of an edition: from them come the files, their schemas and the dictionary.</summary>
public static class DataTables
{
    private static readonly IReadOnlyList<string> Reasons = [.. Enum.GetValues<NoValue>().Where(r => r is not NoValue.None and not NoValue.Withheld).Select(r => Word(r))];

    private static readonly DataColumn[] Edition = [Whole("year"), Whole("edition")];
    private static readonly DataColumn[] Node = [Text("node"), Text("node_name"), Choice("hierarchy", Words<Hierarchy>())];
    private static readonly DataColumn[] Indicator = [Text("indicator"), Text("title")];

    public static readonly DataTable Figures = new(
        "figures",
        [
            .. Edition, .. Node, .. Indicator, Text("breakdown"), Text("label"), Text("unit"), Number("value"), Number("numerator"), Number("denominator"),
            Whole("expected"), Whole("answered"), Whole("not_applicable"), Whole("unavailable"), Whole("missing"), Choice("reason", Reasons, false),
        ],
        ["edition", "node", "indicator", "breakdown"]);

    public static readonly DataTable Perimeter = new(
        "perimeter",
        [
            .. Edition, Text("body"), Text("name"), Text("short_name"), Choice("kind", Words<OrganizationKind>()), Text("network", false), Text("branch", false),
            Text("region", false), Text("department", false), Choice("size", Words<SizeClass>()), Text("above", false),
        ],
        ["edition", "body"]);

    public static readonly DataTable History = new(
        "history",
        [
            .. Edition, .. Node, .. Indicator, Text("unit"), Whole("point_year"), Number("value"), new("comparable", ColumnKind.Boolean, true, []), Text("breaks", false),
            Choice("reason", Reasons, false),
        ],
        ["edition", "node", "indicator", "point_year"]);

    public static readonly DataTable Restatements = new(
        "restatements",
        [
            .. Edition, Whole("corrects"), .. Node, Text("indicator"), Text("title", false), Text("breakdown"), Text("label", false), Text("unit", false), Number("from"),
            Choice("from_reason", Reasons, false), Number("to"), Choice("to_reason", Reasons, false), Number("change"), Text("why", false), new("published", ColumnKind.Date, true, []),
        ],
        ["edition", "node", "indicator", "breakdown"]);

    public static readonly DataTable Dictionary = new(
        "dictionary",
        [Text("table"), Text("column"), Choice("type", Words<ColumnKind>()), new("required", ColumnKind.Boolean, true, []), Text("values", false), Text("description")],
        ["table", "column"]);

    /// <summary>Every table, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<DataTable> All = [Figures, Perimeter, History, Restatements, Dictionary];

    /// <summary>The word of a choice, as in the canonical file.</summary>
    public static string Word<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());

    /// <summary>What a column holds, in French.</summary>
    public static string DescriptionOf(DataTable table, DataColumn column) => OpenDataWords.Find($"{table.Name}.{column.Name}") ?? OpenDataWords.Of(column.Name);

    private static IReadOnlyList<string> Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Word(v))];

    private static DataColumn Text(string name, bool isRequired = true) => new(name, ColumnKind.String, isRequired, []);

    private static DataColumn Choice(string name, IReadOnlyList<string> choices, bool isRequired = true) => new(name, ColumnKind.String, isRequired, choices);

    private static DataColumn Whole(string name) => new(name, ColumnKind.Integer, true, []);

    private static DataColumn Number(string name) => new(name, ColumnKind.Number, false, []);
}
