using Responsables.Domain.Organizations;

namespace Responsables.Domain.Series;

/// <summary>Bodies that have to be compared together because one predecessor joins them.</summary>
internal sealed class Groups(IEnumerable<OrganizationCode> bodies)
{
    private readonly Dictionary<OrganizationCode, OrganizationCode> above = bodies.ToDictionary(b => b);

    /// <summary>The body that stands for the group of this one.</summary>
    public OrganizationCode Of(OrganizationCode body)
    {
        while (above[body] is var next && next != body)
        {
            // Each look shortens the way of the next one.
            above[body] = above[next];
            body = next;
        }

        return body;
    }

    /// <summary>Makes one group of the groups of these bodies.</summary>
    public void Join(IReadOnlyList<Place> together)
    {
        foreach (var other in together.Skip(1))
        {
            above[Of(other.Code)] = Of(together[0].Code);
        }
    }
}
