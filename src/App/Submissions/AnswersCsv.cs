using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Responsables.App.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Submissions;

/// <summary>One row of a file of answers, as it is written.</summary>
internal sealed record AnswerLine(int Line, string Organization, string Variable, string Breakdown, string Value, string State, string Comment);

/// <summary>The rows of a file that could be read, and what is wrong with its form.</summary>
internal sealed record AnswersReading(IReadOnlyList<AnswerLine> Lines, IReadOnlyList<Problem> Problems);

/// <summary>Answers as a CSV file: comma separated (RFC 4180), UTF-8, the columns below in any order, one row an answer.</summary>
public static class AnswersCsv
{
    /// <summary>The columns, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<string> Columns = ["organization", "variable", "breakdown", "value", "state", "comment"];

    public const long DefaultMaxBytes = 50 * 1024 * 1024;

    public const int MaxRows = 1_000_000;

    /// <summary>Most faults told one by one; the rest is told as a number.</summary>
    public const int MaxFaults = 1_000;

    public const string NotApplicable = "sans_objet";

    public const string Unavailable = "indisponible";

    /// <summary>Reads every row of a file. A file that is too large is refused before it is read.</summary>
    internal static AnswersReading Read(Stream file, long maxBytes = DefaultMaxBytes, int maxRows = MaxRows)
    {
        using var bounded = new BoundedStream(file, maxBytes);
        if (file.CanSeek && file.Length > maxBytes)
        {
            return TooLarge(maxBytes);
        }

        using var text = new QuoteWatch(new StreamReader(
            bounded, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false));
        var problems = new List<Problem>();
        var lines = new List<AnswerLine>();
        try
        {
            ReadRows(text, lines, problems, maxRows);
        }
        catch (DecoderFallbackException)
        {
            return new([], [new Problem("submissions.file-not-utf8", Place(text.Line))]);
        }
        catch (BoundedStream.ExceededException)
        {
            return TooLarge(maxBytes);
        }

        return new(lines, problems);
    }

    /// <summary>Where a fault stands, as it is shown.</summary>
    internal static string Place(int line, string? column = null) => OrganizationsCsvPlace.Of(line, column);

    private static AnswersReading TooLarge(long maxBytes) =>
        new([], [new Problem("submissions.file-too-large", null, maxBytes / (1024m * 1024m))]);

    private static void ReadRows(QuoteWatch text, List<AnswerLine> lines, List<Problem> problems, int maxRows)
    {
        var sound = true;
        var format = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ",", BadDataFound = _ => sound = false };
        using var csv = new CsvParser(text, format);
        var interned = new Dictionary<string, string>();
        int[]? positions = null;
        var width = 0;
        while (csv.Read())
        {
            var line = csv.RawRow - csv.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');
            // Each cell is looked at: that is when misplaced quotes are noticed.
            var isBlank = true;
            for (var i = 0; i < csv.Count; i++)
            {
                isBlank &= string.IsNullOrWhiteSpace(csv[i]);
            }

            if (isBlank)
            {
                continue;
            }

            if (text.IsAtEnd && text.UnclosedQuoteLine is { } opened && opened <= csv.RawRow)
            {
                problems.Add(new Problem("submissions.file-truncated", Place(opened)));
                return;
            }

            if (positions is null)
            {
                positions = Header([.. Enumerable.Range(0, csv.Count).Select(i => csv[i].Trim().TrimStart('\uFEFF'))], line, problems);
                width = csv.Count;
                if (problems.Count > 0)
                {
                    return;
                }
            }
            else if (!sound || csv.Count != width)
            {
                problems.Add(sound
                    ? new Problem("submissions.row-width", Place(line), csv.Count, width)
                    : new Problem("submissions.row-quotes", Place(line)));
            }
            else if (lines.Count == maxRows)
            {
                problems.Add(new Problem("submissions.too-many-rows", null, maxRows));
                return;
            }
            else
            {
                lines.Add(new(line, Shared(0), Shared(1), Shared(2), csv[positions[3]], Shared(4), csv[positions[5]].Trim()));
            }

            sound = true;
        }

        if (lines.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Problem("submissions.no-rows", null));
        }

        // The same few codes come again in every row.
        string Shared(int column)
        {
            var cell = csv[positions![column]].Trim();
            return interned.TryGetValue(cell, out var known) ? known : interned[cell] = cell;
        }
    }

    private static int[] Header(List<string> names, int line, List<Problem> problems)
    {
        if (names.Count == 1 && names[0].AsSpan().ContainsAny(";\t"))
        {
            problems.Add(new Problem("submissions.wrong-separator", Place(line)));
            return [-1];
        }

        problems.AddRange(names.Distinct().Except(Columns).Select(n => new Problem("submissions.column-unknown", Place(line, n), n, string.Join(", ", Columns))));
        problems.AddRange(names.GroupBy(n => n).Where(n => n.Count() > 1).Select(n => new Problem("submissions.column-twice", Place(line, n.Key), n.Key)));
        problems.AddRange(Columns.Except(names).Select(c => new Problem("submissions.column-missing", Place(line, c), c)));
        return [.. Columns.Select(c => names.IndexOf(c))];
    }
}
