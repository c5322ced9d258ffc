using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>What the form of an assignment holds: who, what is said, the boxes that are ticked.</summary>
public sealed record AssignInput(string Email, string Message, string Due, IReadOnlySet<string> Wholes, IReadOnlySet<VariableCode> Questions)
{
    /// <summary>Boxes that stand for all the free questions of a part, of an enjeu or of an objective: <c>E2</c>, <c>E2.1</c>, <c>E2.1.1</c>.</summary>
    public const string Whole = "ensemble";

    public static readonly AssignInput Empty = new("", "", "", new HashSet<string>(), new HashSet<VariableCode>());

    internal static AssignInput Of(Form form) => new(
        form[AssignQuestions.Email], form[AssignQuestions.Message], form[AssignQuestions.Due], form.All(Whole).ToHashSet(),
        form.All(AssignQuestions.Questions).Select(c => new VariableCode(c)).ToHashSet());

    public static AssignInput Of(Assignment assignment) => new(
        assignment.Email, assignment.Message ?? "", assignment.DueOn is { } due ? IsoDay.Of(due) : "",
        new HashSet<string>(), assignment.Questions.Select(q => q.Variable).ToHashSet());

    /// <summary>What it asks for: the questions ticked one by one, and those of the parts ticked whole that nobody else has.</summary>
    internal AssignedWork WorkIn(AssignPlan plan) => new([.. Questions.Concat(plan.FreeIn(Wholes)).Distinct()], Message, Due);
}
