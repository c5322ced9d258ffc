namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the choices of a list and the cells of a breakdown.</summary>
internal static class OptionReader
{
    /// <summary>Those whose code is right and not taken; the others are told.</summary>
    public static IReadOnlyList<Option> Read(MapReader map, string key, bool required, int least = 1)
    {
        var (taken, codes) = (new HashSet<string>(), new HashSet<string>());
        var options = map.Maps(key, m => Read(m, taken), required, least);
        return [.. options.Where(o => CodeShape.IsCode(o.Code) && codes.Add(o.Code))];
    }

    private static Option Read(MapReader map, HashSet<string> taken)
    {
        var option = new Option(map.Code("code", taken), map.Shown("label"));
        map.Close();
        return option;
    }
}
