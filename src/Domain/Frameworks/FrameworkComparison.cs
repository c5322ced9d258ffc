using System.Globalization;

namespace Responsables.Domain.Frameworks;

/// <summary>What became of a part of a framework.</summary>
public enum ChangeKind { Added, Removed, Changed }

/// <summary>A text or a setting that differs.</summary>
/// <param name="Name">Its stable name, such as <c>definition</c>; its words are a resource.</param>
public sealed record FieldChange(string Name, string? Before, string? After);

/// <summary>An indicator, a question or a sheet that differs; <paramref name="Fields"/> is empty unless it is in both.</summary>
public sealed record PartChange(ChangeKind Kind, string Code, string Title, IReadOnlyList<FieldChange> Fields);

/// <summary>What two versions of a framework, or two frameworks, differ by. Parts are the same when their codes are.</summary>
public sealed record FrameworkComparison(IReadOnlyList<PartChange> Indicators, IReadOnlyList<PartChange> Variables, IReadOnlyList<PartChange> Sheets)
{
    public bool IsEmpty => Indicators.Count + Variables.Count + Sheets.Count == 0;

    public static FrameworkComparison Between(Framework before, Framework after) => new(
        Compare(before.Indicators, after.Indicators, i => i.Code.Value, i => i.Title, FieldsOf),
        Compare(before.Variables, after.Variables, v => v.Code.Value, v => v.Label, FieldsOf),
        Compare(before.Topics, after.Topics, t => t.Code, t => t.Title, FieldsOf));

    private static List<PartChange> Compare<T>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, string> codeOf, Func<T, string> titleOf, Func<T, IReadOnlyList<(string Name, string? Text)>> fieldsOf)
    {
        var (was, now) = (before.ToDictionary(codeOf), after.ToDictionary(codeOf));
        var changes = new List<PartChange>();
        foreach (var (code, part) in now)
        {
            if (!was.TryGetValue(code, out var old))
            {
                changes.Add(new PartChange(ChangeKind.Added, code, titleOf(part), []));
            }
            else if (Differing(fieldsOf(old), fieldsOf(part)) is { Count: > 0 } fields)
            {
                changes.Add(new PartChange(ChangeKind.Changed, code, titleOf(part), fields));
            }
        }

        changes.AddRange(was.Where(w => !now.ContainsKey(w.Key)).Select(w => new PartChange(ChangeKind.Removed, w.Key, titleOf(w.Value), [])));
        return changes;
    }

    private static List<FieldChange> Differing(IReadOnlyList<(string Name, string? Text)> before, IReadOnlyList<(string Name, string? Text)> after) =>
        [.. before.Zip(after).Where(f => f.First.Text != f.Second.Text).Select(f => new FieldChange(f.First.Name, f.First.Text, f.Second.Text))];

    private static IReadOnlyList<(string, string?)> FieldsOf(Indicator i) =>
    [
        ("title", i.Title), ("priority", i.Priority.ToString()), ("certain", i.PriorityCertain.ToString()), ("direction", i.Direction.ToString()), ("definition", i.Definition),
        ("note", i.Note), ("precisions", Lines(i.Precisions)), ("questions", Lines(i.Uses.Select(u => u.Variable.Value))),
        ("formulas", Lines(i.Outputs.Select(o => $"{o.Label} ({o.Unit}) = {o.Formula.Text}"))),
        ("volumes", Lines(i.Outputs.Where(o => o.Volume is not null).Select(o => $"{o.Label} : {o.Volume!.Variable}"))),
        ("changes", Lines(i.Changes.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Year} × {c.Factor} : {c.Reason}")))),
        ("target", i.Target is { } target ? $"{target.Text} ({target.Year})" : null), ("kind", i.Kind?.ToString()),
    ];

    private static IReadOnlyList<(string, string?)> FieldsOf(Variable v) =>
    [
        ("label", v.Label), ("help", v.Help), ("type", v.Type.ToString()), ("unit", v.Unit), ("min", Number(v.Min)), ("max", Number(v.Max)),
        ("addition", $"{v.OverBodies}, {v.OverTime}"), ("options", Lines(v.Options.Select(o => o.Label))), ("cells", Lines(v.Cells.Select(c => c.Value))),
        ("persons", v.CountsPersons.ToString()),
    ];

    private static IReadOnlyList<(string, string?)> FieldsOf(Topic t) =>
    [
        ("title", t.Title), ("about", t.Sheet.About), ("iso", Lines(t.Sheet.Iso26000.Select(c => $"{c.Clause} {c.Title}"))),
        ("sdgs", Lines(t.Sheet.Sdgs.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Number} {s.Title}")))),
        ("references", Lines(t.Sheet.References.Select(r => r.Text))), ("stakeholders", Lines(t.Sheet.Stakeholders)),
        ("actions", Lines(t.Sheet.Actions.Select(a => a.Text))), ("glossary", Lines(t.Sheet.Glossary.Select(g => $"{g.Term} = {g.Definition}"))),
        ("objectives", Lines(t.Objectives.Select(o => o.Title))),
    ];

    private static string? Lines(IEnumerable<string> texts) => string.Join('\n', texts) is { Length: > 0 } joined ? joined : null;

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
