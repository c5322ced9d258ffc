using Responsables.Domain.Shared;

namespace Responsables.Domain.Publications;

/// <summary>What is done about an edition; rows that are only added.</summary>
public enum EditionActKind
{
    /// <summary>The committee approves it.</summary>
    Approved,

    /// <summary>The committee refuses it, and says why: it will never be published.</summary>
    Refused,

    /// <summary>It is published, from a given instant on.</summary>
    Published,
}

/// <summary>Where an edition stands.</summary>
public enum EditionState
{
    /// <summary>Its figures are frozen; the committee is to look at it.</summary>
    Prepared,

    /// <summary>It may be published.</summary>
    Approved,

    /// <summary>It will never be published.</summary>
    Refused,

    /// <summary>It is published, and the public reads it from the end of its embargo on.</summary>
    Embargoed,

    /// <summary>The public reads it.</summary>
    Public,

    /// <summary>The public reads a later edition of the same year instead; this one stays where its address leads.</summary>
    Corrected,
}

/// <summary>The state of an edition, and what may be done about it: pure functions of its acts.</summary>
public static class EditionStanding
{
    /// <param name="last">The last act; null: none yet.</param>
    /// <param name="publicFrom">When its publication takes effect; null: it is not published.</param>
    /// <param name="isCorrected">Whether a later edition of the same year is public.</param>
    public static EditionState Of(EditionActKind? last, DateTimeOffset? publicFrom, bool isCorrected, DateTimeOffset now) => last switch
    {
        null => EditionState.Prepared,
        EditionActKind.Approved => EditionState.Approved,
        EditionActKind.Refused => EditionState.Refused,
        _ when now < publicFrom => EditionState.Embargoed,
        _ => isCorrected ? EditionState.Corrected : EditionState.Public,
    };

    /// <summary>What stands against an approval or a refusal; empty: nothing.</summary>
    public static IReadOnlyList<Problem> Deciding(EditionState state) =>
        state == EditionState.Prepared ? [] : [new Problem("publications.already-decided", null)];

    /// <summary>What stands against a publication; empty: nothing.</summary>
    /// <param name="isOvertaken">Whether another edition of the year was published after this one was made: it does not know what that one told.</param>
    public static IReadOnlyList<Problem> Publishing(EditionState state, bool isOvertaken) => state switch
    {
        EditionState.Prepared => [new Problem("publications.not-approved", null)],
        EditionState.Refused => [new Problem("publications.was-refused", null)],
        EditionState.Approved => isOvertaken ? [new Problem("publications.overtaken", null)] : [],
        _ => [new Problem("publications.already-published", null)],
    };
}
