using System.Globalization;
using CsvHelper;

namespace Responsables.App.Organizations;

/// <summary>Names of regions and departments, and climate zones, from the reference data that travels with the program.</summary>
public sealed class Geography
{
    private readonly Lazy<Dictionary<string, string>> regions = new(() => Read("regions.csv"));
    private readonly Lazy<Dictionary<string, string>> departments = new(() => Read("departements.csv"));
    private readonly Lazy<Dictionary<string, string>> climates = new(() => Read("degree-days.csv", "departement_code", "zone_climatique"));

    /// <summary>The names of all regions by their INSEE code.</summary>
    public IReadOnlyDictionary<string, string> Regions => regions.Value;

    /// <summary>The names of all departments by their INSEE code.</summary>
    public IReadOnlyDictionary<string, string> Departments => departments.Value;

    /// <summary>Name of a region by its INSEE code; null when it is not known.</summary>
    public string? Region(string code) => regions.Value.GetValueOrDefault(code);

    /// <summary>Name of a department by its INSEE code; null when it is not known.</summary>
    public string? Department(string code) => departments.Value.GetValueOrDefault(code);

    /// <summary>The climate zone of a department (H1, H2, H3) by its INSEE code; null where there is none, overseas.</summary>
    public string? ClimateZone(string department) => climates.Value.GetValueOrDefault(department) is { Length: > 0 } zone ? zone : null;

    private static Dictionary<string, string> Read(string file, string key = "code", string value = "nom")
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "data", file));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var names = new Dictionary<string, string>();
        while (csv.Read())
        {
            names[csv.GetField(key)!] = csv.GetField(value)!;
        }

        return names;
    }
}
