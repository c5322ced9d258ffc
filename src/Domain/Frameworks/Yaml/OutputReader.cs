using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the outputs of an indicator and compiles their formulas.</summary>
internal sealed class OutputReader(VariableScope scope, IReadOnlySet<VariableCode> asked)
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

        return outputs;
    }

    private (string Name, Output? Output) Output(MapReader map)
    {
        var (name, label, unit, text) = (map.Name("name", taken), map.Text("label"), map.Text("unit"), map.Text("formula"));
        map.Close();
        var compiled = text.Length == 0 ? null : Compile(map, text, unit);
        formulas.TryAdd(name, compiled?.Typed);
        return (name, compiled is var (formula, _) ? new Output(name, label, unit, formula, Cells(formula)) : null);
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
