namespace Responsables.Domain.Organizations;

/// <summary>Organisations above each other in a ring. A ring can only close on the first day of one of its periods: each period is climbed
/// from on its first day, up to the deepest level allowed, so that the work stays in proportion to the number of periods.</summary>
internal static class ParentCycles
{
    /// <summary>Most levels above an organisation.</summary>
    public const int DeepestLevel = 32;

    public static IEnumerable<RegisterFault> In(Timelines timelines)
    {
        var known = new HashSet<string>();
        foreach (var (index, period) in timelines.All.SelectMany(t => t.Steps))
        {
            var climb = Climb(period, timelines);
            if (climb[^1] == period.Code && climb.Count > 1)
            {
                var ring = FromSmallest(climb);
                if (known.Add(ring))
                {
                    yield return new(index, PeriodField.Parent, RegisterProblems.ParentCycle, climb, ring, period.ValidFrom);
                }
            }
            else if (climb.Count > DeepestLevel + 1 && climb.Distinct().Count() == climb.Count)
            {
                yield return new(index, PeriodField.Parent, RegisterProblems.TooDeep, climb, period.Code.Value, DeepestLevel);
            }
        }
    }

    private static List<OrganizationCode> Climb(OrganizationPeriod start, Timelines timelines)
    {
        var climb = new List<OrganizationCode> { start.Code };
        for (var at = start; at?.Parent is { } parent && climb.Count <= DeepestLevel + 1; at = timelines.Find(parent)?.At(start.FirstDay))
        {
            climb.Add(parent);
            if (parent == start.Code)
            {
                break;
            }
        }

        return climb;
    }

    /// <summary>The ring written from its smallest code, so that it reads the same from wherever it was met.</summary>
    private static string FromSmallest(List<OrganizationCode> climb)
    {
        var ring = climb.Skip(1).Select(c => c.Value).ToList();
        var start = ring.IndexOf(ring.Min(StringComparer.Ordinal)!);
        return string.Join(" > ", ring.Skip(start).Concat(ring.Take(start + 1)));
    }
}
