namespace Responsables.Domain.Organizations;

/// <summary>The bodies of a year (périmètre), as they were placed when its campaign opened, and the nodes by which they are read.</summary>
public class Perimeter
{
    private readonly Dictionary<OrganizationCode, Place> bodies;
    private readonly Dictionary<NodeKey, List<Place>> under = [];
    private readonly Dictionary<OrganizationCode, List<Place>> children = [];

    /// <param name="places">Each body once, in the order in which lists give them.</param>
    public Perimeter(IEnumerable<Place> places)
    {
        bodies = places.ToDictionary(p => p.Code);
        foreach (var place in bodies.Values)
        {
            foreach (var node in place.NodesAbove().Prepend(place.Node))
            {
                Add(under, node, place);
            }

            if (place.Ancestors.Count > 0)
            {
                Add(children, place.Ancestors[0], place);
            }
        }
    }

    public IEnumerable<Place> Bodies => bodies.Values;

    /// <summary>Every node: organisations and the nodes of the other hierarchies.</summary>
    public IEnumerable<NodeKey> Nodes => under.Keys;

    public bool Has(NodeKey node) => under.ContainsKey(node);

    public Place? Body(OrganizationCode code) => bodies.GetValueOrDefault(code);

    /// <summary>The bodies whose values enter a node, the organisation itself included.</summary>
    public IReadOnlyList<Place> Under(NodeKey node) => under.GetValueOrDefault(node, []);

    /// <summary>What stands right below a node: the organisations under it, or for another hierarchy its bodies.</summary>
    public IReadOnlyList<Place> ChildrenOf(NodeKey node) => bodies.ContainsKey(new OrganizationCode(node.Value))
        ? children.GetValueOrDefault(new OrganizationCode(node.Value), [])
        : Under(node);

    /// <summary>The nodes of a hierarchy, by key.</summary>
    public IEnumerable<NodeKey> NodesOf(Hierarchy hierarchy) => hierarchy switch
    {
        Hierarchy.Tree => bodies.Values.Select(b => b.Node).OrderBy(n => n.Value, StringComparer.Ordinal),
        _ => Nodes.Where(n => !bodies.ContainsKey(new OrganizationCode(n.Value)) && n.Value.StartsWith(Prefix(hierarchy), StringComparison.Ordinal))
            .OrderBy(n => n.Value, StringComparer.Ordinal),
    };

    private static string Prefix(Hierarchy hierarchy) => hierarchy switch
    {
        Hierarchy.Region => "reg-",
        Hierarchy.Department => "dep-",
        Hierarchy.Network => "net-",
        Hierarchy.Branch => "br-",
        _ => "size-",
    };

    private static void Add<TKey>(Dictionary<TKey, List<Place>> lists, TKey key, Place place)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(place);
    }
}
