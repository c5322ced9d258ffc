using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Responsables.App.Publications;

namespace Responsables.App.OpenData;

/// <summary>The files of an edition for whoever reuses its figures: the same bytes each time.</summary>
public sealed class OpenDataFiles(PublicEditions editions, PublicShelf shelf)
{
    public const string Canonical = "edition.json";
    public const string Sums = "SHA256SUMS";

    private const string SchemaEnd = ".schema.json";

    internal static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names of the files, but for that of their sums.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. DataTables.All.Select(t => $"{t.Name}.csv"), Canonical, .. DataTables.All.Select(t => t.Name + SchemaEnd)];

    /// <summary>The name of the schema of a file; null when it has none.</summary>
    public static string? SchemaOf(string name) => DataTables.All.Any(t => name == $"{t.Name}.csv") ? name[..^4] + SchemaEnd : null;

    /// <summary>What a file holds, in French.</summary>
    public static string TitleOf(string name) =>
        name.EndsWith(SchemaEnd, StringComparison.Ordinal) ? OpenDataWords.Of("file.schema", $"{name[..^SchemaEnd.Length]}.csv") : OpenDataWords.Of($"file.{name}");

    /// <summary>Every file of an edition, but for that of their sums.</summary>
    public async Task<IReadOnlyList<PublicFile>> ListAsync(PublicEdition edition, CancellationToken cancel)
    {
        var files = new List<PublicFile>();
        foreach (var name in Names)
        {
            files.Add(await OpenAsync(edition, name, cancel));
        }

        return files;
    }

    /// <summary>A file by its name; null when there is none.</summary>
    public async Task<PublicFile?> FindAsync(PublicEdition edition, string name, CancellationToken cancel) =>
        name == Sums || Names.Contains(name) ? await OpenAsync(edition, name, cancel) : null;

    private Task<PublicFile> OpenAsync(PublicEdition edition, string name, CancellationToken cancel) =>
        shelf.FileAsync(edition.Number, name, () => MakeAsync(edition, name, cancel), cancel);

    private async Task<byte[]> MakeAsync(PublicEdition edition, string name, CancellationToken cancel) => name switch
    {
        "figures.csv" => DataTables.Figures.Csv(DataRows.Figures(edition)),
        "perimeter.csv" => DataTables.Perimeter.Csv(DataRows.Perimeter(edition)),
        "history.csv" => DataTables.History.Csv(DataRows.History(edition)),
        "restatements.csv" => DataTables.Restatements.Csv(DataRows.Restatements(edition, await editions.RestatementsAsync(edition, cancel))),
        "dictionary.csv" => DataTables.Dictionary.Csv(DataRows.Dictionary()),
        Canonical => await editions.JsonAsync(edition, cancel),
        Sums => Encoding.UTF8.GetBytes(string.Concat((await ListAsync(edition, cancel)).Select(f => $"{f.Sha256}  {f.Name}\n"))),
        _ => Bytes(TableSchema.Of(DataTables.All.First(t => t.Name + SchemaEnd == name))),
    };

    internal static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Written) + "\n");
}
