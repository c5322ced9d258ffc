using System.Text;
using Responsables.App.Organizations;
using Responsables.App.Submissions;
using Responsables.Domain.Shared;

namespace Responsables.App.Targets;

/// <summary>The rows of a file of targets, and every fault of its writing, each with its line and column.</summary>
public sealed record TargetsFile(IReadOnlyList<TargetInput> Rows, IReadOnlyList<Problem> Problems);

/// <summary>Reads a file of targets: comma, header first, the columns of <see cref="TargetInput.Columns"/> in any order; <c>output</c>,
/// <c>baseline_value</c> and <c>direction</c> may be left out.</summary>
public static class TargetsCsv
{
    private const int MaxBytes = 5_000_000;

    private static readonly string[] Optional = ["output", "baseline_value", "direction"];

    public static async Task<TargetsFile> ReadAsync(Stream file, CancellationToken cancel)
    {
        string text;
        try
        {
            using var reader = new StreamReader(new BoundedStream(file, MaxBytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            text = await reader.ReadToEndAsync(cancel);
        }
        catch (BoundedStream.ExceededException)
        {
            return Refused(new Problem("targets.csv-too-long", null, MaxBytes / 1_000_000));
        }
        catch (DecoderFallbackException)
        {
            return Refused(new Problem("targets.csv-encoding", null));
        }

        var table = OrganizationsCsvTable.Of(text.TrimStart('\uFEFF'));
        if (table.UnclosedQuoteLine is { } cut)
        {
            return Refused(new Problem("targets.csv-truncated", Place(cut)));
        }

        if (table.HasTooManyRows)
        {
            return Refused(new Problem("targets.csv-too-many", null, OrganizationsCsv.MaxRows));
        }

        if (table.Lines.Count < 2)
        {
            return Refused(new Problem("targets.csv-empty", null, string.Join(',', TargetInput.Columns)));
        }

        var (head, names) = (table.Lines[0], table.Lines[0].Cells);
        var faults = TargetInput.Columns.Except(Optional).Where(c => !names.Contains(c)).Select(c => new Problem("targets.csv-column-missing", Place(head.Line), c))
            .Concat(names.Where(n => !TargetInput.Columns.Contains(n)).Select(n => new Problem("targets.csv-column-unknown", Place(head.Line), n, string.Join(", ", TargetInput.Columns))))
            .Concat(names.GroupBy(n => n).Where(n => n.Count() > 1).Select(n => new Problem("targets.csv-column-twice", Place(head.Line), n.Key)))
            .ToList();
        return faults.Count > 0 ? new TargetsFile([], faults) : Rows([.. table.Lines.Skip(1)], [.. names]);
    }

    internal static string Place(int line, string? column = null) => OrganizationsCsvPlace.Of(line, column);

    private static TargetsFile Rows(CsvLine[] lines, List<string> names)
    {
        var rows = new List<TargetInput>();
        var problems = new List<Problem>();
        foreach (var line in lines)
        {
            if (!line.HasSoundQuotes || line.Cells.Count != names.Count)
            {
                problems.Add(new Problem("targets.csv-width", Place(line.Line), line.Cells.Count, names.Count));
                continue;
            }

            string Cell(string column) => names.IndexOf(column) is var at and >= 0 ? line.Cells[at] : "";
            rows.Add(new TargetInput(
                Cell("node"), Cell("indicator"), Cell("output"), Cell("kind"), Cell("baseline_year"), Cell("baseline_value"), Cell("target_year"), Cell("value"),
                Cell("direction"), Cell("source"), line.Line));
        }

        return new TargetsFile(rows, problems);
    }

    private static TargetsFile Refused(Problem problem) => new([], [problem]);
}
