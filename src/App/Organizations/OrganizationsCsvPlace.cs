using System.Globalization;

namespace Responsables.App.Organizations;

/// <summary>Where a fault stands in the file, as it is shown.</summary>
internal static class OrganizationsCsvPlace
{
    public static string Of(int line, string? column = null)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"ligne {line}");
        return column is null ? place : $"{place}, colonne {column}";
    }
}
