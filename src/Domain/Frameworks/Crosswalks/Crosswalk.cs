using Responsables.Domain.Frameworks.Yaml;

namespace Responsables.Domain.Frameworks.Crosswalks;

/// <summary>The crosswalk of a file, or every fault that the file has, by line.</summary>
public sealed record CrosswalkReading(Crosswalk? Crosswalk, IReadOnlyList<FrameworkFault> Faults);

/// <summary>
/// A crosswalk (table de correspondance): what a framework published elsewhere asks for, and what of it our frameworks hold already.
/// </summary>
/// <param name="Date">As precisely as the source says: a year, a month or a day.</param>
/// <param name="Licence">What may be taken over from it.</param>
/// <param name="Note">What was left out, and why.</param>
/// <param name="Frameworks">Those of ours that it speaks of.</param>
public sealed record Crosswalk(
    string Code, string Title, string Publisher, string Date, string Url, string Licence, string? Note,
    IReadOnlyList<FrameworkCode> Frameworks, IReadOnlyList<AskedGroup> Groups)
{
    public IEnumerable<AskedValue> Values => Groups.SelectMany(g => g.Values);

    /// <summary>
    /// The crosswalk of a file, or all its faults at once: those of its form, and what the frameworks say otherwise. A text of any content and length may be
    /// given: it never throws.
    /// </summary>
    /// <param name="frameworks">One version of each of our frameworks that the file may name.</param>
    public static CrosswalkReading Read(string yaml, IEnumerable<Framework> frameworks)
    {
        var faults = new FaultList();
        var reader = new CrosswalkReader([.. frameworks]);
        var read = YamlTree.Read(yaml, faults) is { } root ? reader.Read(MapReader.Of(root, "", faults)) : null;
        return faults.None ? new(read, []) : new(null, faults.ByLine);
    }
}

/// <summary>Values that are asked together: a disclosure, a core subject, a goal.</summary>
public sealed record AskedGroup(string Code, string Title, IReadOnlyList<AskedValue> Values);

/// <summary>A value that the other framework asks for.</summary>
/// <param name="Label">In our own words.</param>
/// <param name="Unit">Of a quantity; null elsewhere.</param>
public sealed record AskedValue(string Code, string Label, AskedKind Kind, string? Unit, IReadOnlyList<Holding> Holdings)
{
    /// <summary>What a framework of ours holds of it; where the file says nothing, it is missing.</summary>
    public Holding In(FrameworkCode framework) => Holdings.FirstOrDefault(h => h.Framework == framework) ?? Holding.None(framework);
}

/// <summary>What is expected as an answer.</summary>
public enum AskedKind { Quantity, Text, YesNo }

/// <summary>How well a value is held: the same value; computed from held values; only a part of it; not at all.</summary>
public enum HoldingState { Held, Derivable, Partial, Missing }

/// <summary>What a framework of ours holds of an asked value.</summary>
/// <param name="By">Where it is held; empty when it is missing.</param>
/// <param name="How">How it is computed, when it is derived.</param>
/// <param name="Lacks">What is missing, when only a part is held or nothing is.</param>
public sealed record Holding(FrameworkCode Framework, HoldingState State, IReadOnlyList<Holder> By, string? How, string? Lacks)
{
    public static Holding None(FrameworkCode framework) => new(framework, HoldingState.Missing, [], null, null);
}

/// <summary>Where a value is held.</summary>
public abstract record Holder
{
    private Holder()
    {
    }

    /// <summary>A figure of an indicator.</summary>
    /// <param name="Output">Name of its output; null: the main one.</param>
    public sealed record OfIndicator(IndicatorCode Code, string? Output) : Holder;

    /// <summary>A collected variable, whole or by one of its cells.</summary>
    public sealed record OfVariable(VariableCode Code, CellKey Cell) : Holder;

    /// <summary>The qualitative analysis of a topic.</summary>
    public sealed record OfTopic(string Code) : Holder;
}
