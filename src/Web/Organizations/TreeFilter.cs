using Responsables.App.Organizations;
using Responsables.Domain.Organizations;

namespace Responsables.Web.Organizations;

/// <summary>What narrows the list of organisations; empty choices narrow nothing.</summary>
public sealed record TreeFilter(string Search, string? Network, string? Branch, string? Region)
{
    /// <summary>Value of the region for those that have none.</summary>
    public const string Nowhere = "sans";

    public bool IsEmpty => Search.Length == 0 && string.IsNullOrEmpty(Network) && string.IsNullOrEmpty(Branch) && string.IsNullOrEmpty(Region);

    public IEnumerable<OrganizationPeriod> In(OrganizationTree tree)
    {
        var wanted = OrganizationSearch.WantedOf(Search);
        return tree.Organizations.Where(o =>
            Chosen(Network, o.Network) && Chosen(Branch, o.Branch) && Chosen(Region, o.Region ?? Nowhere)
            && (wanted.Count == 0 || OrganizationSearch.Matches(o, wanted)));
    }

    private static bool Chosen(string? choice, string value) => string.IsNullOrEmpty(choice) || choice == value;
}
