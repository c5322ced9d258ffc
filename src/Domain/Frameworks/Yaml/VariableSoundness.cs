namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>What the keys of a variable must say together.</summary>
internal static class VariableSoundness
{
    public static void Check(MapReader map, Variable variable)
    {
        CheckType(map, variable);
        CheckAddition(map, variable);
        if (variable.Min > variable.Max)
        {
            map.Fault("min", FaultCodes.MinAboveMax, variable.Min, variable.Max);
        }

        if (!map.Has("breakdowns") && (map.Has("layout") || !variable.HasTotal))
        {
            map.Fault(variable.HasTotal ? "layout" : "total", FaultCodes.NoCells);
        }
    }

    /// <summary>A weighted mean has a weight that adds up; nothing else has one.</summary>
    public static void CheckWeight(MapReader map, Variable variable, IReadOnlyDictionary<VariableCode, Variable> variables)
    {
        if (variable.Weight is not { } code)
        {
            if (variable.OverBodies == Addition.WeightedMean)
            {
                map.Fault("weight", FaultCodes.WeightMissing);
            }
        }
        else if (variable.OverBodies != Addition.WeightedMean)
        {
            map.Fault("weight", FaultCodes.WeightUseless);
        }
        else if (!variables.TryGetValue(code, out var weight))
        {
            map.Fault("weight", FaultCodes.UnknownVariable, code);
        }
        else if (!weight.IsNumeric || weight.OverBodies != Addition.Sum)
        {
            map.Fault("weight", FaultCodes.BadWeight, code);
        }
    }

    private static void CheckType(MapReader map, Variable variable)
    {
        string[] forNumbers = ["unit", "min", "max", "breakdowns", "weight", "persons"];
        string[] forLists = ["options", "many"];
        var foreign = (variable.IsNumeric ? [] : forNumbers).Concat(variable.Type == VariableType.List ? [] : forLists);
        foreach (var key in foreign.Where(k => map.Has(k)))
        {
            map.Fault(key, FaultCodes.NotForType, key, TypeOf(variable));
        }

        if (variable.IsNumeric)
        {
            map.Value("unit");
        }
        else if (variable.Type == VariableType.List)
        {
            map.Value("options");
        }
    }

    private static void CheckAddition(MapReader map, Variable variable)
    {
        if (!map.Has("over_bodies"))
        {
            return;
        }

        var isRight = variable.Type switch
        {
            VariableType.Boolean => variable.OverBodies is Addition.Count or Addition.None,
            VariableType.Text => variable.OverBodies == Addition.None,
            VariableType.List => variable.OverBodies is Addition.None or Addition.Distribution,
            _ => variable.OverBodies != Addition.Count,
        };
        if (!isRight)
        {
            map.Fault("over_bodies", FaultCodes.AdditionMismatch, map.OptionalText("over_bodies"), TypeOf(variable));
        }

        if (variable.CountsPersons && variable.IsNumeric && variable.OverBodies is not (Addition.Sum or Addition.Distribution))
        {
            map.Fault("persons", FaultCodes.PersonsNotAdded, variable.Code);
        }

        if (variable.OverBodies is Addition.Sum or Addition.Distribution && variable.Unit?.StartsWith('%') == true)
        {
            map.Fault("over_bodies", FaultCodes.PercentageAdded, variable.Code);
        }
    }

    private static string TypeOf(Variable variable) => variable.Type.ToString().ToLowerInvariant();
}
