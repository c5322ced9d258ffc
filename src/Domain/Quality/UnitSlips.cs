using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Quality;

/// <summary>Finds answers given in another unit: against the body's own year before where it tells, else against similar bodies.</summary>
internal static class UnitSlips
{
    public static IEnumerable<Hit> Fire(QualityRule rule, VariableCode variable, IReadOnlyList<QualityBody> bodies)
    {
        // Similar bodies are compared by the measure that the rule divides (by m², by person): an amount alone says how large a body is.
        var groups = rule.Per is null ? null : QualitySurvey.Groups(rule, variable, bodies);
        foreach (var body in bodies)
        {
            if (QualitySurvey.NumberOf(body.Now[variable]) is not { } now || now <= 0)
            {
                continue;
            }

            var before = body.Before is { } sheet ? QualitySurvey.NumberOf(sheet[variable]) : null;
            if (before > 0 && SlipOf(rule, now / before.Value) is { } slip)
            {
                yield return QualitySurvey.Of(rule, variable, body) with { Slip = slip };
            }
            else if (groups?.Of(body.Place) is { } spread && rule.Measure(variable, body.Now) is { } measure && SlipOf(rule, measure / spread.Median) is { } among)
            {
                yield return QualitySurvey.Of(rule, variable, body) with { Measure = measure, Median = spread.Median, Peers = spread.Count, Slip = among };
            }
        }
    }

    private static UnitSlip? SlipOf(QualityRule rule, decimal ratio)
    {
        var tolerance = rule.Settings[QualityRule.Tolerance];
        return rule.Slips.FirstOrDefault(s => ratio * tolerance >= s.Factor && ratio <= s.Factor * tolerance);
    }
}
