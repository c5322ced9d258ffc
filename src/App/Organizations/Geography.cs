using System.Globalization;
using CsvHelper;

namespace Responsables.App.Organizations;

/// <summary>Names of regions and departments, from the reference data that travels with the program.</summary>
public sealed class Geography
{
    private readonly Lazy<Dictionary<string, string>> regions = new(() => Read("regions.csv"));
    private readonly Lazy<Dictionary<string, string>> departments = new(() => Read("departements.csv"));

    /// <summary>The names of all regions by their INSEE code.</summary>
    public IReadOnlyDictionary<string, string> Regions => regions.Value;

    /// <summary>The names of all departments by their INSEE code.</summary>
    public IReadOnlyDictionary<string, string> Departments => departments.Value;

    /// <summary>Name of a region by its INSEE code; null when it is not known.</summary>
    public string? Region(string code) => regions.Value.GetValueOrDefault(code);

    /// <summary>Name of a department by its INSEE code; null when it is not known.</summary>
    public string? Department(string code) => departments.Value.GetValueOrDefault(code);

    private static Dictionary<string, string> Read(string file)
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "data", file));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var names = new Dictionary<string, string>();
        while (csv.Read())
        {
            names[csv.GetField("code")!] = csv.GetField("nom")!;
        }

        return names;
    }
}
