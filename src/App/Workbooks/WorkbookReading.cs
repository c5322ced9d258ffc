using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>
/// Reads the answers of the sheets of a workbook. Sheets are known by the heads of their columns, rows by their codes: they may be moved,
/// sorted, filtered or deleted.
/// </summary>
internal sealed class WorkbookReading(SpreadsheetReader reader, Framework framework, WorkbookOrigin origin)
{
    /// <summary>Rows among which the head is looked for.</summary>
    private const int MostBeforeHead = 50;

    private readonly Dictionary<string, (Variable Variable, CellKey Cell)> codes =
        framework.Variables.SelectMany(v => v.Cells.Select(c => (v, c))).ToDictionary(q => WorkbookSheet.CodeOf(q.v.Code, q.c), StringComparer.Ordinal);

    private readonly HashSet<OrganizationCode> bodies = [.. origin.Bodies];
    private readonly Dictionary<WorkbookKey, WorkbookLine> known = [];

    public List<WorkbookLine> Lines { get; } = [];

    public List<Problem> Problems { get; } = [];

    public void Run()
    {
        string[] ours = [WorkbookWords.Of("sheet.base"), WorkbookWords.Of("sheet.readme"), WorkbookWords.Of("sheet.lists")];
        var asking = WorkbookSheet.NamesOf(framework).Values.ToHashSet();
        foreach (var sheet in reader.Sheets.Except(ours))
        {
            Sheet(sheet, asking.Contains(sheet));
        }
    }

    private void Sheet(string sheet, bool isOurs)
    {
        Dictionary<WorkbookColumn, int>? head = null;
        var joined = new List<ReadMerge>();
        var asked = new HashSet<int>();
        foreach (var row in reader.Rows(sheet, joined))
        {
            if (head is null)
            {
                head = Head(row);
                if (head is not null && Missing(head) is { } missing)
                {
                    Problems.Add(new Problem("workbooks.head-missing", sheet, sheet, missing));
                    return;
                }

                if (head is null && row.Number > MostBeforeHead)
                {
                    break;
                }
            }
            else if (Line(sheet, head, row))
            {
                asked.Add(row.Number);
            }
        }

        if (head is not null)
        {
            Joined(sheet, head, asked, joined);
        }
        else if (isOurs)
        {
            Problems.Add(new Problem("workbooks.head-missing", sheet, sheet, WorkbookColumns.Head(WorkbookColumn.Code)));
        }
    }

    private static Dictionary<WorkbookColumn, int>? Head(ReadRow row)
    {
        var head = new Dictionary<WorkbookColumn, int>();
        foreach (var cell in row.Cells.Where(c => c.Kind == ReadKind.Text))
        {
            foreach (var column in Enum.GetValues<WorkbookColumn>().Where(c => c != WorkbookColumn.Before && WorkbookColumns.Head(c) == cell.Text.Trim()))
            {
                head.TryAdd(column, cell.Column);
            }
        }

        return head.ContainsKey(WorkbookColumn.Code) ? head : null;
    }

    private string? Missing(Dictionary<WorkbookColumn, int> head) => ((WorkbookColumn[])[WorkbookColumn.Value, WorkbookColumn.State, WorkbookColumn.Comment, WorkbookColumn.Organization])
        .Where(c => !head.ContainsKey(c) && (c != WorkbookColumn.Organization || origin.Bodies.Count != 1)).Select(c => WorkbookColumns.Head(c)).FirstOrDefault();

