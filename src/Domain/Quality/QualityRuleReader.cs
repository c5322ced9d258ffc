using System.Text.RegularExpressions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Expressions;
using Responsables.Domain.Frameworks.Yaml;

namespace Responsables.Domain.Quality;

/// <summary>Reads the rules of a file and compiles their expressions against the framework that they are for.</summary>
internal sealed partial class QualityRuleReader(Framework framework)
{
    private static readonly Dictionary<string, QualityKind> Kinds = new()
    {
        ["unit_slip"] = QualityKind.UnitSlip,
        ["same"] = QualityKind.Same,
        ["bounds"] = QualityKind.Bounds,
        ["coherence"] = QualityKind.Coherence,
        ["peers"] = QualityKind.Peers,
        ["variation"] = QualityKind.Variation,
    };

    private static readonly Dictionary<string, AnomalySeverity> Severities = new()
    {
        ["low"] = AnomalySeverity.Low,
        ["medium"] = AnomalySeverity.Medium,
        ["high"] = AnomalySeverity.High,
    };

    private static readonly string[] Places = ["valeur", "avant", "variation", "mesure", "mediane", "organismes", "unite", "erreur"];

    private readonly VariableScope scope = new(framework.Variables.ToDictionary(v => v.Code), framework.Slots);
    private readonly HashSet<string> taken = [];

    public QualityRules Read(MapReader file)
    {
        var head = file.Map("quality");
        var code = new FrameworkCode(head.Code("framework"));
        head.Close();
        if (code.Value.Length > 0 && code != framework.Code)
        {
            head.Fault("framework", FaultCodes.OtherFramework, code, framework.Code);
        }

        var rules = file.Maps("rules", Rule, least: 1);
        file.Close();
        return new QualityRules(code, rules);
    }

    private QualityRule Rule(MapReader map)
    {
        var kind = map.Choice("kind", Kinds);
        var rule = new QualityRule(
            map.Code("code", taken), kind, map.Shown("title"), map.Choice("severity", Severities), On(map), Question(map), Settings(map, kind))
        {
            Rule = kind == QualityKind.Coherence ? Condition(map) : null,
            Slips = kind == QualityKind.UnitSlip ? map.Maps("slips", Slip, least: 1) : [],
            Unit = map.OptionalText("unit"),
            Of = Expression(map, "of"),
            Per = Expression(map, "per"),
        };
        map.Close();
        return rule;
    }

    private List<VariableCode> On(MapReader map)
    {
        var codes = map.Texts("on");
        if (codes.Count == 0 && map.Has("on"))
        {
            map.Fault("on", FaultCodes.EmptyList, 1);
        }

        foreach (var (i, code) in codes.Index())
        {
            if (framework.FindVariable(new(code)) is not { } variable)
            {
                map.Fault("on", i, FaultCodes.UnknownVariable, code);
            }
            else if (!variable.IsNumeric)
            {
                map.Fault("on", i, FaultCodes.NotNumeric, code);
            }
            else if (!variable.HasTotal)
            {
                map.Fault("on", i, FaultCodes.NoTotal, code);
            }
        }

        return [.. codes.Select(c => new VariableCode(c))];
    }

    private static string Question(MapReader map)
    {
        var text = map.Shown("question");
        foreach (var place in PlaceOfNumber().Matches(text).Select(m => m.Groups[1].Value).Where(p => !Places.Contains(p)).Distinct())
        {
            map.Fault("question", FaultCodes.UnknownPlace, place, string.Join(", ", Places));
        }

        return text;
    }

    // Bounds have one side at least; every other threshold of a kind is required, and none is below zero.
    private static Dictionary<string, decimal> Settings(MapReader map, QualityKind kind)
    {
        var settings = new Dictionary<string, decimal>();
        foreach (var name in map.Has("kind") ? QualityRule.SettingNames(kind) : [])
        {
            var value = kind == QualityKind.Bounds ? map.OptionalNumber(name) : map.Number(name);
            if (value is { } number)
            {
                settings.Add(name, number);
                if (QualityRule.LeastOf(name) is var least && number < least)
                {
                    map.Fault(name, FaultCodes.TooSmall, number, least);
                }
            }
        }

        if (kind == QualityKind.Bounds && settings.Count == 0 && !map.IsFaulty)
        {
            map.Fault(QualityRule.Min, FaultCodes.MissingKey, $"{QualityRule.Min}, {QualityRule.Max}");
        }

        return settings;
    }

    private static UnitSlip Slip(MapReader map)
    {
        var slip = new UnitSlip(map.Number("factor"), map.Shown("says"));
        if (slip.Factor <= 0 && map.Has("factor"))
        {
            map.Fault("factor", FaultCodes.FactorNotPositive);
        }

        map.Close();
        return slip;
    }

    private Rule? Condition(MapReader map)
    {
        var faults = new ExpressionFaults();
        var rule = RuleBinder.Compile(map.Text("rule"), scope, faults);
        map.Fault("rule", faults);
        return rule;
    }

    private BodyExpression? Expression(MapReader map, string key)
    {
        if (map.OptionalText(key) is not { } text)
        {
            return null;
        }

        var faults = new ExpressionFaults();
        var read = SyntaxParser.Parse(text, faults) is { } syntax ? new BodyBinder(scope, inRule: true, faults).Bind(syntax).Expression : null;
        map.Fault(key, faults);
        return faults.None ? read?.In(CellKey.Total, scope.Slots) : null;
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex PlaceOfNumber();
}
