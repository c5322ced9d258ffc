using Responsables.Domain.Frameworks.Yaml;

namespace Responsables.Domain.Frameworks.Crosswalks;

/// <summary>Reads a crosswalk, and checks what it names against our frameworks.</summary>
internal sealed class CrosswalkReader(IReadOnlyList<Framework> frameworks)
{
    private const string Secure = "https://";

    private static readonly Dictionary<string, AskedKind> Kinds = new()
    {
        ["quantity"] = AskedKind.Quantity,
        ["text"] = AskedKind.Text,
        ["yes_no"] = AskedKind.YesNo,
    };

    private static readonly Dictionary<string, HoldingState> States = new()
    {
        ["held"] = HoldingState.Held,
        ["derivable"] = HoldingState.Derivable,
        ["partial"] = HoldingState.Partial,
        ["missing"] = HoldingState.Missing,
    };

    private static readonly string[] HolderKeys = ["indicator", "variable", "topic"];

    private readonly HashSet<string> groups = [];
    private readonly HashSet<string> values = [];
    private IReadOnlyList<FrameworkCode> named = [];

    public Crosswalk Read(MapReader file)
    {
        var head = file.Map("crosswalk");
        named = Named(head);
        var (code, title) = (head.Code("code"), head.Shown("title"));
        var crosswalk = new Crosswalk(
            code, title, head.Shown("publisher"), head.Text("date"), Url(head), head.Shown("licence"), Sentence(head, "note"), named, file.Maps("groups", Group, least: 1));
        head.Close();
        file.Close();
        return crosswalk;
    }

    private List<FrameworkCode> Named(MapReader head)
    {
        var codes = head.Texts("frameworks");
        if (codes.Count == 0 && head.Has("frameworks"))
        {
            head.Fault("frameworks", FaultCodes.EmptyList, 1);
        }

        foreach (var (i, code) in codes.Index())
        {
            if (Find(new FrameworkCode(code)) is null)
            {
                head.Fault("frameworks", i, FaultCodes.NoSuchFramework, code);
            }
            else if (codes.Take(i).Contains(code))
            {
                head.Fault("frameworks", i, FaultCodes.Duplicate, code);
            }
        }

        return [.. codes.Select(c => new FrameworkCode(c))];
    }

    private static string Url(MapReader head)
    {
        var url = head.Text("url");
        if (url.Length > 0 && !(url.StartsWith(Secure, StringComparison.Ordinal) && Uri.IsWellFormedUriString(url, UriKind.Absolute)))
        {
            head.Fault("url", FaultCodes.BadAddress, url);
        }

        return url;
    }

    private AskedGroup Group(MapReader map)
    {
        var group = new AskedGroup(map.ForeignCode("code", groups), map.Shown("title"), map.Maps("values", Value, least: 1));
        map.Close();
        return group;
    }

    private AskedValue Value(MapReader map)
    {
        var (code, label, kind) = (map.ForeignCode("code", values), map.Shown("label"), map.Choice("kind", Kinds));
        var unit = map.Has("kind") && kind == AskedKind.Quantity ? map.Text("unit") : map.OptionalText("unit");
        if (unit is not null && kind != AskedKind.Quantity)
        {
            Useless(map, "unit", Kinds.First(k => k.Value == kind).Key);
        }

        var seen = new HashSet<string>();
        var value = new AskedValue(
            code, label, kind, unit, map.Maps("holdings", m => Holding(m, kind, unit, seen), required: false, least: 1));
        map.Close();
        return value;
    }

    private Holding Holding(MapReader map, AskedKind kind, string? unit, HashSet<string> seen)
    {
        var code = map.Text("framework");
        var framework = code.Length == 0 ? null : Compared(map, code);
        if (code.Length > 0 && !seen.Add(code))
        {
            map.Fault("framework", FaultCodes.HeldTwice, code);
        }

        var state = map.Choice("state", States);
        var isKnown = map.OptionalText("state") is { } word && States.ContainsKey(word);
        var by = isKnown && state != HoldingState.Missing ? map.Maps("by", m => Holder(m, framework, state, kind, unit), least: 1) : [];
        var holding = new Holding(
            new FrameworkCode(code), state, [.. by.OfType<Holder>()],
            state == HoldingState.Derivable ? map.Shown("how") : Sentence(map, "how"),
            state == HoldingState.Partial ? map.Shown("lacks") : Sentence(map, "lacks"));
        if (isKnown)
        {
            Fits(map, state);
            map.Close();
        }

        return holding;
    }

