using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>A field of a page of the form that a pasted value may fill.</summary>
/// <param name="Line">Its line in a crossed table; null: it is in none.</param>
/// <param name="Column">Its column there.</param>
public sealed record PasteTarget(Variable Variable, CellKey Cell, int? Line = null, int? Column = null)
{
    public string Place => AnswerPlace.Of(Variable.Code, Cell);

    /// <summary>The question, with its cell.</summary>
    public string Label => Cell.IsTotal ? Variable.Label : T["submissions.of-cell", Variable.Label, FieldText.Cell(Variable, Cell)];

    /// <summary>The fields of a page that may be filled now, in the order in which they are read.</summary>
    public static IReadOnlyList<PasteTarget> Of(EntrySheet sheet) =>
    [
        .. from block in sheet.Page.Blocks
        from use in block.Uses
        where sheet.Plan.IsEnteredIn(use.Variable, block) && sheet.MayEnter && sheet.Row(use).IsOpen
        from target in Of(sheet.Dossier.Compiled.Framework.Variable(use.Variable))
        select target,
    ];

    private static IEnumerable<PasteTarget> Of(Variable variable)
    {
        IEnumerable<PasteTarget> total = variable.HasTotal ? [new(variable, CellKey.Total)] : [];
        if (variable.Breakdowns.Count == 0 || variable.Layout != BreakdownLayout.Crossed)
        {
            return total.Concat(variable.BrokenDown.Select(c => new PasteTarget(variable, c)));
        }

        var table = new CrossedTable(variable);
        return total.Concat(table.Lines.SelectMany((line, down) =>
            table.Across.Cells.Select((column, right) => new PasteTarget(variable, table.Key(line, column), down, right))));
    }

    /// <summary>A pasted text as the field of this target would send it: options by their code, yes and no in small letters.</summary>
    public string Sent(string text) => Variable.Type switch
    {
        VariableType.Boolean => text.ToLowerInvariant(),
        VariableType.List => string.Join(';', text.Split(';', StringSplitOptions.TrimEntries).Select(t =>
            Variable.Options.FirstOrDefault(o => string.Equals(o.Label, t, StringComparison.OrdinalIgnoreCase))?.Code ?? t)),
        _ => text,
    };
}
