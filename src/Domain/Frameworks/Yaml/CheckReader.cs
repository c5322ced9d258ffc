using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the checks of an indicator and compiles their rules.</summary>
internal sealed class CheckReader(VariableScope scope, IReadOnlyList<VariableUse> uses, IReadOnlyList<string> outputs)
{
    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["blocking"] = Severity.Blocking,
        ["explain"] = Severity.Explain,
        ["notice"] = Severity.Notice,
    };

    private readonly HashSet<string> taken = [];

    public IReadOnlyList<Check> Read(MapReader indicator) => [.. indicator.Maps("checks", Check).OfType<Check>()];

    private Check? Check(MapReader map)
    {
        var (code, severity, message) = (map.Code("code", taken), map.Choice("severity", Severities), map.Shown("message"));
        var on = On(map);
        if (map.Has("rule") == map.Has("variation") && !map.IsFaulty)
        {
            map.Fault("rule", FaultCodes.RuleOrVariation);
        }

        Check? check = map.Has("variation")
            ? new VariationCheck(code, severity, on, message, Output(map), map.Number("variation"))
            : Rule(map) is { } rule ? new RuleCheck(code, severity, on, message, rule)
            : null;
        map.Value("rule", required: false);
        map.Value("variation", required: false);
        map.Close();
        return check;
    }

    private VariableCode On(MapReader map)
    {
        var on = new VariableCode(map.Text("on"));
        if (on.Value.Length > 0 && scope.Find(on) is null)
        {
            map.Fault("on", FaultCodes.UnknownVariable, on);
        }
        else if (on.Value.Length > 0 && uses.All(u => u.Variable != on))
        {
            map.Fault("on", FaultCodes.NotAsked, on);
        }

        return on;
    }

    private Rule? Rule(MapReader map)
    {
        if (map.OptionalText("rule") is not { } text)
        {
            return null;
        }

        var faults = new ExpressionFaults();
        var rule = RuleBinder.Compile(text, scope, faults);
        map.Fault("rule", faults);
        return rule;
    }

    private string Output(MapReader map)
    {
        var output = map.OptionalText("output");
        if (output is not null && !outputs.Contains(output))
        {
            map.Fault("output", FaultCodes.UnknownOutput, output);
        }

        return output ?? (outputs.Count > 0 ? outputs[0] : "");
    }
}
