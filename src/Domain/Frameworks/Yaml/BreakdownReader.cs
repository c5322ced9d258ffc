namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the dimensions of a variable.</summary>
internal static class BreakdownReader
{
    /// <summary>Those whose code is right and not taken; the others are told.</summary>
    public static IReadOnlyList<Breakdown> Read(MapReader variable)
    {
        var (taken, codes) = (new HashSet<string>(), new HashSet<string>());
        var breakdowns = variable.Maps("breakdowns", m => Read(m, taken), required: false, least: 1);
        return [.. breakdowns.Where(b => CodeShape.IsCode(b.Code) && codes.Add(b.Code))];
    }

    private static Breakdown Read(MapReader map, HashSet<string> taken)
    {
        var breakdown = new Breakdown(
            map.Code("code", taken),
            map.Shown("label"),
            map.Flag("partition"),
            map.Flag("required"),
            OptionReader.Read(map, "cells", required: true, least: 2));
        map.Close();
        return breakdown;
    }
}
