namespace Responsables.Domain.Organizations;

/// <summary>Days on which there is not exactly one federation: each run of such days is told once, by its first.</summary>
internal static class FederationFaults
{
    private const int MostQuoted = 5;

    public static IEnumerable<RegisterFault> In(IReadOnlyList<OrganizationPeriod> periods)
    {
        var federations = new Dictionary<OrganizationCode, int>();
        var active = 0;
        int? latest = null;
        string? problem = null;
        foreach (var day in Changes(periods).GroupBy(c => c.Day).OrderBy(d => d.Key))
        {
            foreach (var (_, enters, index) in day)
            {
                active += enters ? 1 : -1;
                if (periods[index].Kind == OrganizationKind.Federation)
                {
                    Count(federations, periods[index].Code, enters);
                    latest = enters ? index : latest;
                }
            }

            var before = problem;
            problem = ProblemOf(active, federations.Count);
            if (problem is not null && problem != before)
            {
                yield return problem == RegisterProblems.NoFederation
                    ? new(null, PeriodField.Kind, problem, null, Shown(day.Key))
                    : new(latest, PeriodField.Kind, problem, null, Shown(day.Key), string.Join(", ", federations.Keys.Take(MostQuoted)));
            }
        }
    }

    private static IEnumerable<(DateOnly Day, bool Enters, int Index)> Changes(IReadOnlyList<OrganizationPeriod> periods)
    {
        for (var index = 0; index < periods.Count; index++)
        {
            var period = periods[index];
            if (period.FirstDay <= period.LastDay)
            {
                yield return (period.FirstDay, true, index);
                if (period.LastDay < DateOnly.MaxValue)
                {
                    yield return (period.LastDay.AddDays(1), false, index);
                }
            }
        }
    }

    private static void Count(Dictionary<OrganizationCode, int> federations, OrganizationCode code, bool enters)
    {
        var count = federations.GetValueOrDefault(code) + (enters ? 1 : -1);
        if (count == 0)
        {
            federations.Remove(code);
        }
        else
        {
            federations[code] = count;
        }
    }

    private static string? ProblemOf(int active, int federations) => federations switch
    {
        1 => null,
        0 => active == 0 ? null : RegisterProblems.NoFederation,
        _ => RegisterProblems.SeveralFederations,
    };

    private static DateOnly? Shown(DateOnly day) => day == DateOnly.MinValue ? null : day;
}
