using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>One body's imagined dossier for one year.</summary>
/// <param name="Body">The body as it is placed that year.</param>
internal sealed record ImaginedDossier(OrganizationPeriod Body, Stage Stage, Questionnaire Questionnaire, Answers Answers, Answers? Previous);

/// <summary>
/// Imagines every answer of every body, from 2014 to 2018 by the plan cadre and from 2020 to 2025 by the RSO framework (nothing was asked of
/// 2019): a pure function of the frameworks and of the register. Each year is checked by its framework's own rules against the year before, and
/// what they ask about is explained. A year is imagined when it is first asked for, with those before it.
/// </summary>
internal sealed class DemonstrationYears
{
    public static readonly IReadOnlyList<int> All = [2014, 2015, 2016, 2017, 2018, 2020, 2021, 2022, 2023, 2024, 2025];

    public static readonly FrameworkCode Rso = new("rso-2020");

    /// <summary>Share of what a check asks about that is explained, in a reprise or a dossier in progress.</summary>
    private const decimal Explained = 0.95m, ExplainedOnTheWay = 0.6m;

    private const int LastOfThePlan = 2018;

    private readonly OrganizationRegister register;
    private readonly BodiesInTime bodies;
    private readonly Dictionary<int, Lazy<IReadOnlyList<ImaginedDossier>>> years = [];
    private readonly Dictionary<(Framework Framework, string Branch), Questionnaire> questionnaires = [];

    /// <param name="completed">The RSO framework with what a branch adds to it from <see cref="BranchPlan.Since"/> on.</param>
    public DemonstrationYears(Framework plan, Framework rso, Framework completed, OrganizationRegister register)
    {
        (this.register, Framework) = (register, rso);
        bodies = new BodiesInTime(register);
        foreach (var year in All)
        {
            var framework = FrameworkOf(year) == plan.Code ? plan : year < BranchPlan.Since ? rso : completed;
            years.Add(year, new Lazy<IReadOnlyList<ImaginedDossier>>(() => Imagine(framework, year)));
        }
    }

    /// <summary>The RSO framework, as its publisher wrote it.</summary>
    public Framework Framework { get; }

    /// <summary>The framework that a year is reported by.</summary>
    public static FrameworkCode FrameworkOf(int year) => year <= LastOfThePlan ? PlanCadre.Code : Rso;

    public IReadOnlyList<ImaginedDossier> this[int year] => years[year].Value;

    /// <summary>The tree of a year.</summary>
    public OrganizationTree TreeOf(int year) => register.At(new DateOnly(year, 12, 31));

    /// <summary>Imagines the years one after the other, while whoever asks for them keeps those that are ready.</summary>
    public Task ImagineAheadAsync(CancellationToken stop) => Task.Run(
        () =>
        {
            foreach (var year in All)
            {
                stop.ThrowIfCancellationRequested();
                _ = this[year];
            }
        },
        stop);

    /// <summary>Every figure of a body in the RSO framework, asked or not, before gaps and mistakes.</summary>
    public static Draft Whole(DemonstrationBody body, int year)
    {
        var draft = new Draft(body, year);
        Staffing.Write(draft);
        Workforce.Write(draft);
        Resources.Write(draft);
        Energy.Write(draft);
        Purchases.Write(draft);
        Practices.Write(draft);
        BranchPlan.Write(draft);
        return draft;
    }

    /// <summary>Every figure of a body in the framework of the year.</summary>
    public static Draft Figures(DemonstrationBody body, int year)
    {
        var whole = Whole(body, year);
        if (FrameworkOf(year) == Rso)
        {
            return whole;
        }

        var draft = new Draft(body, year);
        PlanCadre.Write(draft, whole);
        return draft;
    }

    private IReadOnlyList<ImaginedDossier> Imagine(Framework framework, int year)
    {
        var before = All.Contains(year - 1) && FrameworkOf(year - 1) == framework.Code ? this[year - 1] : [];
        var previous = before.ToDictionary(d => d.Body.Code, d => d.Answers);
        var tree = TreeOf(year);
        var stages = year == Stages.RunningYear ? Stages.Of(tree) : [];
        return [.. tree.Organizations.Select(place => Imagine(
            framework, place, year, stages.GetValueOrDefault(place.Code, Stage.Reprise), previous.GetValueOrDefault(place.Code)))];
    }

    private ImaginedDossier Imagine(Framework framework, OrganizationPeriod place, int year, Stage stage, Answers? previous)
    {
        var questionnaire = questionnaires.TryGetValue((framework, place.Branch), out var known)
            ? known
            : questionnaires[(framework, place.Branch)] = DemonstrationAsks.Questionnaire(framework, place.Branch);
        var draft = Figures(framework, place, year);
        Gaps.Write(draft, questionnaire, stage);
        PlantedAnomalies.Write(framework, draft, previous);
        SoundSurprises.Write(framework, draft);
        if (year == Stages.RunningYear && place.Code == Stages.Featured)
        {
            FeaturedDossier.Write(framework, draft);
        }

        Explain(draft, questionnaire, stage, previous);
        return new ImaginedDossier(place, stage, questionnaire, new Answers(framework, draft.Answers), previous);
    }

    private Draft Figures(Framework framework, OrganizationPeriod place, int year)
    {
        if (place.Code != Merger.Merged)
        {
            return Figures(bodies[place.Code, year], year);
        }

        var (first, second) = (bodies[Merger.First, year], bodies[Merger.Second, year]);
        var merged = new Draft(new DemonstrationBody(place, first.Staff2022 + second.Staff2022), year);
        Merger.Write(framework, merged, Figures(first, year), Figures(second, year));
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
