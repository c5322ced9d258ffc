using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>One sheet of questions: the context, or an engagement.</summary>
internal sealed class WorkbookSheet(string name, string title, int year, IReadOnlyList<WorkbookBody> bodies, bool many, ChoiceLists lists)
{
    /// <summary>Rows above the questions: the title, and the head.</summary>
    public const int HeadRows = 2;

    private const int LongestName = 31;
    private const string Years = "année";

    private readonly IReadOnlyList<WorkbookColumn> columns = WorkbookColumns.Of(many);
    private int row;

    /// <summary>The name of the sheet of each block, in the order of the sheets.</summary>
    public static Dictionary<BlockKey, string> NamesOf(Framework framework)
    {
        var names = new Dictionary<BlockKey, string> { [BlockKey.Context] = WorkbookWords.Of("sheet.context") };
        foreach (var commitment in framework.Commitments)
        {
            var sheet = string.Concat($"{commitment.Code} {commitment.ShortTitle}".Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? ' ' : c));
            foreach (var indicator in commitment.Topics.SelectMany(t => t.Indicators))
            {
                names.TryAdd(BlockKey.Of(indicator.Code), sheet.Length <= LongestName ? sheet : sheet[..LongestName].TrimEnd());
            }
        }

        return names;
    }

    public void Write(SpreadsheetWriter writer) => writer.Sheet(
        new SheetPlan(name, WorkbookColumns.Widths(many)) { FrozenRows = HeadRows, IsProtected = true, IsFiltered = true, IsLandscape = true }, Rows(), () => lists.Take(columns, row));

    private IEnumerable<IReadOnlyList<SheetCell>> Rows()
    {
        row = HeadRows;
        yield return [SheetCell.Of(title, WorkbookLooks.Title)];
        yield return [.. columns.Select(c => SheetCell.Of(WorkbookColumns.Head(c, year), WorkbookLooks.Head))];
        foreach (var body in bodies)
        {
            foreach (var (block, uses) in body.BlocksOf(name))
            {
                row++;
                yield return Section(body, block);
                foreach (var use in uses)
                {
                    var variable = body.Dossier.Compiled.Framework.Variable(use.Variable);
                    foreach (var cell in variable.Cells)
                    {
                        row++;
                        yield return Question(body, use, variable, cell);
                    }
                }
            }
        }
    }

    private IReadOnlyList<SheetCell> Section(WorkbookBody body, Block block) => [.. columns.Select(c => SheetCell.Of(
        c switch
        {
            WorkbookColumn.Organization => body.Dossier.Place.Code.Value,
            WorkbookColumn.Name => body.Dossier.Submission.ShortName,
            WorkbookColumn.Code => block.Indicator?.Code.Value,
            WorkbookColumn.Question => block.Indicator?.Title ?? WorkbookWords.Of("sheet.context"),
            _ => null,
        },
        WorkbookLooks.Section))];

    private SheetCell[] Question(WorkbookBody body, VariableUse use, Variable variable, CellKey cell)
    {
        var dossier = body.Dossier;
        var sees = body.Rights.Sees(variable.Code);
        var stored = body.Rights.RowOf(variable.Code, cell);
        var input = body.Rights.MayChange(variable.Code) ? WorkbookLooks.Input : WorkbookLooks.Locked;
        var value = input with { Format = FormatOf(variable), IsToTheRight = variable.IsNumeric };
        lists.Note(variable, CellAddress.Of(columns.ToList().IndexOf(WorkbookColumn.Value) + 1, row));
        return
        [
            .. columns.Select(c => c switch
            {
                WorkbookColumn.Organization => SheetCell.Of(dossier.Place.Code.Value, WorkbookLooks.Code),
                WorkbookColumn.Name => SheetCell.Of(dossier.Submission.ShortName, WorkbookLooks.Label),
                WorkbookColumn.Code => SheetCell.Of(CodeOf(variable.Code, cell), WorkbookLooks.Code),
                WorkbookColumn.Question => SheetCell.Of(Asked(dossier.Compiled.Framework, use, variable), WorkbookLooks.Label),
                WorkbookColumn.Breakdown => SheetCell.Of(Named(variable, cell), WorkbookLooks.Label),
                WorkbookColumn.Unit => SheetCell.Of(variable.Unit, WorkbookLooks.Label),
                WorkbookColumn.Before => Before(body, variable, cell),
                WorkbookColumn.Value => WorkbookValues.Cell(variable, stored?.Value, value),
                WorkbookColumn.State => SheetCell.Of(sees ? WorkbookStates.Of(stored?.State ?? AnswerState.Missing) : WorkbookStates.NotShown, input),
                _ => SheetCell.Of(stored?.Comment, input with { Format = WorkbookLooks.AsText }),
            }),
        ];
    }

    /// <summary>A question and its cell, as the column of codes names them.</summary>
    public static string CodeOf(VariableCode variable, CellKey cell) => Submissions.AnswerPlace.Of(variable, cell);

    private static string? FormatOf(Variable variable) => variable.Type switch
    {
        VariableType.Text => WorkbookLooks.AsText,
        VariableType.Integer when variable.Unit != Years => WorkbookLooks.Whole,
        _ => null,
    };

    private static string Asked(Framework framework, VariableUse use, Variable variable) => use.When is { } when
        ? WorkbookWords.Of("question.when", variable.Label, framework.Variable(when.Variable).Label, when.Yes ? "oui" : "non")
        : variable.Label;

    private static string? Named(Variable variable, CellKey cell) => cell.IsTotal
        ? variable.Breakdowns.Count > 0 ? WorkbookWords.Of("question.total") : null
        : string.Join(", ", cell.Parts().Select(p => variable.Breakdowns.FirstOrDefault(b => b.Code == p.Dimension)?.Cells.FirstOrDefault(c => c.Code == p.Cell)?.Label ?? p.Cell));

    // With its own decimals: it is not to be changed.
    private static SheetCell Before(WorkbookBody body, Variable variable, CellKey cell)
    {
        if (!body.Rights.Sees(variable.Code) || body.Dossier.Previous?[variable.Code, cell] is not { } answer)
        {
            return SheetCell.Of((string?)null, WorkbookLooks.Before);
        }

        var decimals = answer.Value is { } value && variable.IsNumeric ? NumberInput.DecimalsOf(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)) : 0;
        var format = FormatOf(variable) ?? (decimals == 0 ? variable.Unit == Years ? null : WorkbookLooks.Whole : WorkbookLooks.Whole + "." + new string('0', decimals));
        return answer.State == AnswerState.Given
            ? WorkbookValues.Cell(variable, answer.Value, WorkbookLooks.Before with { Format = format, IsToTheRight = variable.IsNumeric })
            : SheetCell.Of(WorkbookStates.Of(answer.State), WorkbookLooks.Before);
    }
}
