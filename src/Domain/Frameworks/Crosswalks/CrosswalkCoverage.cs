namespace Responsables.Domain.Frameworks.Crosswalks;

/// <summary>An asked value with what one framework holds of it.</summary>
public sealed record CoveredValue(AskedGroup Group, AskedValue Value, Holding Holding);

/// <summary>What one of our frameworks holds of all that a crosswalk asks.</summary>
/// <param name="Values">In the order of the file.</param>
public sealed record CrosswalkCoverage(Crosswalk Crosswalk, FrameworkCode Framework, IReadOnlyList<CoveredValue> Values)
{
    public static CrosswalkCoverage Of(Crosswalk crosswalk, FrameworkCode framework) => new(
        crosswalk, framework, [.. crosswalk.Groups.SelectMany(g => g.Values.Select(v => new CoveredValue(g, v, v.In(framework))))]);

    public int Count(HoldingState state) => Values.Count(v => v.Holding.State == state);
}
