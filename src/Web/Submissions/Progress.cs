using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>How far some questions are: a dossier, a page or an enjeu of it.</summary>
internal sealed record Progress(int Required, int Answered, int Blocking, int ToExplain, int Returned, TagText Tag)
{
    /// <summary>The whole dossier.</summary>
    public static Progress Of(Dossier dossier) => new(
        dossier.Assessment.Required, dossier.Assessment.Answered, dossier.Assessment.Blocking, dossier.Assessment.ToExplain,
        dossier.Counts.Returned, EntryTags.Of(dossier.State));

    public static Progress Of(Dossier dossier, FormPlan plan, FormPage page) =>
        Of(dossier, [.. page.Blocks], [.. plan.VariablesOf(page)]);

    /// <summary>An enjeu: the questions that are entered in it.</summary>
    public static Progress Of(Dossier dossier, FormPlan plan, FormTopic topic) =>
        Of(dossier, [.. topic.Blocks], [.. topic.Blocks.SelectMany(b => b.Uses.Where(u => plan.IsEnteredIn(u.Variable, b)))
            .Select(u => dossier.Compiled.Framework.Variable(u.Variable)).Distinct()]);

    /// <summary>« 12 questions sur 20 ont une réponse, 1 à corriger ».</summary>
    public string Sentence
    {
        get
        {
            var parts = new List<string> { T.Plural("submissions.progress", Answered, Required) };
            if (Blocking > 0)
            {
                parts.Add(T.Plural("submissions.progress.to-mend", Blocking));
            }

            if (ToExplain > 0)
            {
                parts.Add(T.Plural("submissions.progress.to-explain", ToExplain));
            }

            if (Returned > 0)
            {
                parts.Add(T.Plural("submissions.progress.returned", Returned));
            }

            return string.Join(", ", parts);
        }
    }

    private static Progress Of(Dossier dossier, IReadOnlyList<Block> blocks, IReadOnlyList<Variable> variables)
    {
        var answers = dossier.Answers;
        var codes = variables.Select(v => v.Code).ToHashSet();
        var required = variables.Where(v => Assessment.Awaits(dossier.Questionnaire, v.Code, answers)).ToList();
        var answered = required.Count(v => Assessment.IsAnswered(v, answers));
        var faults = dossier.Assessment.Faults.Where(f => codes.Contains(f.Variable)).ToList();
        var blocking = faults.Count(f => f.Severity == Severity.Blocking && !f.IsAwaited);
        var toExplain = faults.Count(f => f.Severity == Severity.Explain && !f.Explained);
        var returned = blocks.Count(b => dossier.StateOf(b.Key) == BlockState.Returned);
        return new Progress(required.Count, answered, blocking, toExplain, returned, Tag());

        TagText Tag()
        {
            var states = blocks.Select(b => dossier.StateOf(b.Key)).Distinct().ToList();
            if (returned > 0)
            {
                return new("returned", T["submissions.tag.returned"]);
            }

            if (states.Count > 0 && states.TrueForAll(s => s is not BlockState.Draft))
            {
                return EntryTags.Of(states.Min());
            }

            return blocking > 0 ? new("error", T["submissions.tag.to-mend"])
                : answered == required.Count && toExplain == 0 ? new("done", T["submissions.tag.complete"])
                : answered == 0 && !answers.All.Any(a => codes.Contains(a.Variable)) ? new("todo", T["submissions.tag.to-start"])
                : new("doing", T["submissions.tag.doing"]);
        }
    }
}
