using System.Collections.Frozen;

namespace Responsables.Domain.Organizations;

/// <summary>The periods of one organisation, the earliest first, each with its place in the list they came from.</summary>
internal sealed class Timeline(OrganizationCode code, IReadOnlyList<(int Index, OrganizationPeriod Period)> steps)
{
    public OrganizationCode Code => code;

    public IReadOnlyList<(int Index, OrganizationPeriod Period)> Steps => steps;

    public (int Index, OrganizationPeriod Period) Last => steps[^1];

    public bool IsActiveAt(DateOnly date) => At(date) is not null;

    public OrganizationPeriod? At(DateOnly date)
    {
        foreach (var (_, period) in steps)
        {
            if (period.IsActiveAt(date))
            {
                return period;
            }
        }

        return null;
    }

    /// <summary>Whether it is there from the first to the last day of a period; holes between its own periods are another fault.</summary>
    public bool Covers(OrganizationPeriod period) =>
        steps[0].Period.FirstDay <= period.FirstDay && period.LastDay <= steps.Max(s => s.Period.LastDay);
}

/// <summary>The timelines of a register by code, in the order of codes.</summary>
internal sealed class Timelines
{
    private readonly FrozenDictionary<OrganizationCode, Timeline> byCode;

    public Timelines(IReadOnlyList<OrganizationPeriod> periods)
    {
        All = periods
            .Select((period, index) => (Index: index, Period: period))
            .GroupBy(step => step.Period.Code)
            .Select(steps => new Timeline(steps.Key, steps.OrderBy(s => s.Period.FirstDay).ThenBy(s => s.Period.LastDay).ToArray()))
            .OrderBy(timeline => timeline.Code.Value, StringComparer.Ordinal)
            .ToArray();
        byCode = All.ToFrozenDictionary(timeline => timeline.Code);
    }

    public IReadOnlyList<Timeline> All { get; }

    public Timeline? Find(OrganizationCode code) => byCode.GetValueOrDefault(code);
}
