using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the outputs of an indicator and compiles their formulas.</summary>
internal sealed class OutputReader(VariableScope scope, IReadOnlySet<VariableCode> asked, IReadOnlyCollection<VariableCode> context)
{
    private readonly Dictionary<string, TypedFormula?> formulas = [];
    private readonly HashSet<string> taken = [];

    /// <summary>The outputs by name, in their order; null for one whose formula has a fault.</summary>
    public OrderedDictionary<string, Output?> Read(MapReader indicator)
    {
        var outputs = new OrderedDictionary<string, Output?>();
        foreach (var (name, output) in indicator.Maps("outputs", Output, least: 1))
        {
            outputs.TryAdd(name, output);
        }

        CheckCorrected(indicator, [.. outputs.Keys]);
        return outputs;
    }

    // An output may name one that stands after it.
    private static void CheckCorrected(MapReader indicator, HashSet<string> names) => indicator.Maps(
        "outputs",
        map =>
        {
            if (map.OptionalText("climate") is { } corrected && (!names.Contains(corrected) || corrected == map.OptionalText("name")))
            {
                map.Fault("climate", FaultCodes.UnknownOutput, corrected);
            }

            return true;
        },
        required: false);

    private (string Name, Output? Output) Output(MapReader map)
    {
        var (name, label, unit, text) = (map.Name("name", taken), map.Shown("label"), map.Text("unit"), map.Text("formula"));
        var (volume, corrected) = (map.OptionalText("volume"), map.OptionalText("climate"));
        map.Close();
        var compiled = text.Length == 0 ? null : Compile(map, text, unit);
        formulas.TryAdd(name, compiled?.Typed);
        return (name, compiled is var (formula, _)
            ? new Output(name, label, unit, formula, Cells(formula)) { Volume = volume is null ? null : Volume(map, volume, formula), Corrected = corrected }
            : null);
    }

    private VolumeDriver? Volume(MapReader map, string text, Formula formula)
    {
        var code = new VariableCode(text);
        if (scope.Find(code) is not { } variable)
        {
            map.Fault("volume", FaultCodes.UnknownVariable, code);
            return null;
        }

        if (!asked.Contains(code) && !context.Contains(code))
        {
            map.Fault("volume", FaultCodes.NotAsked, code);
        }

        if (!formula.IsSum)
        {
            map.Fault("volume", FaultCodes.VolumeOfRatio);
        }

        var faults = new ExpressionFaults();
        var compiled = FormulaCompiler.Compile($"sum({code})", variable.Unit, scope, formulas, faults);
        map.Fault("volume", faults);
        return compiled is var (sum, _) ? new VolumeDriver(code, sum) : null;
    }

    private (Formula Formula, TypedFormula Typed)? Compile(MapReader map, string text, string unit)
    {
        var faults = new ExpressionFaults();
        var compiled = FormulaCompiler.Compile(text, unit, scope, formulas, faults);
        map.Fault("formula", faults);
        foreach (var code in compiled?.Formula.Variables.Where(v => !asked.Contains(v)) ?? [])
        {
            map.Fault("formula", FaultCodes.NotAsked, code);
        }

        return compiled;
    }

    /// <summary>The cells of every dimension that all its variables have alike, unless it names cells itself.</summary>
    private IReadOnlyList<CellKey> Cells(Formula formula)
    {
        if (formula.Readings.Any(r => r.Cell is not null))
        {
            return [];
        }

        var variables = formula.Variables.Select(v => scope.Find(v)!).ToArray();
        return variables.All(v => v.Layout == BreakdownLayout.Marginal)
            ? [.. variables[0].Breakdowns
                .Where(dimension => variables.All(v => v.Breakdowns.Any(b => Alike(b, dimension))))
                .SelectMany(dimension => dimension.Cells.Select(c => CellKey.Of((dimension.Code, c.Code))))]
            : [];
    }

    private static bool Alike(Breakdown one, Breakdown other) =>
        one.Code == other.Code && one.Cells.Select(c => c.Code).ToHashSet().SetEquals(other.Cells.Select(c => c.Code));
}
