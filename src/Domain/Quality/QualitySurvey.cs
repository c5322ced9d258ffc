using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Quality;

/// <summary>Looks at all bodies of a campaign at once by the rules of the quality desk. Pure: the same answers give the same doubts.</summary>
public static class QualitySurvey
{
    /// <summary>One hit at most for an answer of a body: that of the first kind, the heavier severity, the order of the file; the others are said beside it.</summary>
    /// <param name="bodies">Every body whose answers may be looked at; the similar ones are found among them.</param>
    /// <returns>By body in the order given, then by the order of the rules.</returns>
    public static IReadOnlyList<Hit> Run(IReadOnlyList<QualityRule> rules, IReadOnlyList<QualityBody> bodies)
    {
        var found = new Dictionary<(OrganizationCode, VariableCode), List<Hit>>();
        foreach (var rule in rules)
        {
            foreach (var variable in rule.On)
            {
                foreach (var hit in Fire(rule, variable, bodies))
                {
                    if (!found.TryGetValue((hit.Body, variable), out var hits))
                    {
                        found.Add((hit.Body, variable), hits = []);
                    }

                    hits.Add(hit);
                }
            }
        }

        var order = bodies.Index().ToDictionary(b => b.Item.Place.Code, b => b.Index);
        var rank = rules.Index().ToDictionary(r => r.Item.Code, r => r.Index);
        return [.. found.Values.Select(hits => First(hits, rank)).OrderBy(h => order[h.Body]).ThenBy(h => rank[h.Rule.Code]).ThenBy(h => h.Variable.Value, StringComparer.Ordinal)];
    }

    private static Hit First(List<Hit> hits, Dictionary<string, int> rank)
    {
        var ordered = hits.OrderBy(h => h.Rule.Kind).ThenByDescending(h => h.Rule.Severity).ThenBy(h => rank[h.Rule.Code]).ToList();
        return ordered[0] with { Also = [.. ordered.Skip(1).Select(h => h.Rule)] };
    }

    private static IEnumerable<Hit> Fire(QualityRule rule, VariableCode variable, IReadOnlyList<QualityBody> bodies) => rule.Kind switch
    {
        QualityKind.UnitSlip => UnitSlips.Fire(rule, variable, bodies),
        QualityKind.Peers => Peers(rule, variable, bodies),
        _ => bodies.Select(body => Fire(rule, variable, body)).OfType<Hit>(),
    };

    private static Hit? Fire(QualityRule rule, VariableCode variable, QualityBody body) => rule.Kind switch
    {
        QualityKind.Same => IsSame(rule, variable, body) && rule.On.Count(v => IsSame(rule, v, body)) >= rule.Settings[QualityRule.Together] ? Of(rule, variable, body) : null,
        QualityKind.Bounds => IsOutOfBounds(rule, variable, body) ? Of(rule, variable, body) : null,
        QualityKind.Coherence => rule.Rule!.Holds(body.Now, body.Before) == false ? Of(rule, variable, body) : null,
        _ => HasMoved(rule, variable, body) ? Of(rule, variable, body) : null,
    };

    internal static Hit Of(QualityRule rule, VariableCode variable, QualityBody body) => new(
        rule, body.Place.Code, variable, NumberOf(body.Now[variable]), body.Before is { } before ? NumberOf(before[variable]) : null)
    {
        Measure = rule.Of is null && rule.Per is null ? null : rule.Measure(variable, body.Now),
    };

    private static bool IsSame(QualityRule rule, VariableCode variable, QualityBody body) =>
        NumberOf(body.Now[variable]) is { } now && body.Before is { } before && NumberOf(before[variable]) == now && Math.Abs(now) >= rule.Settings[QualityRule.Least];

    private static bool IsOutOfBounds(QualityRule rule, VariableCode variable, QualityBody body) =>
        rule.Measure(variable, body.Now) is { } measure
        && (measure < rule.Settings.GetValueOrDefault(QualityRule.Min, decimal.MinValue) || measure > rule.Settings.GetValueOrDefault(QualityRule.Max, decimal.MaxValue));

    private static bool HasMoved(QualityRule rule, VariableCode variable, QualityBody body) =>
        rule.Measure(variable, body.Now) is { } now && body.Before is { } sheet && rule.Measure(variable, sheet) is { } before
        && Math.Abs(now - before) > rule.Settings[QualityRule.Absolute]
        && (before == 0 || 100 * Math.Abs(now - before) / Math.Abs(before) > rule.Settings[QualityRule.Percent]);

    private static IEnumerable<Hit> Peers(QualityRule rule, VariableCode variable, IReadOnlyList<QualityBody> bodies)
    {
        var groups = Groups(rule, variable, bodies);
        var (limit, times) = ((double)rule.Settings[QualityRule.Limit], rule.Settings[QualityRule.Times]);
        foreach (var body in bodies)
        {
            if (rule.Measure(variable, body.Now) is { } measure && measure > 0 && groups.Of(body.Place) is { } spread
                && (measure >= times * spread.Median || times * measure <= spread.Median) && spread.Distance(measure) > limit)
            {
                yield return Of(rule, variable, body) with { Measure = measure, Median = spread.Median, Peers = spread.Count };
            }
        }
    }

    internal static PeerGroups Groups(QualityRule rule, VariableCode variable, IReadOnlyList<QualityBody> bodies) => new(
        [.. from body in bodies let measure = rule.Measure(variable, body.Now) where measure is not null select (body.Place, measure.Value)],
        (int)rule.Settings[QualityRule.Bodies]);

    internal static decimal? NumberOf(Submissions.AnswerValue answer) => answer.IsGiven ? answer.Number : null;
}
