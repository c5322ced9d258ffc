using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Yaml;

namespace Responsables.Domain.Quality;

/// <summary>The rules, or every fault that their file has, by line.</summary>
public sealed record QualityRulesReading(QualityRules? Rules, IReadOnlyList<FrameworkFault> Faults);

/// <summary>The rules of the quality desk for one framework, in the order of their file.</summary>
public sealed record QualityRules(FrameworkCode Framework, IReadOnlyList<QualityRule> All)
{
    public QualityRule? Find(string code) => All.FirstOrDefault(r => r.Code == code);

    /// <summary>
    /// The rules of a file, or all its faults at once: those of its form, and what the framework says otherwise. A text of any content and length may be
    /// given: it never throws.
    /// </summary>
    public static QualityRulesReading Read(string yaml, Framework framework)
    {
        var faults = new FaultList();
        var read = YamlTree.Read(yaml, faults) is { } root ? new QualityRuleReader(framework).Read(MapReader.Of(root, "", faults)) : null;
        return faults.None ? new(read, []) : new(null, faults.ByLine);
    }
}
