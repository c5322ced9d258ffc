namespace Responsables.Domain.Organizations;

/// <summary>The tree at a date.</summary>
public sealed class OrganizationTree
{
    private readonly OrganizationPeriod[] organizations;
    private readonly int[] parents;
    private readonly int[] ends;
    private readonly Dictionary<OrganizationCode, int> positions;

    /// <summary>Lays the active organisations out parents first: all below one follow it directly, up to its end.</summary>
    internal OrganizationTree(DateOnly date, IEnumerable<OrganizationPeriod> activeByCode)
    {
        Date = date;
        var active = activeByCode.ToArray();
        var children = active.Where(o => o.Parent is not null).ToLookup(o => o.Parent!.Value);
        organizations = new OrganizationPeriod[active.Length];
        parents = new int[active.Length];
        ends = new int[active.Length];
        positions = new(active.Length);

        var next = new Stack<OrganizationPeriod>(active.Where(o => o.Parent is null).Reverse());
        while (next.TryPop(out var organization))
        {
            var position = positions.Count;
            positions.Add(organization.Code, position);
            organizations[position] = organization;
            parents[position] = organization.Parent is { } parent ? positions[parent] : -1;
            foreach (var child in children[organization.Code].Reverse())
            {
                next.Push(child);
            }
        }

        for (var position = active.Length - 1; position >= 0; position--)
        {
            ends[position] = Math.Max(ends[position], position + 1);
            if (parents[position] >= 0)
            {
                ends[parents[position]] = Math.Max(ends[parents[position]], ends[position]);
            }
        }
    }

    public DateOnly Date { get; }

    /// <summary>Whether nothing was active that day; there is then no root.</summary>
    public bool IsEmpty => organizations.Length == 0;

    /// <summary>The federation; throws when the tree is empty.</summary>
    public OrganizationPeriod Root => organizations[0];

    /// <summary>Every active organisation, parents before children, siblings by code.</summary>
    public IReadOnlyList<OrganizationPeriod> Organizations => organizations;

    public OrganizationPeriod? Find(OrganizationCode code) =>
        positions.TryGetValue(code, out var position) ? organizations[position] : null;

    /// <summary>Those directly below, by code.</summary>
    public IReadOnlyList<OrganizationPeriod> ChildrenOf(OrganizationCode code)
    {
        var children = new List<OrganizationPeriod>();
        if (positions.TryGetValue(code, out var position))
        {
            for (var child = position + 1; child < ends[position]; child = ends[child])
            {
                children.Add(organizations[child]);
            }
        }

        return children;
    }

    /// <summary>From the root to the organisation itself; empty when it is not in the tree.</summary>
    public IReadOnlyList<OrganizationPeriod> PathOf(OrganizationCode code)
    {
        var path = new List<OrganizationPeriod>();
        for (var position = positions.GetValueOrDefault(code, -1); position >= 0; position = parents[position])
        {
            path.Add(organizations[position]);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The organisation and all below it, in the order of <see cref="Organizations"/>; empty when it is not in the tree.</summary>
    public IReadOnlyList<OrganizationPeriod> Under(OrganizationCode code) =>
        positions.TryGetValue(code, out var position)
            ? new ArraySegment<OrganizationPeriod>(organizations, position, ends[position] - position)
            : Array.Empty<OrganizationPeriod>();

    /// <summary>Where each body stands, with size classes from the staff known of each.</summary>
    public IReadOnlyList<Place> Places(Func<OrganizationCode, decimal?> staff) =>
        organizations.Select((organization, position) => PlaceOf(organization, position, staff(organization.Code))).ToArray();

    private Place PlaceOf(OrganizationPeriod organization, int position, decimal? staff) => new(
        organization.Code,
        organization.Name,
        organization.ShortName,
        organization.Kind,
        organization.Network,
        organization.Branch,
        organization.Region,
        organization.Department,
        SizeClass.Of(staff),
        AncestorsOf(position),
        ReviewerOf(position));

    private OrganizationCode[] AncestorsOf(int position)
    {
        var ancestors = new List<OrganizationCode>();
        for (var above = parents[position]; above >= 0; above = parents[above])
        {
            ancestors.Add(organizations[above].Code);
        }

        return [.. ancestors];
    }

    private OrganizationCode ReviewerOf(int position)
    {
        if (organizations[position].Kind == OrganizationKind.Local)
        {
            for (var above = parents[position]; above >= 0; above = parents[above])
            {
                if (organizations[above].Kind == OrganizationKind.NationalFund)
                {
                    return organizations[above].Code;
                }
            }
        }

        return Root.Code;
    }
}
