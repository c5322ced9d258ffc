namespace Responsables.Domain.Organizations;

/// <summary>Every fault that periods have together.</summary>
public static class RegisterFaults
{
    /// <summary>All faults of these periods, in the order of the periods; none when they make a register.</summary>
    public static IReadOnlyList<RegisterFault> In(IReadOnlyList<OrganizationPeriod> periods)
    {
        var timelines = new Timelines(periods);
        return CellFaults.In(periods)
            .Concat(DateFaults.In(timelines))
            .Concat(ParentFaults.In(periods, timelines))
            .Concat(ParentCycles.In(timelines))
            .Concat(SuccessorFaults.In(timelines))
            .Concat(SuccessorCycles.In(timelines))
            .Concat(FederationFaults.In(periods))
            .OrderBy(fault => fault.Index ?? -1)
            .ThenBy(fault => fault.Field)
            .ToArray();
    }
}
