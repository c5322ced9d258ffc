using Responsables.Domain.Frameworks.Expressions;
using Responsables.Domain.Frameworks.Yaml;

namespace Responsables.Domain.Frameworks;

/// <summary>A fault of a framework file: where it stands and what is wrong.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Path">Path in the document, such as <c>commitments[0].topics[1].code</c>; in a formula or a rule, followed by <c>:</c> and
/// the column of its text, from 1. Empty for the file itself.</param>
/// <param name="Code">Stable code, one of <see cref="FaultCodes"/>; its sentence is a resource.</param>
public sealed record FrameworkFault(int Line, string Path, string Code, params object?[] Arguments);

/// <summary>A framework, or every fault that its file has, by line.</summary>
public sealed record FrameworkReading(Framework? Framework, IReadOnlyList<FrameworkFault> Faults);

/// <summary>Reads a framework from the text of its YAML file.</summary>
public static class FrameworkReader
{
    /// <summary>The framework, or all its faults at once. A text of any content and length may be given: it never throws.</summary>
    public static FrameworkReading Read(string yaml)
    {
        var faults = new FaultList();
        var framework = YamlTree.Read(yaml, faults) is { } root ? Read(MapReader.Of(root, "", faults)) : null;
        return faults.None ? new(framework, []) : new(null, faults.ByLine);
    }

    private static Framework Read(MapReader file)
    {
        var variables = VariableReader.Read(file);
        var scope = new VariableScope(variables, new SlotMap(variables.Values));
        var (head, context) = (HeadReader.Read(file.Map("framework")), ContextReader.Read(file, scope));
        var commitments = new TreeReader(new IndicatorReader(scope, context)).Read(file);
        file.Close();
        return new()
        {
            Code = head.Code,
            Version = head.Version,
            Title = head.Title,
            Publisher = head.Publisher,
            Summary = head.Summary,
            Date = head.Date,
            FirstYear = head.FirstYear,
            LastYear = head.LastYear,
            Succeeds = head.Succeeds,
            Terms = head.Terms,
            Context = context,
            Variables = [.. variables.Values],
            Commitments = commitments,
            Slots = scope.Slots,
        };
    }
}
