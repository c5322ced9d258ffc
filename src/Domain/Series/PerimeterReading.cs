namespace Responsables.Domain.Series;

/// <summary>How the bodies behind a series are chosen (product rule 7). History is never rewritten: only which values are added changes.</summary>
public enum PerimeterReading
{
    /// <summary>As published: each year on its own tree.</summary>
    Published,

    /// <summary>At the current perimeter: the bodies of the latest tree where they are today, each with its predecessors' values before.</summary>
    Current,

    /// <summary>Like for like: only what is there in every year of the span once succession is followed, where it is in the last year.</summary>
    LikeForLike,
}
