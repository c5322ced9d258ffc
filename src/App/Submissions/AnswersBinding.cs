using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using FaultCodes = Responsables.Domain.Submissions.FaultCodes;

namespace Responsables.App.Submissions;

/// <summary>An edit that comes from a row of a file.</summary>
internal sealed record BoundEdit(int Line, OrganizationCode Organization, AnswerEdit Edit);

/// <summary>Reads the codes and values of the rows of a file by what a campaign asks of each body.</summary>
/// <param name="asked">What is asked of a body; null when it is not in the campaign's perimeter.</param>
/// <param name="known">Whether a body exists at another date.</param>
internal sealed class AnswersBinding(
    Framework framework, int year, Func<OrganizationCode, Questionnaire?> asked, Func<OrganizationCode, bool> known)
{
    private readonly Dictionary<(OrganizationCode, VariableCode, CellKey), int> lines = [];
    private readonly Dictionary<(string, string), (CellKey Cell, Problem? Problem)> cells = [];

    public List<Problem> Problems { get; } = [];

    public List<BoundEdit> Bind(IEnumerable<AnswerLine> rows)
    {
        var edits = new List<BoundEdit>();
        foreach (var row in rows)
        {
            var faults = Problems.Count;
            var organization = new OrganizationCode(row.Organization);
            var questionnaire = Organization(row, organization);
            var variable = Variable(row, questionnaire);
            var cell = variable is null ? CellKey.Total : Cell(row, variable);
            if (variable is not null && Edit(row, variable, cell) is { } edit && Problems.Count == faults)
            {
                if (lines.TryAdd((organization, edit.Variable, edit.Cell), row.Line))
                {
                    edits.Add(new BoundEdit(row.Line, organization, edit));
                }
                else
                {
                    Fault("submissions.row-twice", row.Line, null, lines[(organization, edit.Variable, edit.Cell)], row.Line, organization, edit.Place);
                }
            }
        }

        return edits;
    }

    /// <summary>The line of a body's answer, or of another cell of the same variable; null when the file lists none.</summary>
    public int? LineOf(OrganizationCode organization, VariableCode variable, CellKey cell) =>
        lines.TryGetValue((organization, variable, cell), out var line) ? line
        : framework.Variable(variable).BrokenDown.Prepend(CellKey.Total)
            .Select(c => lines.TryGetValue((organization, variable, c), out var other) ? other : (int?)null).FirstOrDefault(l => l is not null);

    private Questionnaire? Organization(AnswerLine row, OrganizationCode code)
    {
        if (row.Organization.Length == 0)
        {
            Fault("submissions.organization-empty", row.Line, "organization");
            return null;
        }

        if (asked(code) is { } questionnaire)
        {
            return questionnaire;
        }

        Fault(known(code) ? "submissions.organization-outside" : "submissions.organization-unknown", row.Line, "organization", row.Organization, year);
        return null;
    }

    private Variable? Variable(AnswerLine row, Questionnaire? questionnaire)
    {
        var variable = framework.FindVariable(new VariableCode(row.Variable));
        if (variable is null)
        {
            Fault("submissions.variable-unknown", row.Line, "variable", row.Variable, framework.Code);
        }
        else if (questionnaire?.Asks(variable.Code) == false)
        {
            Fault("submissions.variable-not-asked", row.Line, "variable", row.Variable, row.Organization, year);
        }

        return variable;
    }

    private CellKey Cell(AnswerLine row, Variable variable)
    {
        if (!cells.TryGetValue((row.Variable, row.Breakdown), out var read))
        {
            read = AnswersCells.Read(framework, variable, row.Breakdown);
            cells.Add((row.Variable, row.Breakdown), read);
        }

        if (read.Problem is { } problem)
        {
            Fault(problem.Code, row.Line, "breakdown", problem.Arguments);
        }

        return read.Cell;
    }

    private AnswerEdit? Edit(AnswerLine row, Variable variable, CellKey cell)
    {
        if (row.Comment.Length > AnswerInput.MaxComment)
        {
            Fault("submissions.comment-too-long", row.Line, "comment", AnswerInput.MaxComment);
        }

        if (WrittenText.HasControls(row.Comment) || WrittenText.HasControls(row.Value))
        {
            Fault("shared.control-character", row.Line, WrittenText.HasControls(row.Comment) ? "comment" : "value");
        }

        var comment = SpreadsheetGuard.Unguarded(row.Comment);
        var hasValue = !string.IsNullOrWhiteSpace(row.Value);
        switch (row.State)
        {
            case "" when !hasValue:
                Fault("submissions.value-or-state", row.Line, "value");
                return null;
            case "":
                return Value(row, variable, cell, comment);
            case AnswersCsv.NotApplicable or AnswersCsv.Unavailable when hasValue:
                Fault("submissions.value-and-state", row.Line, "state", row.Value.Trim(), row.State);
                return null;
            case AnswersCsv.NotApplicable:
                return new AnswerEdit(variable.Code, cell, AnswerState.NotApplicable, null, comment, null);
            case AnswersCsv.Unavailable when comment.Length == 0:
                Fault(FaultCodes.ReasonRequired, row.Line, "comment");
                return null;
            case AnswersCsv.Unavailable:
                return new AnswerEdit(variable.Code, cell, AnswerState.Unavailable, null, comment, null);
            default:
                Fault("submissions.state-unknown", row.Line, "state", row.State);
                return null;
        }
    }

    private AnswerEdit? Value(AnswerLine row, Variable variable, CellKey cell, string comment)
    {
        var text = variable.Type == VariableType.Text ? SpreadsheetGuard.Unguarded(row.Value) : row.Value;
        switch (AnswerInput.Read(variable, text, AnswersCsv.Place(row.Line, "value"), french: false))
        {
            case Outcome<string>.Done { Value.Length: > 0 } read:
                return new AnswerEdit(variable.Code, cell, AnswerState.Given, read.Value, comment, null);
            case Outcome<string>.Refused refused:
                Problems.AddRange(refused.Problems);
                return null;
            default:
                Fault("submissions.value-or-state", row.Line, "value");
                return null;
        }
    }

    private void Fault(string code, int line, string? column, params object?[] arguments) =>
        Problems.Add(new Problem(code, AnswersCsv.Place(line, column), arguments));
}
