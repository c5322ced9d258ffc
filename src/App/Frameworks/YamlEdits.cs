using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Responsables.App.Frameworks;

/// <summary>
/// Changes of some values in the text of a framework file. Only those values change, wherever they stand; comments and layout stay, and what
/// comes of it is read again: when anything else would read otherwise, there is no new text.
/// </summary>
internal sealed class YamlEdits
{
    private readonly string yaml;
    private readonly List<(int From, int To, string Text)> edits = [];
    private readonly Dictionary<string, string?> wanted = [];
    private bool isLost;

    public YamlEdits(string yaml) => (this.yaml, Root) = (yaml, Load(yaml));

    public YamlNode Root { get; }

    /// <summary>A node by its path from another: keys of maps, and places in lists; null when there is none.</summary>
    public static YamlNode? Find(YamlNode? node, params IEnumerable<string> path) => path.Aggregate(node, (found, step) => found switch
    {
        YamlMappingNode map => map.Children.TryGetValue(new YamlScalarNode(step), out var child) ? child : null,
        YamlSequenceNode list => int.TryParse(step, CultureInfo.InvariantCulture, out var place) ? list.Children.ElementAtOrDefault(place) : null,
        _ => null,
    });

    /// <summary>Writes a word or a number in place of a value.</summary>
    public void Put(string word, params IReadOnlyList<string> path)
    {
        wanted[string.Join('/', path)] = word;
        Replace(Find(Root, path), word);
    }

    /// <summary>Writes a text of any content in place of a value, or <c>null</c> in place of none; a key that is not there is written before another.</summary>
    /// <param name="before">A key that the map always has.</param>
    public void Say(string? text, string before, params IReadOnlyList<string> path)
    {
        wanted[string.Join('/', path)] = text;
        var written = text is null ? "null" : Quoted(text);
        if (Find(Root, path) is { } value)
        {
            Replace(value, written);
        }
        else if (text is not null)
        {
            Insert(Find(Root, path.SkipLast(1)) as YamlMappingNode, path[^1], written, before);
        }
    }

    /// <summary>The new text; null when a value has not its place, or when anything else would read otherwise.</summary>
    public string? Apply()
    {
        var text = yaml;
        // From the end, so that what stands before keeps its place.
        foreach (var (from, to, written) in edits.OrderByDescending(e => e.From))
        {
            text = text[..from] + written + text[to..];
        }

        return isLost || !ReadsAsWanted(text) ? null : text;
    }

    private void Replace(YamlNode? node, string written)
    {
        if (node is not YamlScalarNode { Start.Index: var from, End.Index: var to })
        {
            isLost = true;
            return;
        }

        // A value of several lines written as a block ends after its last line break.
        var ending = to > from && yaml[(int)to - 1] == '\n' ? "\n" : "";
        var space = from > 0 && yaml[(int)from - 1] == ':' ? " " : "";
        edits.Add(((int)from, (int)to, space + written + ending));
    }

    private void Insert(YamlMappingNode? map, string key, string written, string before)
    {
        if (map?.Children.Keys.FirstOrDefault(k => k is YamlScalarNode { Value: var name } && name == before) is not { Start: var at })
        {
            isLost = true;
            return;
        }

        var next = map.Style == MappingStyle.Flow ? ", " : "\n" + new string(' ', (int)at.Column - 1);
        edits.Add(((int)at.Index, (int)at.Index, $"{key}: {written}{next}"));
    }

    /// <summary>One line between double quotes: nothing in it can be taken for anything but the text.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' =>
                    string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private bool ReadsAsWanted(string text)
    {
        var (before, after) = (Leaves(Root), Leaves(Load(text)));
        foreach (var (path, value) in wanted)
        {
            before.Remove(path);
            if (after.Remove(path, out var read) ? read != value : value is not null)
            {
                return false;
            }
        }

        return before.Count == after.Count && before.All(leaf => after.TryGetValue(leaf.Key, out var value) && value == leaf.Value);
    }

    // Every value by its path; an unquoted null is none.
    private static Dictionary<string, string?> Leaves(YamlNode root)
    {
        var leaves = new Dictionary<string, string?>();
        Gather(root, "");
        return leaves;

        void Gather(YamlNode node, string path)
        {
            var items = node switch
            {
                YamlMappingNode map => map.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "?", c.Value)),
                YamlSequenceNode list => list.Children.Select((c, i) => (i.ToString(CultureInfo.InvariantCulture), c)),
                _ => [],
            };
            if (node is YamlScalarNode { Value: var value, Style: var style })
            {
                leaves[path] = style == ScalarStyle.Plain && value is "" or "null" or "~" ? null : value;
            }

            foreach (var (name, child) in items)
            {
                Gather(child, path.Length == 0 ? name : $"{path}/{name}");
            }
        }
    }

    private static YamlNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }
}
