using Responsables.Domain.Frameworks;
using YamlDotNet.RepresentationModel;

namespace Responsables.App.Frameworks;

/// <summary>A priority as the federation decides it: it is then certain.</summary>
public sealed record PriorityChange(IndicatorCode Indicator, Priority Priority);

/// <summary>
/// Rewrites the text of a framework: its version number and the priorities of some indicators. Only those values change, wherever they stand
/// in the file; comments and layout stay.
/// </summary>
public static class PriorityEdits
{
    /// <summary>The new text; null when one of the values cannot be found in it.</summary>
    public static string? Of(string yaml, int version, IReadOnlyList<PriorityChange> changes)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var replacements = new List<(YamlScalarNode? Node, string Text)>
        {
            (Scalar(Child(root, "framework"), "version"), version.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        var indicators = Indicators(root).ToDictionary(i => Scalar(i, "code")?.Value ?? "");
        foreach (var change in changes)
        {
            var indicator = indicators.GetValueOrDefault(change.Indicator.Value);
            replacements.Add((Scalar(indicator, "priority"), change.Priority == Priority.P1 ? "P1" : "optional"));
            replacements.Add((Scalar(indicator, "priority_certain"), "true"));
        }

        if (replacements.Exists(r => r.Node is null))
        {
            return null;
        }

        // From the end, so that what stands before keeps its place.
        foreach (var (node, text) in replacements.OrderByDescending(r => r.Node!.Start.Index))
        {
            yaml = yaml[..(int)node!.Start.Index] + text + yaml[(int)node.End.Index..];
        }

        return yaml;
    }

    private static IEnumerable<YamlMappingNode> Indicators(YamlMappingNode root) =>
        from commitment in Items(root, "commitments")
        from topic in Items(commitment, "topics")
        from objective in Items(topic, "objectives")
        from indicator in Items(objective, "indicators")
        select indicator;

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode map, string key) =>
        Child(map, key) is YamlSequenceNode items ? items.Children.OfType<YamlMappingNode>() : [];

    private static YamlNode? Child(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static YamlScalarNode? Scalar(YamlNode? node, string key) => Child(node, key) as YamlScalarNode;
}
