namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the collected variables, of one file or of several that complete one another.</summary>
internal sealed class VariableReader
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

    private readonly HashSet<string> taken = [];
    private readonly List<(MapReader Map, Variable Variable)> read = [];
    private readonly OrderedDictionary<VariableCode, Variable> variables = [];
    private long cells;

    /// <summary>The codes read so far.</summary>
    public IEnumerable<VariableCode> Codes => variables.Keys;

    /// <summary>Reads the variables of a file.</summary>
    /// <param name="prefix">What each code must begin with; null: anything.</param>
    /// <returns>The codes that were read.</returns>
    public IReadOnlyList<VariableCode> Add(MapReader file, bool required = true, string? prefix = null)
    {
        var added = file.Maps("variables", map => (Map: map, Variable: Read(map, taken)), required, least: required ? 1 : 0);
        foreach (var (map, variable) in added)
        {
            map.Prefixed("code", variable.Code.Value, prefix);
            cells += CellsOf(variable);
            variables.TryAdd(variable.Code, LimitedTo(MostCellsOfAll, cells, map, variable));
        }

        read.AddRange(added);
        return [.. added.Select(a => a.Variable.Code)];
    }

    /// <summary>The variables of all the files by code, in their order; of two with one code, the first.</summary>
    public OrderedDictionary<VariableCode, Variable> Close()
    {
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
            map.Flag("total", missing: true))
        {
            CountsPersons = map.Flag("persons", missing: false),
        };
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
