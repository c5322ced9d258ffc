using System.Buffers.Text;
using System.Text.Json;
using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Submissions;

/// <summary>
/// What a row of the form showed when it was drawn: the answers of a variable, total and cells, with their versions. The form carries it,
/// so that only what this person changed is an edit, and what somebody else changed meanwhile is seen.
/// </summary>
public sealed class ShownRow
{
    private static readonly ShownAnswer Nothing = new(0, AnswerState.Missing, null, null);

    private readonly Dictionary<CellKey, ShownAnswer> places;

    private ShownRow(Dictionary<CellKey, ShownAnswer> places) => this.places = places;

    public ShownAnswer this[CellKey cell] => places.GetValueOrDefault(cell, Nothing);

    public static ShownRow Of(Variable variable, Dossier dossier) => new(variable.BrokenDown.Prepend(CellKey.Total)
        .Where(cell => dossier.Rows.ContainsKey((variable.Code, cell)))
        .ToDictionary(cell => cell, cell => Of(dossier.Rows[(variable.Code, cell)])));

    private static ShownAnswer Of(AnswerRow row) => new(row.Version, row.State, row.Value, row.Comment);

    /// <summary>The same with some places as they are now.</summary>
    public ShownRow With(IEnumerable<KeyValuePair<CellKey, ShownAnswer>> changed)
    {
        var copy = new Dictionary<CellKey, ShownAnswer>(places);
        foreach (var (cell, shown) in changed)
        {
            copy[cell] = shown;
        }

        return new ShownRow(copy);
    }

    /// <summary>The state chosen for the whole row: that of the total, or the one that all its cells share.</summary>
    public AnswerState StateOf(Variable variable)
    {
        var states = variable.HasTotal ? [this[CellKey.Total].State] : variable.BrokenDown.Select(c => this[c].State).Distinct().ToList();
        return states is [AnswerState.NotApplicable or AnswerState.Unavailable] ? states[0] : AnswerState.Given;
    }

    /// <summary>The comment of the row: beside the total, else beside its first cell that has one.</summary>
    public string? CommentOf(Variable variable) =>
        this[CellKey.Total].Comment ?? variable.BrokenDown.Select(c => this[c].Comment).FirstOrDefault(c => c is not null);

    /// <summary>As the form carries it; empty when nothing was ever answered.</summary>
    public string Encode() => places.Count == 0
        ? ""
        : Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
            places.Select(p => new Entry(p.Key.Value, p.Value.Version, p.Value.State, p.Value.Value, p.Value.Comment))));

    public static ShownRow Decode(string text)
    {
        try
        {
            var entries = text.Length == 0 ? [] : JsonSerializer.Deserialize<List<Entry>>(Base64Url.DecodeFromChars(text))!;
            return new ShownRow(entries.ToDictionary(e => new CellKey(e.C), e => new ShownAnswer(e.V, e.S, e.T, e.M)));
        }
        catch (Exception fault) when (fault is FormatException or JsonException or ArgumentException or NullReferenceException)
        {
            throw new BadHttpRequestException("The form does not say what it was based on.", fault);
        }
    }

    private sealed record Entry(string C, int V, AnswerState S, string? T, string? M);
}
