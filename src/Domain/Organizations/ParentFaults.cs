namespace Responsables.Domain.Organizations;

/// <summary>Parents that are absent, unknown, or not there when needed.</summary>
internal static class ParentFaults
{
    public static IEnumerable<RegisterFault> In(IReadOnlyList<OrganizationPeriod> periods, Timelines timelines)
    {
        for (var index = 0; index < periods.Count; index++)
        {
            if (Of(periods[index], index, timelines) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static RegisterFault? Of(OrganizationPeriod period, int index, Timelines timelines)
    {
        var isFederation = period.Kind == OrganizationKind.Federation;
        if (period.Parent is not { } parent)
        {
            return isFederation ? null : Fault(RegisterProblems.NoParent, [period.Code]);
        }

        if (isFederation)
        {
            return Fault(RegisterProblems.FederationWithParent, [period.Code], parent.Value);
        }

        if (timelines.Find(parent) is not { } above)
        {
            return Fault(RegisterProblems.UnknownParent, [], parent.Value);
        }

        return above.Covers(period) || period.LastDay < period.FirstDay
            ? null
            : Fault(RegisterProblems.ParentNotActive, [period.Code, parent], parent.Value);

        RegisterFault Fault(string code, IReadOnlyList<OrganizationCode> involved, params string[] others) =>
            new(index, PeriodField.Parent, code, involved, [period.Code.Value, .. others]);
    }
}
