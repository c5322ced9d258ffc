namespace Responsables.Domain.Frameworks;

/// <summary>A fault of a framework file: where it stands and what is wrong.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Path">Path in the document, such as <c>commitments[0].topics[1].code</c>.</param>
/// <param name="Code">Stable code; its sentence is a resource.</param>
public sealed record FrameworkFault(int Line, string Path, string Code, params object?[] Arguments);

/// <summary>A framework, or every fault that its file has.</summary>
public sealed record FrameworkReading(Framework? Framework, IReadOnlyList<FrameworkFault> Faults);

/// <summary>Reads a framework from the text of its YAML file.</summary>
public static class FrameworkReader
{
    public static FrameworkReading Read(string yaml) => throw new NotImplementedException();
}
