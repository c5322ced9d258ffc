using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Submissions;

/// <summary>One value of a pasted block: where it goes, or why it cannot.</summary>
/// <param name="Line">Its line in the block, from 1.</param>
/// <param name="Beside">What the spreadsheet has on its left, in words.</param>
/// <param name="Text">As it was copied.</param>
/// <param name="Target">Where it goes; null: nowhere.</param>
/// <param name="IsSame">Whether the field has this value already.</param>
public sealed record PastedValue(int Line, string Beside, string Text, PasteTarget? Target, Problem? Fault, bool IsSame)
{
    /// <summary>Whether it is to be put.</summary>
    public bool IsPut => Fault is null && !IsSame;
}

/// <summary>A block of a spreadsheet placed in the fields of a page: what goes where, before anything is put.</summary>
public sealed class Pasting
{
    private readonly Dossier dossier;

    /// <param name="start">The field where it begins.</param>
    /// <param name="column">The column of the values, from 0; null: the one that has the most.</param>
    public Pasting(PastedBlock block, EntrySheet sheet, PasteTarget start, int? column)
    {
        dossier = sheet.Dossier;
        (Block, Start) = (block, start);
        var targets = PasteTarget.Of(sheet);
        IsTable = start.Line is not null;
        Column = column is { } chosen && chosen < block.Width ? chosen : block.ValueColumn;
        Values = [.. IsTable ? InTable(targets) : Down(targets)];
    }

    public PastedBlock Block { get; }

    public PasteTarget Start { get; }

    /// <summary>Whether it fills a table, lines and columns; else one column goes down the questions.</summary>
    public bool IsTable { get; }

    /// <summary>The column whose values are taken, from 0, when it fills no table.</summary>
    public int Column { get; }

    /// <summary>Every value in order; empty cells are passed over, what is there stays.</summary>
    public IReadOnlyList<PastedValue> Values { get; }

    public IReadOnlyList<PastedValue> Put => [.. Values.Where(v => v.IsPut)];

    public IReadOnlyList<Problem> Problems => [.. Values.Select(v => v.Fault).OfType<Problem>()];

    private IEnumerable<PastedValue> Down(IReadOnlyList<PasteTarget> targets)
    {
        var start = targets.ToList().FindIndex(t => t.Place == Start.Place);
        for (var line = 0; line < Block.Lines.Count; line++)
        {
            if (Block.Cell(line, Column) is { Length: > 0 } text)
            {
                yield return Value(line, text, start + line < targets.Count ? targets[start + line] : null);
            }
        }
    }

    private IEnumerable<PastedValue> InTable(IReadOnlyList<PasteTarget> targets)
    {
        for (var line = 0; line < Block.Lines.Count; line++)
        {
            for (var column = Block.LabelColumns; column < Block.Width; column++)
            {
                var (down, right) = (Start.Line + line, Start.Column + column - Block.LabelColumns);
                if (Block.Cell(line, column) is { Length: > 0 } text)
                {
                    yield return Value(line, text, targets.FirstOrDefault(t => t.Variable.Code == Start.Variable.Code && t.Line == down && t.Column == right));
                }
            }
        }
    }

    private PastedValue Value(int line, string text, PasteTarget? target)
    {
        var labels = IsTable ? Block.LabelColumns : Column;
        var beside = string.Join(" ", Enumerable.Range(0, labels).Select(c => Block.Cell(line, c)).Where(c => c.Length > 0));
        if (target is null)
        {
            return new PastedValue(line + 1, beside, text, null, Placed(line, new Problem(IsTable ? "submissions.paste-outside" : "submissions.paste-beyond", null, text)), false);
        }

        var kept = dossier.Rows.GetValueOrDefault((target.Variable.Code, target.Cell));
        return AnswerInput.Read(target.Variable, target.Sent(text), target.Place, french: true) switch
        {
            Outcome<string>.Done read => new PastedValue(line + 1, beside, text, target, null, kept is { State: AnswerState.Given } && kept.Value == read.Value),
            Outcome<string>.Refused refused => new PastedValue(line + 1, beside, text, target, Placed(line, refused.Problems[0]), false),
            _ => throw new InvalidOperationException("A text is read or refused."),
        };
    }

    // Every fault is told by its line in the block, which is where it is mended.
    private static Problem Placed(int line, Problem problem) => problem with { Place = $"{PasteActs.Lines}{line + 1}" };
}
