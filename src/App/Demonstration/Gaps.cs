using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>What a body does not say: answers it never gave, those it could not find, and in a dossier in progress all that is still to come.</summary>
internal static class Gaps
{
    private const decimal MissingShare = 0.015m;
    private const decimal UnavailableShare = 0.015m;
    private const decimal LeastDone = 0.15m;
    private const decimal MostDone = 0.9m;
    private const decimal SkippedOnTheWay = 0.06m;

    /// <summary>Sums that a target compares with their baseline: a body that did not tell them would move the total more than a year does.</summary>
    private static readonly HashSet<string> FollowedByATarget = ["energie_corrigee_kwh", "ges_total"];

    public static void Write(Draft draft, Questionnaire questionnaire, Stage stage)
    {
        var context = questionnaire.Framework.Context.ToHashSet();
        var asked = questionnaire.Variables.ToList();
        foreach (var variable in questionnaire.Framework.Variables.Where(v => !questionnaire.Asks(v.Code) || stage == Stage.NotStarted))
        {
            draft.Clear(variable);
        }

        // What is told about a body must stay there: the featured dossier, the planted mistakes and the surprises have no gap.
        var told = draft.Body.Place.Code == Stages.Featured || PlantedAnomalies.All.Any(a => a.Body == draft.Body.Place.Code)
            || SoundSurprises.All.Any(s => s.Body == draft.Body.Place.Code);
        bool MayLack(Variable variable) => variable.HasTotal && draft.Has(variable.Code.Value) && !context.Contains(variable.Code)
            && !variable.Code.Value.StartsWith("dju_", StringComparison.Ordinal) && !FollowedByATarget.Contains(variable.Code.Value);
        foreach (var variable in told ? [] : asked.Where(MayLack))
        {
            var luck = draft.Draw.Unit("manque " + variable.Code, draft.Year);
            if (luck < UnavailableShare)
            {
                var reason = draft.Draw.Pick(Wording.Unavailable, "motif " + variable.Code, draft.Year);
                draft.Clear(variable);
                draft.Replace(new Answer(variable.Code, CellKey.Total, AnswerState.Unavailable, null, reason));
            }
            else if (stage == Stage.Reprise && luck < UnavailableShare + MissingShare)
            {
                draft.Clear(variable);
            }
        }

        if (stage == Stage.InProgress && draft.Body.Place.Code != Stages.Featured)
        {
            Stop(draft, asked);
        }

        Close(draft, questionnaire);
    }

    /// <summary>Questions that a no, or the lack of a yes, closes.</summary>
    public static void Close(Draft draft, Questionnaire questionnaire)
    {
        var sheet = new Answers(questionnaire.Framework, draft.Answers).Sheet;
        foreach (var variable in questionnaire.Variables.Where(v => !questionnaire.IsOpen(v.Code, sheet)))
        {
            draft.Clear(variable);
        }
    }

    // Forms are filled in from the top, with questions left for a colleague.
    private static void Stop(Draft draft, List<Variable> asked)
    {
        var done = (int)(asked.Count * draft.Draw.Between(LeastDone, MostDone, "avancement"));
        for (var i = 0; i < asked.Count; i++)
        {
            if (i >= done || draft.Draw.Happens(SkippedOnTheWay, "passe " + asked[i].Code))
            {
                draft.Clear(asked[i]);
            }
        }
    }
}
