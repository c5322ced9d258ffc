using Responsables.Domain.Frameworks;
using Responsables.Domain.Quality;

namespace Responsables.App.Quality;

/// <summary>The folder of the rules of the quality desk, in a folder of frameworks: a file for each framework that has some, of the same name.</summary>
public static class QualityFolder
{
    private const string Name = "quality";

    /// <summary>The file of the rules for a framework; null when it has none.</summary>
    public static string? FileOf(string frameworks, FrameworkCode framework) =>
        Path.Combine(frameworks, Name, $"{framework.Value}.yaml") is var file && File.Exists(file) ? file : null;

    /// <summary>Whether a file is, by its place, one of rules.</summary>
    public static bool Holds(string file) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) == Name;

    /// <summary>Reads the rules of a file against the framework of the same name in the folder above it.</summary>
    public static QualityRulesReading Read(string file)
    {
        var path = Path.GetFullPath(file);
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(path))!, Path.GetFileName(path));
        return File.Exists(beside) && FrameworkReader.Read(File.ReadAllText(beside)).Framework is { } framework
            ? QualityRules.Read(File.ReadAllText(path), framework)
            : new QualityRulesReading(null, [new FrameworkFault(1, "quality.framework", FaultCodes.NoFrameworkBeside, Path.GetFileName(path))]);
    }
}
