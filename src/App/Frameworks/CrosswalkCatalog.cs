using System.Collections.Concurrent;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;

namespace Responsables.App.Frameworks;

/// <summary>A crosswalk of the program, read against one version of a framework.</summary>
/// <param name="File">Name of its file.</param>
public sealed record KnownCrosswalk(string File, CrosswalkReading Reading);

/// <summary>
/// Reads the crosswalks that travel with the program: once for each version of a framework that is looked at. The other frameworks that a file speaks of
/// are those that travel with it.
/// </summary>
public sealed class CrosswalkCatalog
{
    private readonly ConcurrentDictionary<(FrameworkCode, int), IReadOnlyList<KnownCrosswalk>> known = new();
    private readonly Lazy<IReadOnlyList<Framework>> beside = new(() => [.. FrameworkFolder.ReadAll(LoadFrameworks.Folder)]);
    private readonly Lazy<IReadOnlyList<(string File, string Yaml)>> files =
        new(() => [.. CrosswalkFolder.Files(LoadFrameworks.Folder).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))]);

    /// <summary>Every crosswalk that speaks of the framework, by name of its file; those that do not fit this version have faults.</summary>
    public IReadOnlyList<KnownCrosswalk> Of(Framework framework) => known.GetOrAdd((framework.Code, framework.Version), _ =>
    [
        .. from file in files.Value
            let reading = Crosswalk.Read(file.Yaml, beside.Value.Where(f => f.Code != framework.Code).Append(framework))
            where reading.Crosswalk is not { } read || read.Frameworks.Contains(framework.Code)
            select new KnownCrosswalk(file.File, reading),
    ]);
}
