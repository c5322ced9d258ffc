namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads codes.</summary>
internal static class MapCodes
{
    /// <summary>A code: lower case letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string Code(this MapReader map, string key, HashSet<string>? taken = null) =>
        Checked(map, key, map.Text(key), CodeShape.IsCode, taken);

    /// <summary>A code that formulas may name.</summary>
    public static string Name(this MapReader map, string key, HashSet<string>? taken = null)
    {
        var name = Checked(map, key, map.Text(key), CodeShape.IsName, taken);
        if (CodeShape.IsReserved(name))
        {
            map.Fault(key, FaultCodes.ReservedCode, name);
        }

        return name;
    }

    /// <summary>The printed code of a commitment, topic or objective.</summary>
    public static string PrintedCode(this MapReader map, string key, HashSet<string>? taken = null) =>
        Checked(map, key, map.Text(key), CodeShape.IsPrinted, taken);

    /// <summary>The printed code of what another framework asks.</summary>
    public static string ForeignCode(this MapReader map, string key, HashSet<string> taken) =>
        Checked(map, key, map.Text(key), CodeShape.IsForeign, taken);

    /// <summary>Tells a code that does not begin with what it must.</summary>
    public static void Prefixed(this MapReader map, string key, string code, string? prefix)
    {
        if (prefix is not null && code.Length > 0 && !code.StartsWith(prefix, StringComparison.Ordinal))
        {
            map.Fault(key, FaultCodes.NotPrefixed, code, prefix);
        }
    }

    private static string Checked(MapReader map, string key, string code, Func<string, bool> isRight, HashSet<string>? taken)
    {
        // An empty one has been told already.
        if (string.IsNullOrWhiteSpace(code))
        {
            return "";
        }

        if (!isRight(code))
        {
            map.Fault(key, FaultCodes.BadCode, code);
        }
        else if (taken is not null && !taken.Add(code))
        {
            map.Fault(key, FaultCodes.Duplicate, code);
        }

        return code;
    }
}
