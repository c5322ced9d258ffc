namespace Responsables.Domain.Organizations;

/// <summary>What two trees of one day differ by.</summary>
/// <param name="Arrived">Those that are only in the second.</param>
/// <param name="Left">Those that are only in the first.</param>
/// <param name="Moved">Those that have others above them: their values are added up elsewhere.</param>
/// <param name="Renamed">Those whose name differs, as they are named in the second.</param>
public sealed record TreeChange(
    IReadOnlyList<OrganizationPeriod> Arrived, IReadOnlyList<OrganizationPeriod> Left, IReadOnlyList<OrganizationPeriod> Moved, IReadOnlyList<OrganizationPeriod> Renamed)
{
    /// <summary>Every organisation of which something differs.</summary>
    public IReadOnlyList<OrganizationCode> Codes => [.. Arrived.Concat(Left).Concat(Moved).Concat(Renamed).Select(o => o.Code).Distinct()];

    public static TreeChange Between(OrganizationTree before, OrganizationTree after) => new(
        [.. after.Organizations.Where(o => before.Find(o.Code) is null)],
        [.. before.Organizations.Where(o => after.Find(o.Code) is null)],
        [.. after.Organizations.Where(o => before.Find(o.Code) is not null && !Above(before, o.Code).SequenceEqual(Above(after, o.Code)))],
        [.. after.Organizations.Where(o => before.Find(o.Code) is { } was && (was.Name != o.Name || was.ShortName != o.ShortName))]);

    private static IEnumerable<OrganizationCode> Above(OrganizationTree tree, OrganizationCode code) => tree.PathOf(code).Select(o => o.Code);
}
