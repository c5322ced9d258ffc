namespace Responsables.Domain.Organizations;

/// <summary>What is wrong with the dates of each organisation.</summary>
internal static class DateFaults
{
    public static IEnumerable<RegisterFault> In(Timelines timelines) => timelines.All.SelectMany(In);

    private static IEnumerable<RegisterFault> In(Timeline timeline)
    {
        OrganizationPeriod? before = null;
        foreach (var (index, period) in timeline.Steps)
        {
            if (period.LastDay < period.FirstDay)
            {
                yield return new(
                    index, PeriodField.ValidTo, RegisterProblems.DatesUpsideDown, [period.Code], period.ValidFrom, period.ValidTo);
                continue;
            }

            if (before is not null && Between(before, period) is { } code)
            {
                yield return code == RegisterProblems.Gap
                    ? Fault(index, period, code, period.Code.Value, before.ValidTo, period.ValidFrom)
                    : Fault(index, period, code, period.Code.Value, period.ValidFrom);
            }

            before = before is null || before.LastDay < period.LastDay ? period : before;
        }
    }

    private static string? Between(OrganizationPeriod before, OrganizationPeriod after)
    {
        if (before.FirstDay == after.FirstDay && before.LastDay == after.LastDay)
        {
            return RegisterProblems.Duplicate;
        }

        if (after.FirstDay <= before.LastDay)
        {
            return RegisterProblems.Overlap;
        }

        return before.LastDay.AddDays(1) < after.FirstDay ? RegisterProblems.Gap : null;
    }

    private static RegisterFault Fault(int index, OrganizationPeriod period, string code, params object?[] arguments) =>
        new(index, PeriodField.ValidFrom, code, [period.Code], arguments);
}
