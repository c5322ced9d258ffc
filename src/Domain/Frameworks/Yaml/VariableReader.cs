namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the collected variables.</summary>
internal static class VariableReader
{
    private const int MostCells = 2000;

    private const int MostCellsOfAll = 50_000;

    private static readonly Dictionary<string, VariableType> Types = new()
    {
        ["boolean"] = VariableType.Boolean,
        ["integer"] = VariableType.Integer,
        ["decimal"] = VariableType.Decimal,
        ["money"] = VariableType.Money,
        ["text"] = VariableType.Text,
        ["list"] = VariableType.List,
    };

    private static readonly Dictionary<string, Addition> Additions = new()
    {
        ["sum"] = Addition.Sum,
        ["count"] = Addition.Count,
        ["weighted_mean"] = Addition.WeightedMean,
        ["distribution"] = Addition.Distribution,
        ["none"] = Addition.None,
    };

    private static readonly Dictionary<string, TimeAddition> TimeAdditions = new()
    {
        ["end_of_year"] = TimeAddition.EndOfYear,
        ["sum"] = TimeAddition.Sum,
        ["mean"] = TimeAddition.Mean,
        ["none"] = TimeAddition.None,
    };

    private static readonly Dictionary<string, BreakdownLayout> Layouts = new()
    {
        ["marginal"] = BreakdownLayout.Marginal,
        ["crossed"] = BreakdownLayout.Crossed,
    };

    /// <summary>The variables by code, in their order; of two with one code, the first.</summary>
    public static OrderedDictionary<VariableCode, Variable> Read(MapReader file)
    {
        var taken = new HashSet<string>();
        var read = file.Maps("variables", map => (Map: map, Variable: Read(map, taken)), least: 1);
        var variables = new OrderedDictionary<VariableCode, Variable>();
        var cells = 0L;
        foreach (var (map, variable) in read)
        {
            cells += CellsOf(variable);
            variables.TryAdd(variable.Code, LimitedTo(MostCellsOfAll, cells, map, variable));
        }

        foreach (var (map, variable) in read)
        {
            VariableSoundness.CheckWeight(map, variable, variables);
        }

        return variables;
    }

    private static Variable Read(MapReader map, HashSet<string> taken)
    {
        var breakdowns = BreakdownReader.Read(map);
        var variable = new Variable(
            new(map.Name("code", taken)),
            map.Shown("label"),
            map.OptionalText("help"),
            map.Choice("type", Types),
            map.OptionalText("unit"),
            map.Choice("over_bodies", Additions),
            map.OptionalText("weight") is { } weight ? new VariableCode(weight) : null,
            map.Choice("over_time", TimeAdditions),
            map.OptionalNumber("min"),
            map.OptionalNumber("max"),
            map.Flag("many", missing: false),
            OptionReader.Read(map, "options", required: false),
            breakdowns,
            map.Choice("layout", Layouts, BreakdownLayout.Marginal),
            map.Flag("total", missing: true));
        map.Close();
        if (!map.IsFaulty && map.Has("type"))
        {
            VariableSoundness.Check(map, variable);
        }

        return LimitedTo(MostCells, CellsOf(variable), map, variable);
    }

    private static long CellsOf(Variable variable) => variable.Layout == BreakdownLayout.Crossed
        ? variable.Breakdowns.Aggregate(1L, (product, b) => Math.Min(product * b.Cells.Count, int.MaxValue))
        : variable.Breakdowns.Sum(b => b.Cells.Count);

    /// <summary>The variable without its breakdowns, and a fault, when there are too many cells.</summary>
    private static Variable LimitedTo(int most, long cells, MapReader map, Variable variable)
    {
        if (cells <= most)
        {
            return variable;
        }

        map.Fault("breakdowns", FaultCodes.TooManyCells, cells, most);
        return variable with { Breakdowns = [] };
    }
}
