using Responsables.Domain.Shared;

namespace Responsables.Domain.Organizations;

/// <summary>Everything known of the organisations and their dates. Immutable; what it answers are pure functions.</summary>
public sealed class OrganizationRegister
{
    private readonly Timelines timelines;

    private OrganizationRegister(Timelines timelines)
    {
        this.timelines = timelines;
        Periods = timelines.All.SelectMany(t => t.Steps.Select(s => s.Period)).ToArray();
    }

    /// <summary>The register of these periods, or every fault they have together: unknown parent or successor, a parent that is not active
    /// over the whole period, dates upside down, overlapping periods of one code, gaps, cycles of parents, cycles of successors, not exactly
    /// one federation at a date. <see cref="Problem.Place"/> is the code concerned. No period at all makes an empty register.</summary>
    public static Outcome<OrganizationRegister> Of(IReadOnlyList<OrganizationPeriod> periods)
    {
        var faults = RegisterFaults.In(periods);
        return faults.Count == 0
            ? Outcome.Done(new OrganizationRegister(new Timelines(periods)))
            : Outcome.Refused<OrganizationRegister>(faults.Select(f => f.AsProblem(periods)).ToArray());
    }

    /// <summary>Every period, by code and then by date.</summary>
    public IReadOnlyList<OrganizationPeriod> Periods { get; }

    /// <summary>The tree as it stood that day: each active body once.</summary>
    public OrganizationTree At(DateOnly date) =>
        new(date, timelines.All.Select(t => t.At(date)).OfType<OrganizationPeriod>());

    /// <summary>Who answers at <paramref name="date"/> for a body that existed earlier: itself when still there, else its successors followed
    /// through as many steps as needed; empty when it left without a successor, or had not yet come.</summary>
    public IReadOnlyList<OrganizationCode> SuccessorsOf(OrganizationCode code, DateOnly date)
    {
        var found = new List<OrganizationCode>();
        var seen = new HashSet<OrganizationCode> { code };
        var next = new Queue<OrganizationCode>(seen);
        while (next.TryDequeue(out var current))
        {
            var timeline = timelines.Find(current);
            if (timeline is null)
            {
                continue;
            }

            if (timeline.IsActiveAt(date))
            {
                found.Add(current);
            }
            else if (timeline.Last.Period.LastDay < date)
            {
                foreach (var successor in timeline.Last.Period.Successors.Where(seen.Add))
                {
                    next.Enqueue(successor);
                }
            }
        }

        return found;
    }
}
