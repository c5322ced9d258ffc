using Responsables.App.Consolidation;
using Responsables.Domain.Organizations;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Consolidation;

/// <summary>Nodes in words.</summary>
internal static class NodeWords
{
    /// <summary>The branch that is part of no other.</summary>
    public static readonly NodeKey Interbranch = new("br-interbranche");

    public static string Of(NodeKey node, NodeName name) => (name.Hierarchy, name.Name) switch
    {
        (Hierarchy.SizeClass, _) => T[$"consolidation.node.{node}"],
        (var hierarchy, null) => T[$"consolidation.node.{hierarchy}.none"],
        (Hierarchy.Tree, var own) => own,
        var (hierarchy, own) => T[$"consolidation.node.{hierarchy}", own],
    };

    public static string Of(Hierarchy hierarchy) => T[$"consolidation.hierarchy.{hierarchy}"];
}
