using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the variables that an indicator asks.</summary>
internal sealed class UseReader(VariableScope scope)
{
    private readonly HashSet<VariableCode> asked = [];

    public IReadOnlyList<VariableUse> Read(MapReader indicator)
    {
        var uses = indicator.Maps("variables", map => (Map: map, Use: Use(map)), least: 1);
        foreach (var (map, use) in uses)
        {
            if (use.When is { } condition && !asked.Contains(condition.Variable))
            {
                map.Fault("when", FaultCodes.NotAsked, condition.Variable);
            }
        }

        return [.. uses.Select(u => u.Use)];
    }

    private VariableUse Use(MapReader map)
    {
        var code = new VariableCode(map.Text("code"));
        if (code.Value.Length > 0 && scope.Find(code) is null)
        {
            map.Fault("code", FaultCodes.UnknownVariable, code);
        }
        else if (code.Value.Length > 0 && !asked.Add(code))
        {
            map.Fault("code", FaultCodes.Duplicate, code);
        }

        var use = new VariableUse(code, map.Flag("required", missing: true), When(map));
        map.Close();
        return use;
    }

    /// <summary><c>variable = oui</c> or <c>variable = non</c>.</summary>
    private Condition? When(MapReader map)
    {
        if (map.OptionalText("when") is not { } text)
        {
            return null;
        }

        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts is not [var name, "oui" or "non"])
        {
            map.Fault("when", FaultCodes.BadCondition, text);
            return null;
        }

        var code = new VariableCode(name);
        if (scope.Find(code) is not { } variable)
        {
            map.Fault("when", FaultCodes.UnknownVariable, name);
        }
        else if (variable.Type != VariableType.Boolean)
        {
            map.Fault("when", FaultCodes.CountNotBoolean, name);
        }
        else
        {
            return new(code, parts[1] == "oui");
        }

        return null;
    }
}