    // Whether the row is a question.
    private bool Line(string sheet, Dictionary<WorkbookColumn, int> head, ReadRow row)
    {
        string At(WorkbookColumn column) => WorkbookLine.PlaceOf(sheet, CellAddress.Of(head[column], row.Number));
        var code = row[head[WorkbookColumn.Code]]?.Text.Trim() ?? "";
        var (value, state, comment) = (row[head[WorkbookColumn.Value]], row[head[WorkbookColumn.State]], row[head[WorkbookColumn.Comment]]);
        if (!codes.TryGetValue(code, out var question))
        {
            if ((value ?? state ?? comment) is not null && framework.FindIndicator(new IndicatorCode(code)) is null)
            {
                Problems.Add(new Problem("workbooks.code-unknown", At(WorkbookColumn.Code), code));
            }

            return false;
        }

        var body = head.TryGetValue(WorkbookColumn.Organization, out var column) ? new OrganizationCode(row[column]?.Text.Trim() ?? "") : origin.Bodies[0];
        if (!bodies.Contains(body))
        {
            Problems.Add(new Problem("workbooks.body-unknown", At(WorkbookColumn.Organization), body));
            return true;
        }

        var faults = Problems.Count;
        if (Answer(question.Variable, value, state, comment, At) is { } answer && Problems.Count == faults)
        {
            Keep(new WorkbookLine(
                new WorkbookKey(body, question.Variable.Code, question.Cell), answer, sheet, row.Number, CellAddress.Of(head[WorkbookColumn.Value], row.Number)));
        }

        return true;
    }

    private void Keep(WorkbookLine line)
    {
        if (known.TryAdd(line.Key, line))
        {
            Lines.Add(line);
        }
        else if (known[line.Key].Answer != line.Answer)
        {
            Problems.Add(new Problem("workbooks.row-twice", line.Place, known[line.Key].Row, known[line.Key].Sheet));
        }
    }

    // Null when nothing is to be read, or when something is wrong.
    private WorkbookAnswer? Answer(Variable variable, ReadCell? value, ReadCell? state, ReadCell? comment, Func<WorkbookColumn, string> at)
    {
        var read = Taken(WorkbookValues.Read(variable, value, at(WorkbookColumn.Value)));
        var written = Taken(WorkbookValues.Plain(state, at(WorkbookColumn.State)));
        var said = Taken(WorkbookValues.Plain(comment, at(WorkbookColumn.Comment)));
        if (read is null || written is null || said is null)
        {
            return null;
        }

        if (string.Equals(written, WorkbookStates.NotShown, StringComparison.OrdinalIgnoreCase))
        {
            if (read.Length + said.Length > 0)
            {
                Problems.Add(new Problem("workbooks.not-shown", at(WorkbookColumn.Value)));
            }

            return null;
        }

        if (said.Length > AnswerInput.MaxComment)
        {
            Problems.Add(new Problem("submissions.comment-too-long", at(WorkbookColumn.Comment), AnswerInput.MaxComment));
        }

        if (WrittenText.HasControls(said))
        {
            Problems.Add(new Problem("shared.control-character", at(WorkbookColumn.Comment)));
        }

        switch (WorkbookStates.Read(written))
        {
            case null:
                Problems.Add(new Problem("workbooks.state-unknown", at(WorkbookColumn.State), written));
                return null;
            case AnswerState.Given:
                return WorkbookAnswer.Of(read.Length == 0 ? AnswerState.Missing : AnswerState.Given, read, said);
            case { } without when read.Length == 0:
                return WorkbookAnswer.Of(without, null, said);
            default:
                Problems.Add(new Problem("workbooks.value-and-state", at(WorkbookColumn.State), value!.Value.Text.Trim(), written));
                return null;
        }
    }

    private string? Taken(Outcome<string> outcome)
    {
        if (outcome is Outcome<string>.Done done)
        {
            return done.Value;
        }

        Problems.AddRange(((Outcome<string>.Refused)outcome).Problems);
        return null;
    }

    // Of cells made one, all but the first are lost: what was in them would look erased.
    private void Joined(string sheet, Dictionary<WorkbookColumn, int> head, HashSet<int> asked, List<ReadMerge> joined)
    {
        int[] inputs = [head[WorkbookColumn.Code], head[WorkbookColumn.Value], head[WorkbookColumn.State], head[WorkbookColumn.Comment]];
        foreach (var merge in joined.Where(m => Array.Exists(inputs, c => c >= m.FirstColumn && c <= m.LastColumn)))
        {
            if (merge.LastRow - merge.FirstRow > asked.Count ? asked.Any(r => r >= merge.FirstRow && r <= merge.LastRow) : Enumerable.Range(merge.FirstRow, merge.LastRow - merge.FirstRow + 1).Any(asked.Contains))
            {
                Problems.Add(new Problem("workbooks.merged", WorkbookLine.PlaceOf(sheet, CellAddress.Of(merge.FirstColumn, merge.FirstRow))));
            }
        }
    }
}
