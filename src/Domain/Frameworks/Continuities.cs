using Responsables.Domain.Frameworks.Yaml;

namespace Responsables.Domain.Frameworks;

/// <summary>The links, or every fault that their file has, by line.</summary>
public sealed record ContinuitiesReading(Continuities? Continuities, IReadOnlyList<FrameworkFault> Faults);

/// <summary>How the series of each framework are continued by the framework that follows it.</summary>
public sealed class Continuities
{
    private readonly ILookup<(IndicatorCode, string), Continuity> into;
    private readonly ILookup<(IndicatorCode, string), Continuity> outOf;

    private Continuities(IReadOnlyList<Continuity> all)
    {
        All = all;
        into = all.ToLookup(c => (c.To, c.ToOutput));
        outOf = all.ToLookup(c => (c.From, c.FromOutput));
    }

    /// <summary>Every link, in the order of the file.</summary>
    public IReadOnlyList<Continuity> All { get; }

    /// <summary>
    /// The links of a file, or all its faults at once: those of its form, and what the frameworks say otherwise. A text of any content and
    /// length may be given: it never throws.
    /// </summary>
    /// <param name="frameworks">The frameworks whose series are linked; of several versions of one, the latest counts.</param>
    public static ContinuitiesReading Read(string yaml, IEnumerable<Framework> frameworks)
    {
        var faults = new FaultList();
        var reader = new ContinuityReader([.. frameworks.GroupBy(f => f.Code).Select(versions => versions.MaxBy(f => f.Version)!)]);
        var read = YamlTree.Read(yaml, faults) is { } root ? reader.Read(MapReader.Of(root, "", faults)) : [];
        return faults.None ? new(new Continuities(read), []) : new(null, faults.ByLine);
    }

    /// <summary>The series that an output takes the place of; none when it begins with its framework.</summary>
    public IEnumerable<Continuity> Into(IndicatorCode to, string output) => into[(to, output)];

    /// <summary>The series that take the place of an output; none when it ends with its framework.</summary>
    public IEnumerable<Continuity> OutOf(IndicatorCode from, string output) => outOf[(from, output)];
}
