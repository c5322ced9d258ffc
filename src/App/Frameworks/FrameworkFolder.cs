using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>A folder of frameworks: a YAML file for each, and one that says how the series of one are continued by the next.</summary>
public static class FrameworkFolder
{
    private const string ContinuitiesName = "continuities.yaml";

    /// <summary>The files of the frameworks, by name.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Where(f => !IsContinuities(f)).Order(StringComparer.Ordinal);

    /// <summary>The frameworks of a folder that read; one that has faults counts as absent.</summary>
    public static IEnumerable<Framework> ReadAll(string folder) => Files(folder).Select(f => FrameworkReader.Read(File.ReadAllText(f)).Framework).OfType<Framework>();

    /// <summary>Whether a file is, by its name, that of the links between frameworks.</summary>
    public static bool IsContinuities(string file) => Path.GetFileName(file) == ContinuitiesName;

    /// <summary>The file of the links of a folder; null when it has none.</summary>
    public static string? ContinuitiesOf(string folder) => Path.Combine(folder, ContinuitiesName) is var file && File.Exists(file) ? file : null;

    /// <summary>Reads the links of a file against the frameworks beside it; one that has faults counts as absent.</summary>
    public static ContinuitiesReading ReadContinuities(string file) =>
        Continuities.Read(File.ReadAllText(file), ReadAll(Path.GetDirectoryName(Path.GetFullPath(file))!));

    /// <summary>The links that travel with the program: read once, when somebody first asks.</summary>
    internal static Continuities OfTheProgram()
    {
        var reading = ReadContinuities(Path.Combine(LoadFrameworks.Folder, ContinuitiesName));
        return reading.Continuities ?? throw new InvalidDataException($"{ContinuitiesName} does not read: {reading.Faults[0].Path} {reading.Faults[0].Code}");
    }
}
