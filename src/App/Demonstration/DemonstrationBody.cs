using Responsables.Domain.Organizations;

namespace Responsables.App.Demonstration;

/// <summary>A body as the demonstration imagines it: its place, and its staff at the end of 2022 (had it been there, for one that was gone).</summary>
internal sealed record DemonstrationBody(OrganizationPeriod Place, decimal Staff2022)
{
    public string Code => Place.Code.Value;

    public NetworkSize Network => NetworkSizes.Of(Place.Network);

    /// <summary>What it draws as: itself, or the body that took its place, so that a merger moves no figure by itself.</summary>
    public string DrawnAs { get; init; } = Place.Code.Value;

    public Draw Draw => new(DrawnAs);

    /// <summary>Overseas bodies heat nothing and have no degree days.</summary>
    public bool IsOverseas => Place.Region is "01" or "02" or "03" or "04" or "06";

    /// <summary>Bodies of a tree with their staff: their network's share, spread by the population of their department.</summary>
    public static IReadOnlyList<DemonstrationBody> In(OrganizationTree tree)
    {
        var bodies = tree.Organizations;
        var inDepartment = bodies.GroupBy(b => (b.Network, b.Department)).ToDictionary(g => g.Key, g => g.Count());
        var inRegion = bodies.GroupBy(b => (b.Network, b.Region)).ToDictionary(g => g.Key, g => g.Count());
        var regions = bodies.GroupBy(b => b.Region ?? "").ToDictionary(g => g.Key, g => g.Select(b => b.Department).Distinct().Sum(Populations.Of));
        // A fixed part keeps small bodies alive; those over several departments serve their region.
        decimal Weight(OrganizationPeriod body) => body.Network is "CPAM" or "Caf" or "CGSS"
            ? (Populations.Of(body.Department) / inDepartment[(body.Network, body.Department)]) + 9
            : (regions[body.Region ?? ""] / inRegion[(body.Network, body.Region)]) + 120;
        var whole = bodies.GroupBy(b => b.Network)
            .ToDictionary(g => g.Key, g => g.Where(b => NetworkSizes.StaffOf(b.Code.Value) is null).Sum(Weight));
        var apart = bodies.GroupBy(b => b.Network).ToDictionary(g => g.Key, g => g.Sum(b => NetworkSizes.StaffOf(b.Code.Value) ?? 0));
        return [.. bodies.Select(body => new DemonstrationBody(
            body,
            NetworkSizes.StaffOf(body.Code.Value)
            ?? decimal.Round(Math.Max(0, NetworkSizes.Of(body.Network).Staff - apart[body.Network]) * Weight(body) / whole[body.Network])))];
    }
}
