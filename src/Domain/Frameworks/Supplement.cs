namespace Responsables.Domain.Frameworks;

/// <summary>
/// What a branch adds to a framework for its own bodies (its schéma directeur): variables and indicators under the framework's objectives,
/// checked as the framework's own are. Decision 025.
/// </summary>
/// <param name="Branch">The branch or regime, as the register of organisations names it.</param>
/// <param name="Prefix">What its codes begin with, before <c>_</c> for a variable and <c>-</c> for an indicator: nobody else's do.</param>
/// <param name="Title">The branch's own name for it, such as « Schéma directeur RSO 2025-2028 ».</param>
public sealed record Supplement(
    FrameworkCode Framework, string Branch, string Prefix, string Title, IReadOnlyList<VariableCode> Variables, IReadOnlyList<IndicatorCode> Indicators)
{
    /// <summary>Whether codes may begin with it: lower case letters, digits and <c>_</c>, beginning with a letter.</summary>
    public static bool IsPrefix(string text) => CodeShape.IsName(text) && !CodeShape.IsReserved(text);
}

/// <summary>A framework with what branches add to it, or the faults of each file, by line.</summary>
/// <param name="Framework">Null when a file has a fault.</param>
/// <param name="Faults">Those of the framework's own file.</param>
/// <param name="OfSupplements">Those of each supplement, in the order in which they were given.</param>
public sealed record MergedReading(Framework? Framework, IReadOnlyList<FrameworkFault> Faults, IReadOnlyList<IReadOnlyList<FrameworkFault>> OfSupplements);
