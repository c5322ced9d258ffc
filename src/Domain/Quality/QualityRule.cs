using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Expressions;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Quality;

/// <summary>How much a doubt weighs: a high one is asked before anything is validated.</summary>
public enum AnomalySeverity { Low, Medium, High }

/// <summary>What a rule looks at. In the order in which they speak: of several that fire on one answer, the first asks and the others are said beside it.</summary>
public enum QualityKind
{
    /// <summary>The answer is another unit's: a known number of times the year before's, or what similar bodies have (kWh and MWh, k€ and €).</summary>
    UnitSlip,

    /// <summary>The answer is the year before's, to the last digit.</summary>
    Same,

    /// <summary>A measure is out of what is plausible.</summary>
    Bounds,

    /// <summary>Answers that contradict one another, or the year before's (a stock and its flows).</summary>
    Coherence,

    /// <summary>A measure is far from that of similar bodies, by the median and the median absolute deviation.</summary>
    Peers,

    /// <summary>The answer moved too far since the year before, in percent and in quantity.</summary>
    Variation,
}

/// <summary>A unit that may have been taken for another.</summary>
/// <param name="Factor">What the answer is multiplied by when it happens: 0.001 for an amount in k€ where € are asked.</param>
/// <param name="Says">What happened, in the framework's language: « en milliers d’euros au lieu d’euros ».</param>
public sealed record UnitSlip(decimal Factor, string Says);

/// <summary>
/// A rule of the quality desk, read from a file: each answer on which it fires is a doubt, asked and answered (product, "Anomaly desk").
/// It changes nothing and blocks nothing.
/// </summary>
/// <param name="On">The variables whose total it looks at, each by itself.</param>
/// <param name="Question">What is asked of the body, with places for numbers: <c>{valeur}</c>, <c>{avant}</c>, <c>{variation}</c>, <c>{mesure}</c>,
/// <c>{mediane}</c>, <c>{organismes}</c>, <c>{unite}</c>, <c>{erreur}</c> (the unit taken for another).</param>
/// <param name="Settings">Its thresholds by name; which ones hangs on the kind (<see cref="SettingNames"/>).</param>
public sealed record QualityRule(
    string Code, QualityKind Kind, string Title, AnomalySeverity Severity, IReadOnlyList<VariableCode> On, string Question, IReadOnlyDictionary<string, decimal> Settings)
{
    public const string Least = "least", Together = "together", Min = "min", Max = "max", Limit = "limit", Times = "times", Bodies = "bodies", Percent = "percent",
        Absolute = "absolute", Tolerance = "tolerance";

    /// <summary>What must hold, for <see cref="QualityKind.Coherence"/>; null for the other kinds.</summary>
    public Rule? Rule { get; init; }

    /// <summary>The units that may be confused, for <see cref="QualityKind.UnitSlip"/>.</summary>
    public IReadOnlyList<UnitSlip> Slips { get; init; } = [];

    /// <summary>The unit of the measure, where it is not that of the answer: « kWh par m² ».</summary>
    public string? Unit { get; init; }

    /// <summary>What is measured instead of the answer; null: the answer.</summary>
    internal BodyExpression? Of { get; init; }

    /// <summary>By what it is divided; null: by nothing.</summary>
    internal BodyExpression? Per { get; init; }

    /// <summary>
    /// The thresholds of a kind. <c>least</c>: answers under it are not looked at; <c>together</c>: how many of the answers must be the same;
    /// <c>min</c>, <c>max</c>: of the measure, both in; <c>limit</c>: robust deviations from the median; <c>times</c>: and at least so many times away from
    /// it, either way; <c>bodies</c>: similar bodies without which nothing is said; <c>percent</c> and <c>absolute</c>: of the variation, both passed;
    /// <c>tolerance</c>: how many times away from the factor it still is that unit.
    /// </summary>
    public static IReadOnlyList<string> SettingNames(QualityKind kind) => kind switch
    {
        QualityKind.UnitSlip => [Tolerance, Bodies],
        QualityKind.Same => [Least, Together],
        QualityKind.Bounds => [Min, Max],
        QualityKind.Peers => [Limit, Times, Bodies],
        QualityKind.Variation => [Percent, Absolute],
        _ => [],
    };

    /// <summary>The smallest value of a threshold: a bound of a measure may be anything, a number of times is above one, of bodies three or more.</summary>
    public static decimal LeastOf(string setting) => setting switch
    {
        Min or Max => decimal.MinValue,
        Times or Tolerance => 1,
        Bodies => PeerMedian.Fewest,
        Together => 1,
        _ => 0,
    };

    /// <summary>The same rule with other thresholds; those that are not named stay.</summary>
    public QualityRule With(IReadOnlyDictionary<string, decimal> settings) =>
        this with { Settings = Settings.ToDictionary(s => s.Key, s => settings.GetValueOrDefault(s.Key, s.Value)) };

    /// <summary>What it measures for a body: the answer to a variable, or what the rule says instead, by what it is divided by; null without a value.</summary>
    internal decimal? Measure(VariableCode variable, AnswerSheet answers)
    {
        var body = new BodyAnswers(answers, null);
        decimal top;
        if (Of is null)
        {
            if (!answers[variable].IsGiven)
            {
                return null;
            }

            top = answers[variable].Number;
        }
        else if (!Of.TryEvaluate(ref body, out top))
        {
            return null;
        }

        return Per is null ? top : Per.TryEvaluate(ref body, out var by) && by != 0 ? top / by : null;
    }
}
