using System.Text;
using Responsables.Domain.Shared;

namespace Responsables.Domain.Submissions;

/// <summary>
/// A block copied from a spreadsheet: lines of cells parted by tabs. A cell that holds a tab, a line break or a quote comes between quotes,
/// its own quotes doubled, as spreadsheets copy it.
/// </summary>
public sealed class PastedBlock
{
    /// <summary>Lines that a block may have; a page of the form asks far fewer.</summary>
    public const int MostLines = 500;

    /// <summary>Characters that a block may have.</summary>
    public const int MostCharacters = 200_000;

    private PastedBlock(IReadOnlyList<IReadOnlyList<string>> lines)
    {
        Lines = lines;
        Width = lines.Max(l => l.Count);
    }

    /// <summary>The cells of each line, trimmed; lines may differ in length.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines { get; }

    /// <summary>Cells of the longest line.</summary>
    public int Width { get; }

    /// <summary>Reads a block, or says why it is none.</summary>
    public static Outcome<PastedBlock> Read(string text, string place)
    {
        if (text.Length > MostCharacters)
        {
            return Outcome.Refused<PastedBlock>(new Problem("submissions.paste-too-large", place, MostCharacters));
        }

        var lines = new List<IReadOnlyList<string>>();
        var line = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            if (Cell(text, ref at) is not { } cell)
            {
                return Outcome.Refused<PastedBlock>(new Problem("submissions.paste-quote", place, lines.Count + 1));
            }

            line.Add(cell);
            if (at < text.Length && text[at] == '\t')
            {
                at++;
                continue;
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            lines.Add(line);
            line = [];
        }

        if (line.Count > 0)
        {
            lines.Add(line);
        }

        while (lines.Count > 0 && lines[^1].All(c => c.Length == 0))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines.Count switch
        {
            0 => Outcome.Refused<PastedBlock>(new Problem("submissions.paste-empty", place)),
            > MostLines => Outcome.Refused<PastedBlock>(new Problem("submissions.paste-too-long", place, MostLines)),
            _ => Outcome.Done(new PastedBlock(lines)),
        };
    }

    /// <summary>A cell; empty beyond the end of a short line.</summary>
    public string Cell(int line, int column) => column < Lines[line].Count ? Lines[line][column] : "";

    /// <summary>Columns on the left that hold words only: what the spreadsheet calls its lines.</summary>
    public int LabelColumns
    {
        get
        {
            var count = 0;
            while (count < Width - 1 && Values(count) == 0)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The column that has the most values; the first of these when several have as many.</summary>
    public int ValueColumn => Enumerable.Range(0, Width).MaxBy(Values);

    private int Values(int column) => Enumerable.Range(0, Lines.Count).Count(l => IsValue(Cell(l, column)));

    private static bool IsValue(string text) =>
        NumberInput.French(text) is not null || text.Equals("oui", StringComparison.OrdinalIgnoreCase) || text.Equals("non", StringComparison.OrdinalIgnoreCase);

    // Stops at the tab or the line break that ends the cell. Null: a quote that opens the cell never ends it.
    private static string? Cell(string text, ref int at)
    {
        if (text[at] != '"')
        {
            var end = text.IndexOfAny(['\t', '\r', '\n'], at);
            var plain = text[at..(end < 0 ? text.Length : end)];
            at += plain.Length;
            return plain.Trim();
        }

        var cell = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else
            {
                at = i + 1;
                return at == text.Length || text[at] is '\t' or '\r' or '\n' ? cell.ToString().ReplaceLineEndings("\n").Trim() : null;
            }
        }

        return null;
    }
}
