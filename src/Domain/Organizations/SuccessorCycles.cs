namespace Responsables.Domain.Organizations;

/// <summary>Organisations that succeed each other in a ring: found by a walk in depth, each organisation walked from once.</summary>
internal static class SuccessorCycles
{
    public static IEnumerable<RegisterFault> In(Timelines timelines)
    {
        var left = new HashSet<OrganizationCode>();
        foreach (var start in timelines.All.Where(t => t.Last.Period.Successors.Count > 0))
        {
            foreach (var fault in From(start, left, timelines))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<RegisterFault> From(Timeline start, HashSet<OrganizationCode> left, Timelines timelines)
    {
        var path = new List<OrganizationCode>();
        var depths = new Dictionary<OrganizationCode, int>();
        var next = new Stack<(Timeline At, bool Leaving)>([(start, false)]);
        while (next.TryPop(out var step))
        {
            var code = step.At.Code;
            if (step.Leaving)
            {
                path.RemoveAt(path.Count - 1);
                depths.Remove(code);
                left.Add(code);
            }
            else if (!left.Contains(code) && depths.TryAdd(code, path.Count))
            {
                path.Add(code);
                next.Push((step.At, true));
                foreach (var successor in step.At.Last.Period.Successors)
                {
                    if (depths.TryGetValue(successor, out var depth))
                    {
                        var ring = path.Skip(depth).Append(successor);
                        yield return new(
                            step.At.Last.Index, PeriodField.Successors, RegisterProblems.SuccessorCycle, [], string.Join(" > ", ring));
                    }
                    else if (timelines.Find(successor) is { } found)
                    {
                        next.Push((found, false));
                    }
                }
            }
        }
    }
}
