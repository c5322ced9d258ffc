using Responsables.Domain.Submissions;

namespace Responsables.Domain.Consolidation;

/// <summary>Which answers a figure counts: all (drafts too), those the director signed, those the level above validated.</summary>
public enum FigureLevel { All, Submitted, Validated }

/// <summary>What each level counts.</summary>
public static class FigureLevels
{
    public static readonly IReadOnlyList<FigureLevel> Each = [FigureLevel.All, FigureLevel.Submitted, FigureLevel.Validated];

    /// <summary>Whether a block in this state counts at this level; below it, its indicator is missing.</summary>
    public static bool Counts(this FigureLevel level, BlockState state) => level switch
    {
        FigureLevel.All => true,
        FigureLevel.Submitted => state.IsSigned(),
        _ => state is BlockState.Validated or BlockState.Accepted,
    };
}
