using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;

namespace Responsables.App.Frameworks;

/// <summary>The folder of the crosswalks, in a folder of frameworks: a file for each framework published elsewhere.</summary>
public static class CrosswalkFolder
{
    private const string Name = "crosswalks";

    /// <summary>The files of the crosswalks, by name; none when there is no such folder.</summary>
    public static IEnumerable<string> Files(string frameworks) =>
        Path.Combine(frameworks, Name) is var folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            : [];

    /// <summary>Whether a file is, by its place, a crosswalk.</summary>
    public static bool Holds(string file) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) == Name;

    /// <summary>Reads a crosswalk against the frameworks of the folder above it; one that has faults counts as absent.</summary>
    public static CrosswalkReading Read(string file) =>
        Crosswalk.Read(File.ReadAllText(file), FrameworkFolder.ReadAll(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file)))!));
}
