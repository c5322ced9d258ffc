using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>One body's imagined dossier for one year.</summary>
/// <param name="Body">The body as it is placed that year.</param>
internal sealed record ImaginedDossier(OrganizationPeriod Body, Stage Stage, Questionnaire Questionnaire, Answers Answers, Answers? Previous);

/// <summary>
/// Imagines every answer of every body from 2022 to 2025: a pure function of the framework and of the register. Each year is checked by the
/// framework's own rules against the year before, and what they ask about is explained.
/// </summary>
internal sealed class DemonstrationYears
{
    public static readonly IReadOnlyList<int> All = [2022, 2023, 2024, 2025];

    /// <summary>Share of what a check asks about that is explained, in a reprise or a dossier in progress.</summary>
    private const decimal Explained = 0.95m, ExplainedOnTheWay = 0.6m;

    private readonly Framework framework;
    private readonly Dictionary<int, IReadOnlyList<ImaginedDossier>> years = [];
    private readonly Dictionary<string, Questionnaire> questionnaires = [];

    public DemonstrationYears(Framework framework, OrganizationRegister register)
    {
        this.framework = framework;
        var bodies = DemonstrationBody.In(register.At(new DateOnly(Draft.FirstYear, 12, 31))).ToDictionary(b => b.Place.Code);
        IReadOnlyList<ImaginedDossier> before = [];
        foreach (var year in All)
        {
            var tree = register.At(new DateOnly(year, 12, 31));
            var stages = year == Stages.RunningYear ? Stages.Of(tree) : [];
            var previous = before.ToDictionary(d => d.Body.Code, d => d.Answers);
            years[year] = before = [.. tree.Organizations.Select(place => Imagine(
                place, year, stages.GetValueOrDefault(place.Code, Stage.Reprise), bodies, previous.GetValueOrDefault(place.Code)))];
        }
    }

    public IReadOnlyList<ImaginedDossier> this[int year] => years[year];

    /// <summary>Every figure of a body, asked or not, before gaps and mistakes.</summary>
    public static Draft Whole(DemonstrationBody body, int year)
    {
        var draft = new Draft(body, year);
        Staffing.Write(draft);
        Workforce.Write(draft);
        Resources.Write(draft);
        Energy.Write(draft);
        Purchases.Write(draft);
        Practices.Write(draft);
        return draft;
    }

    private ImaginedDossier Imagine(
        OrganizationPeriod place, int year, Stage stage, Dictionary<OrganizationCode, DemonstrationBody> bodies, Answers? previous)
    {
        var questionnaire = questionnaires.TryGetValue(place.Branch, out var known)
            ? known
            : questionnaires[place.Branch] = DemonstrationAsks.Questionnaire(framework, place.Branch);
        var draft = Figures(place, year, bodies);
        Gaps.Write(draft, questionnaire, stage);
        PlantedAnomalies.Write(framework, draft, previous);
        if (year == Stages.RunningYear && place.Code == Stages.Featured)
        {
            FeaturedDossier.Write(framework, draft);
        }

        Explain(draft, questionnaire, stage, previous);
        return new ImaginedDossier(place, stage, questionnaire, new Answers(framework, draft.Answers), previous);
    }

    private Draft Figures(OrganizationPeriod place, int year, Dictionary<OrganizationCode, DemonstrationBody> bodies)
    {
        if (place.Code != Merger.Merged)
        {
            return Whole(bodies[place.Code], year);
        }

        var (first, second) = (bodies[Merger.First], bodies[Merger.Second]);
        var merged = new Draft(new DemonstrationBody(place, first.Staff2022 + second.Staff2022), year);
        Merger.Write(framework, merged, Whole(first, year), Whole(second, year));
        return merged;
    }

    private static void Explain(Draft draft, Questionnaire questionnaire, Stage stage, Answers? previous)
    {
        var share = stage switch { Stage.Reprise => Explained, Stage.InProgress => ExplainedOnTheWay, _ => 1 };
        var faults = Assessment.Of(questionnaire, new Answers(questionnaire.Framework, draft.Answers), previous).Faults;
        foreach (var fault in faults.Where(f => f.Severity == Severity.Explain && !f.Explained).DistinctBy(f => f.Variable).ToList())
        {
            var left = FeaturedDossier.ToExplain.Contains(fault.Variable.Value) && draft.Body.Place.Code == Stages.Featured && stage == Stage.InProgress;
            if (left || !draft.Draw.Happens(share, "explique " + fault.Variable, draft.Year))
            {
                continue;
            }

            var variable = questionnaire.Framework.Variable(fault.Variable);
            if (variable.Cells.Select(c => draft.Find(variable.Code, c)).FirstOrDefault(a => a is not null) is { } answer)
            {
                draft.Replace(answer with { Comment = Explanations.Of(variable, draft.Draw, draft.Year) });
            }
        }
    }
}
