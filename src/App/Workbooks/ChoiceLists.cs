using Responsables.Domain.Frameworks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>The lists to choose from in the sheets: those that are too long for a cell stand in a hidden sheet.</summary>
internal sealed class ChoiceLists
{
    /// <summary>Ranges that one list of choices has; the format allows several lists alike.</summary>
    private const int MostRanges = 400;

    /// <summary>Longest prompt that the format allows.</summary>
    private const int MostPrompt = 255;

    private readonly Dictionary<VariableCode, (Variable Variable, List<string> Cells)> noted = [];
    private readonly List<(Variable Variable, IReadOnlyList<string> Choices)> far = [];

    private static string Sheet => WorkbookWords.Of("sheet.lists");

    /// <summary>A cell that a question is answered in.</summary>
    public void Note(Variable variable, string cell)
    {
        if (variable.Type is VariableType.Boolean or VariableType.List)
        {
            if (!noted.TryGetValue(variable.Code, out var known))
            {
                noted.Add(variable.Code, known = (variable, []));
            }

            known.Cells.Add(cell);
        }
    }

    /// <summary>The lists of the sheet that was just written.</summary>
    public IReadOnlyList<SheetChoice> Take(IReadOnlyList<WorkbookColumn> columns, int last)
    {
        var state = CellAddress.Column(columns.ToList().IndexOf(WorkbookColumn.State) + 1);
        List<SheetChoice> choices = [new([$"{state}{WorkbookSheet.HeadRows + 1}:{state}{Math.Max(last, WorkbookSheet.HeadRows + 1)}"], SheetChoice.Inline(WorkbookStates.Choices)!, true, null, null)];
        // All the questions answered by yes or no have the same list.
        var truths = noted.Values.Where(n => n.Variable.Type == VariableType.Boolean).SelectMany(n => n.Cells).ToList();
        choices.AddRange(truths.Chunk(MostRanges).Select(cells => new SheetChoice(cells, SheetChoice.Inline(["oui", "non"])!, true, null, null)));
        foreach (var (variable, cells) in noted.Values.Where(n => n.Variable.Type == VariableType.List))
        {
            var names = variable.Options.Select(o => WorkbookValues.Choice(variable, o)).ToList();
            var prompt = variable.Many ? WorkbookWords.Of("choice.many") : null;
            choices.AddRange(cells.Chunk(MostRanges).Select(some => new SheetChoice(
                some, SheetChoice.Inline(names) ?? Far(variable, names), !variable.Many, null, prompt is { Length: > MostPrompt } ? prompt[..MostPrompt] : prompt)));
        }

        noted.Clear();
        return choices;
    }

    /// <summary>The hidden sheet, when there is anything in it.</summary>
    public void Write(SpreadsheetWriter writer)
    {
        if (far.Count == 0)
        {
            return;
        }

        var plain = new CellLook();
        writer.Sheet(
            new SheetPlan(Sheet, [.. far.Select(_ => 30d)]) { Visibility = SheetVisibility.Hidden, IsProtected = true },
            Enumerable.Range(0, far.Max(f => f.Choices.Count)).Select(i => (IReadOnlyList<SheetCell>)[.. far.Select(f => SheetCell.Of(f.Choices.ElementAtOrDefault(i), plain))]));
    }

    private string Far(Variable variable, List<string> names)
    {
        var at = far.FindIndex(f => f.Variable.Code == variable.Code);
        if (at < 0)
        {
            far.Add((variable, names));
            at = far.Count - 1;
        }

        var column = CellAddress.Column(at + 1);
        return $"'{Sheet}'!${column}$1:${column}${names.Count}";
    }
}
