namespace Responsables.Domain.Organizations;

/// <summary>Successors that are unknown, given too early, or not there in time.</summary>
internal static class SuccessorFaults
{
    public static IEnumerable<RegisterFault> In(Timelines timelines) =>
        from timeline in timelines.All
        from step in timeline.Steps
        where step.Period.Successors.Count > 0
        from fault in Of(step.Period, step.Index, timeline, timelines)
        select fault;

    private static IEnumerable<RegisterFault> Of(OrganizationPeriod period, int index, Timeline timeline, Timelines timelines)
    {
        if (period.ValidTo is null || index != timeline.Last.Index)
        {
            yield return Fault(RegisterProblems.SuccessorsWithoutEnd, [period.Code]);
        }

        foreach (var code in period.Successors.Distinct())
        {
            if (timelines.Find(code) is not { } successor)
            {
                yield return Fault(RegisterProblems.UnknownSuccessor, [], code.Value);
            }
            else if (code != period.Code && period.ValidTo is { } last && last < DateOnly.MaxValue && !successor.IsActiveAt(last.AddDays(1)))
            {
                yield return Fault(RegisterProblems.SuccessorNotActive, [period.Code, code], code.Value, last.AddDays(1));
            }
        }

        RegisterFault Fault(string problem, IReadOnlyList<OrganizationCode> involved, params object?[] others) =>
            new(index, PeriodField.Successors, problem, involved, [period.Code.Value, .. others]);
    }
}