    // What goes with another state would be believed by nobody.
    private static void Fits(MapReader map, HoldingState state)
    {
        var word = States.First(s => s.Value == state).Key;
        if (state == HoldingState.Missing && map.Has("by"))
        {
            map.Value("by", required: false);
            Useless(map, "by", word);
        }

        if (state != HoldingState.Derivable && map.Has("how"))
        {
            Useless(map, "how", word);
        }

        if (state is HoldingState.Held or HoldingState.Derivable && map.Has("lacks"))
        {
            Useless(map, "lacks", word);
        }
    }

    private Framework? Compared(MapReader map, string code)
    {
        if (!named.Contains(new FrameworkCode(code)))
        {
            map.Fault("framework", FaultCodes.NotCompared, code);
            return null;
        }

        return Find(new FrameworkCode(code));
    }

    private static Holder? Holder(MapReader map, Framework? framework, HoldingState state, AskedKind kind, string? unit)
    {
        var (indicator, variable, topic) = (map.OptionalText("indicator"), map.OptionalText("variable"), map.OptionalText("topic"));
        var (output, cell) = (map.OptionalText("output"), map.OptionalText("cell"));
        map.Close();
        if (HolderKeys.Count(map.Has) != 1)
        {
            map.Fault(HolderKeys.FirstOrDefault(map.Has) ?? HolderKeys[0], FaultCodes.OneOf, string.Join(", ", HolderKeys));
            return null;
        }

        if (output is not null && indicator is null)
        {
            Useless(map, "output", variable is null ? "topic" : "variable");
        }

        if (cell is not null && variable is null)
        {
            Useless(map, "cell", indicator is null ? "topic" : "indicator");
        }

        if (framework is null)
        {
            return null;
        }

        var (holder, held) = indicator is not null ? OfIndicator(map, framework, new(indicator), output)
            : variable is not null ? OfVariable(map, framework, new(variable), new CellKey(cell ?? ""))
            : OfTopic(map, framework, topic!);
        if (holder is not null && state == HoldingState.Held && kind == AskedKind.Quantity && held != unit)
        {
            map.Fault(HolderKeys.First(map.Has), FaultCodes.NotTheSameUnit, unit, held ?? "–");
        }

        return holder;
    }

    private static (Holder? Holder, string? Unit) OfIndicator(MapReader map, Framework framework, IndicatorCode code, string? name)
    {
        if (framework.FindIndicator(code) is not { } indicator)
        {
            map.Fault("indicator", FaultCodes.NotInFramework, code, framework.Code);
            return default;
        }

        var output = name is null ? indicator.Main : indicator.Outputs.FirstOrDefault(o => o.Name == name);
        if (output is null)
        {
            map.Fault("output", FaultCodes.NoSuchOutput, name, code);
            return default;
        }

        return (new Holder.OfIndicator(code, name), output.Unit);
    }

    private static (Holder? Holder, string? Unit) OfVariable(MapReader map, Framework framework, VariableCode code, CellKey cell)
    {
        if (framework.FindVariable(code) is not { } variable)
        {
            map.Fault("variable", FaultCodes.NotInFramework, code, framework.Code);
            return default;
        }

        if (!variable.Cells.Contains(cell))
        {
            map.Fault(cell.IsTotal ? "variable" : "cell", cell.IsTotal ? FaultCodes.NoTotal : FaultCodes.UnknownCell, cell.IsTotal ? [code] : [cell, code]);
            return default;
        }

        return (new Holder.OfVariable(code, cell), variable.Unit);
    }

    private static (Holder? Holder, string? Unit) OfTopic(MapReader map, Framework framework, string code)
    {
        if (framework.Topics.All(t => t.Code != code))
        {
            map.Fault("topic", FaultCodes.NotInFramework, code, framework.Code);
            return default;
        }

        return (new Holder.OfTopic(code), null);
    }

    private Framework? Find(FrameworkCode code) => frameworks.FirstOrDefault(f => f.Code == code);

    private static string? Sentence(MapReader map, string key) => map.OptionalText(key) is { } text ? Scalars.Spaced(text) : null;

    private static void Useless(MapReader map, string key, string word) => map.Fault(key, FaultCodes.KeyUseless, key, word);
}
