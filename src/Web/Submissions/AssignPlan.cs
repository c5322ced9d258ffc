using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Submissions;

/// <summary>The questions of a dossier by page, enjeu and objective, with who has which: what the form of an assignment offers.</summary>
public sealed class AssignPlan
{
    private readonly Dictionary<VariableCode, Assignment> taken;

    /// <param name="changed">The assignment that is being changed, whose questions are free; null: a new one.</param>
    public AssignPlan(SubmissionView view, Assignment? changed = null)
    {
        View = view;
        Plan = new FormPlan(view.Dossier.Questionnaire);
        taken = view.Assignments.Where(a => a.Id != changed?.Id).SelectMany(a => a.Questions.Select(q => (q.Variable, a))).ToDictionary();
    }

    public SubmissionView View { get; }

    public FormPlan Plan { get; }

    /// <summary>Who else has a question; null: it is free.</summary>
    public Assignment? OtherOf(VariableCode variable) => taken.GetValueOrDefault(variable);

    /// <summary>The questions that are entered in some blocks, each once, in their order.</summary>
    public IReadOnlyList<Variable> QuestionsOf(IEnumerable<Block> blocks) =>
        [.. from block in blocks from use in block.Uses where Plan.IsEnteredIn(use.Variable, block) select View.Dossier.Compiled.Framework.Variable(use.Variable)];

    /// <summary>Those of some parts that nobody else has.</summary>
    public IEnumerable<VariableCode> FreeIn(IReadOnlySet<string> parts) =>
        from page in Plan.Pages
        from topic in page.Topics
        from objective in topic.Objectives
        where parts.Contains(page.Code) || (topic.Topic is { } t && parts.Contains(t.Code)) || (objective.Objective is { } o && parts.Contains(o.Code))
        from question in QuestionsOf(objective.Blocks)
        where OtherOf(question.Code) is null
        select question.Code;

    /// <summary>« 3 sur 8 ».</summary>
    public int AnsweredOf(Assignment assignment) => assignment.Questions.Answered(View.Dossier);
}
