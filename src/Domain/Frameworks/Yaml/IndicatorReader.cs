using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the indicators of a framework.</summary>
internal sealed class IndicatorReader(VariableScope scope, IReadOnlyCollection<VariableCode> context)
{
    private static readonly Dictionary<string, Priority> Priorities = new() { ["P1"] = Priority.P1, ["optional"] = Priority.Optional };

    private static readonly Dictionary<string, Direction> Directions = new()
    {
        ["up"] = Direction.Up,
        ["down"] = Direction.Down,
        ["neutral"] = Direction.Neutral,
    };

    private static readonly Dictionary<string, IndicatorKind> Kinds = new()
    {
        ["resultat"] = IndicatorKind.Result,
        ["suivi"] = IndicatorKind.Monitoring,
    };

    private static readonly Dictionary<string, bool> Natures = new() { ["absolue"] = false, ["evolution"] = true };

    private static readonly Dictionary<string, bool> Levels = new() { ["national"] = true };

    private readonly HashSet<string> codes = [];

    /// <summary>The codes read so far.</summary>
    public IEnumerable<string> Codes => codes;

    /// <summary>An indicator of the framework itself.</summary>
    public Indicator Read(MapReader map) => Read(map, null);

    /// <summary>An indicator of the framework, or one that a branch adds: each body of the branch is asked it, and the file says no priority.</summary>
    public Indicator Read(MapReader map, Supplement? supplement)
    {
        var uses = new UseReader(scope).Read(map);
        var outputs = new OutputReader(scope, uses.Select(u => u.Variable).ToHashSet(), context).Read(map);
        var indicator = new Indicator(
            new(map.Code("code", codes)),
            map.OptionalInteger("number"),
            map.Shown("title"),
            supplement is null ? map.Choice("priority", Priorities) : Priority.Branch,
            supplement is not null || map.Flag("priority_certain"),
            map.Choice("direction", Directions),
            map.OptionalText("definition"),
            map.OptionalText("note"),
            map.Texts("precisions"),
            uses,
            [.. outputs.Values.OfType<Output>()],
            new CheckReader(scope, uses, [.. outputs.Keys]).Read(map),
            new ExampleReader(scope, [.. outputs.Keys]).Read(map.Map("example")))
        {
            Kind = map.Has("kind") ? map.Choice("kind", Kinds) : null,
            Target = map.Has("target") ? Target(map.Map("target")) : null,
            Branch = supplement?.Branch,
            Changes = map.Maps("changes", c => Change(c, outputs), required: false),
        };
        map.Prefixed("code", indicator.Code.Value, supplement is null ? null : supplement.Prefix + '-');
        map.Value("kind", required: false);
        map.Value("target", required: false);
        map.Close();
        ExampleSoundness.Check(map, indicator, outputs, scope.Slots);
        return indicator;
    }

    private static MethodChange Change(MapReader map, OrderedDictionary<string, Output?> outputs)
    {
        var change = new MethodChange(map.Integer("year"), map.OptionalText("output"), map.Number("factor"), map.Shown("reason"));
        if (change.Output is { } output && !outputs.ContainsKey(output))
        {
            map.Fault("output", FaultCodes.UnknownOutput, output);
        }

        if (map.Has("factor") && change.Factor <= 0)
        {
            map.Fault("factor", FaultCodes.BadFactor);
        }

        map.Close();
        return change;
    }

    private static FrameworkTarget Target(MapReader map)
    {
        var target = new FrameworkTarget(
            map.Number("value"),
            map.Text("unit"),
            map.Integer("year"),
            map.Text("text"),
            map.Choice("nature", Natures),
            map.Choice("level", Levels, missing: false));
        map.Close();
        return target;
    }
}
