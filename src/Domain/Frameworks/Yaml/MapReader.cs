using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>
/// A map being read key by key, each fault told where it stands. A value that is missing or wrong is replaced by an empty one, so that
/// the reading goes on. Keys that nobody asked for are told by <see cref="Close"/>.
/// </summary>
internal sealed class MapReader
{
    private readonly Dictionary<string, (int Line, Node Value)> entries = [];
    private readonly HashSet<string> asked = [];
    private readonly FaultList faults;

    private MapReader(int line, string path, FaultList faults) => (Line, Path, this.faults) = (line, path, faults);

    public int Line { get; }

    public string Path { get; }

    /// <summary>The keys of the map, in their order.</summary>
    public IEnumerable<string> Keys => entries.Keys;

    public static MapReader Of(Node node, string path, FaultList faults)
    {
        var reader = new MapReader(node.Line, path, faults);
        if (node is not Node.Map map)
        {
            faults.Add(node.Line, path, FaultCodes.ExpectedMap);
            reader.IsFaulty = true;
            return reader;
        }

        foreach (var (key, line, value) in map.Entries)
        {
            if (!reader.entries.TryAdd(key, (line, value)))
            {
                faults.Add(line, reader.PathOf(key), FaultCodes.DuplicateKey, key);
            }
        }

        return reader;
    }

    /// <summary>It is not a map at all: missing keys are not told one by one.</summary>
    public bool IsFaulty { get; private set; }

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    public int LineOf(string key) => entries.TryGetValue(key, out var entry) ? entry.Value.Line : Line;

    public void Fault(string key, string code, params object?[] arguments) => faults.Add(LineOf(key), PathOf(key), code, arguments);

    /// <summary>Tells a fault of one item of a list.</summary>
    public void Fault(string key, int item, string code, params object?[] arguments)
    {
        var line = entries.TryGetValue(key, out var entry) && entry.Value is Node.List list ? list.Items[item].Line : LineOf(key);
        faults.Add(line, $"{PathOf(key)}[{item}]", code, arguments);
    }

    /// <summary>Tells the faults of a formula or a rule, each with its column after the path.</summary>
    public void Fault(string key, ExpressionFaults found)
    {
        foreach (var fault in found.Found)
        {
            faults.Add(LineOf(key), $"{PathOf(key)}:{fault.Column}", fault.Code, fault.Arguments);
        }
    }

    public bool Has(string key) => entries.TryGetValue(key, out var entry) && entry.Value is not Node.Scalar { Text: null };

    /// <summary>The value of a key; null when it is missing or null, which is a fault if it is required.</summary>
    public Node? Value(string key, bool required = true)
    {
        asked.Add(key);
        if (Has(key))
        {
            return entries[key].Value;
        }

        if (required && !IsFaulty)
        {
            Fault(key, FaultCodes.MissingKey, key);
        }

        return null;
    }

    public string? OptionalText(string key) => Value(key, required: false) is { } node ? Text(key, node) : null;

    public string Text(string key) => Value(key) is { } node ? Text(key, node) : "";

    /// <summary>An official name or a sentence of ours that is shown and never edited; prose that may be edited is read as it was typed.</summary>
    public string Shown(string key) => Scalars.Spaced(Text(key));

    public int? OptionalInteger(string key) => Value(key, required: false) is { } node ? Scalars.Integer(node, PathOf(key), faults) : null;

    public int Integer(string key, int least = int.MinValue)
    {
        if (Value(key) is not { } node)
        {
            return 0;
        }

        var value = Scalars.Integer(node, PathOf(key), faults);
        if (value is { } integer && integer < least)
        {
            Fault(key, FaultCodes.ExpectedInteger);
        }

        return value ?? 0;
    }

    public decimal? OptionalNumber(string key) => Value(key, required: false) is { } node ? Number(key, node) : null;

    public decimal Number(string key) => Value(key) is { } node ? Number(key, node) : 0;

    /// <summary><c>true</c> or <c>false</c>; required when it has no default.</summary>
    public bool Flag(string key, bool? missing = null)
    {
        switch (Value(key, required: missing is null))
        {
            case null:
                return missing ?? false;
            case Node.Scalar { Plain: true, Text: "true" }:
                return true;
            case Node.Scalar { Plain: true, Text: "false" }:
                return false;
            default:
                Fault(key, FaultCodes.ExpectedFlag);
                return false;
        }
    }

    /// <summary>One of a few words; required unless it has a default.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices, T? missing = null)
        where T : struct
    {
        if (Value(key, required: missing is null) is not { } node)
        {
            return missing ?? default;
        }

        if (node is Node.Scalar { Text: { } text } && choices.TryGetValue(text, out var choice))
        {
            return choice;
        }

        Fault(key, FaultCodes.ExpectedChoice, string.Join(", ", choices.Keys));
        return missing ?? default;
    }

    public IReadOnlyList<T> List<T>(string key, Func<Node, string, T> item, bool required = true, int least = 0)
    {
        switch (Value(key, required))
        {
            case Node.List list:
                if (list.Items.Count < least)
                {
                    Fault(key, FaultCodes.EmptyList, least);
                }

                return [.. list.Items.Select((node, i) => item(node, $"{PathOf(key)}[{i}]"))];
            case { } other:
                faults.Add(other.Line, PathOf(key), FaultCodes.ExpectedList);
                return [];
            default:
                return [];
        }
    }

    public IReadOnlyList<T> Maps<T>(string key, Func<MapReader, T> item, bool required = true, int least = 0) =>
        List(key, (node, path) => item(Of(node, path, faults)), required, least);

    public IReadOnlyList<string> Texts(string key, bool required = true) =>
        List(key, (node, path) => Scalars.Text(node, path, faults), required);

    public MapReader Map(string key) =>
        Value(key) is { } node ? Of(node, PathOf(key), faults) : new MapReader(LineOf(key), PathOf(key), faults) { IsFaulty = true };

    /// <summary>Tells the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, (line, _)) in entries)
        {
            if (!asked.Contains(key))
            {
                faults.Add(line, PathOf(key), FaultCodes.UnknownKey, key);
            }
        }
    }

    private string Text(string key, Node node) => Scalars.Text(node, PathOf(key), faults);

    private decimal Number(string key, Node node) => Scalars.Number(node, PathOf(key), faults);
}
