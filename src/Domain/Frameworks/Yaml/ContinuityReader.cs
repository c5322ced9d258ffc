namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the links between the series of frameworks, and checks them against these.</summary>
internal sealed class ContinuityReader(IReadOnlyList<Framework> frameworks)
{
    private static readonly Dictionary<string, ContinuityLink> Links = new()
    {
        ["identical"] = ContinuityLink.Identical,
        ["close"] = ContinuityLink.Close,
        ["break"] = ContinuityLink.Break,
    };

    private readonly HashSet<(IndicatorCode, string, IndicatorCode, string)> taken = [];

    public IReadOnlyList<Continuity> Read(MapReader file)
    {
        var links = file.Maps("continuities", Link, least: 1);
        file.Close();
        return links;
    }

    private Continuity Link(MapReader map)
    {
        var (from, fromOutput) = Series(map, "from", "from_output");
        var (to, toOutput) = Series(map, "to", "to_output");
        var link = new Continuity(
            new(from.Code), fromOutput?.Name ?? "", new(to.Code), toOutput?.Name ?? "", map.Choice("link", Links), map.Shown("reason"), map.OptionalNumber("factor"));
        map.Close();
        if (from.Framework is not null && to.Framework is not null)
        {
            if (to.Framework.Succeeds != from.Framework.Code)
            {
                map.Fault("to", FaultCodes.NotTheNext, to.Framework.Code, from.Framework.Code);
            }

            if (fromOutput is not null && toOutput is not null)
            {
                Check(map, link, fromOutput.Unit, toOutput.Unit);
            }
        }

        return link;
    }

    /// <summary>An indicator with its framework, and its output: the one that is named, or the main one.</summary>
    private ((string Code, Framework? Framework) Indicator, Output? Output) Series(MapReader map, string key, string outputKey)
    {
        var (code, name) = (map.Code(key), map.OptionalText(outputKey));
        var framework = code.Length == 0 ? null : frameworks.FirstOrDefault(f => f.FindIndicator(new(code)) is not null);
        if (framework is null)
        {
            if (code.Length > 0)
            {
                map.Fault(key, FaultCodes.UnknownIndicator, code);
            }

            return ((code, null), null);
        }

        var indicator = framework.FindIndicator(new(code))!;
        var output = name is null ? indicator.Main : indicator.Outputs.FirstOrDefault(o => o.Name == name);
        if (output is null)
        {
            map.Fault(outputKey, FaultCodes.NoSuchOutput, name, code);
        }

        return ((code, framework), output);
    }

    private void Check(MapReader map, Continuity link, string fromUnit, string toUnit)
    {
        if (!taken.Add((link.From, link.FromOutput, link.To, link.ToOutput)))
        {
            map.Fault("to", FaultCodes.LinkedTwice, link.From, link.To);
        }

        // A break is never converted; elsewhere a factor says how, where the two do not count in the same unit.
        var converts = link.IsComparable && fromUnit != toUnit;
        if (map.OptionalText("link") is not { } word || !Links.ContainsKey(word))
        {
            return;
        }

        if (converts && link.Factor is null)
        {
            map.Fault("factor", FaultCodes.FactorMissing, fromUnit, toUnit);
        }
        else if (!converts && link.Factor is not null)
        {
            map.Fault("factor", FaultCodes.FactorUseless);
        }
        else if (link.Factor <= 0)
        {
            map.Fault("factor", FaultCodes.FactorNotPositive);
        }
    }
}
