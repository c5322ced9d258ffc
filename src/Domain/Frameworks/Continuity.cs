namespace Responsables.Domain.Frameworks;

/// <summary>How a series of a framework is continued by the next one.</summary>
public enum ContinuityLink
{
    /// <summary>The series goes on without a break.</summary>
    Identical,

    /// <summary>The two may be compared, with a warning.</summary>
    Close,

    /// <summary>The two speak of the same subject and are not to be compared: the break is drawn.</summary>
    Break,
}

/// <summary>One series of a framework, and the series of the next one that takes its place.</summary>
/// <param name="FromOutput">Name of the output of <paramref name="From"/>, its main one unless the file names another.</param>
/// <param name="Factor">
/// What a value of <paramref name="From"/> is multiplied by to be read in the unit of <paramref name="To"/>; null where the units are the
/// same, and across a break, which nothing converts.
/// </param>
public sealed record Continuity(
    IndicatorCode From, string FromOutput, IndicatorCode To, string ToOutput, ContinuityLink Link, string Reason, decimal? Factor)
{
    /// <summary>Whether the earlier values may stand beside the later ones.</summary>
    public bool IsComparable => Link != ContinuityLink.Break;
}
