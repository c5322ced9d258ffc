namespace Responsables.Domain.Submissions;

/// <summary>Where a block stands. Derived from the acts and the seal of its content, never set.</summary>
public enum BlockState
{
    /// <summary>Being entered, or changed since it was signed: to be signed (again).</summary>
    Draft,

    /// <summary>Returned by the level above with a reason: to be mended and signed again.</summary>
    Returned,

    /// <summary>Signed by the director at its present content.</summary>
    Signed,

    /// <summary>Validated by the level above at its present content.</summary>
    Validated,

    /// <summary>Validated, and accepted by the federation.</summary>
    Accepted,
}

/// <summary>What a state amounts to.</summary>
public static class BlockStates
{
    /// <summary>Whether the present content is signed, or more: the level above may read it.</summary>
    public static bool IsSigned(this BlockState state) => state is BlockState.Signed or BlockState.Validated or BlockState.Accepted;
}

/// <summary>
/// The acts that bear on a block, as seals of the content they were about. An act whose seal is no longer the content's has lapsed: what
/// was approved is not what is there.
/// </summary>
/// <param name="Seal">Seal of the present content.</param>
/// <param name="Signed">Seal that was signed; null when it is not signed.</param>
/// <param name="Validated">Seal that was validated; null when it is not.</param>
/// <param name="Accepted">Seal that the federation accepted; null when it has not.</param>
/// <param name="IsReturned">Whether the last act of the level above was a return, not yet followed by a signature.</param>
public readonly record struct BlockStanding(string Seal, string? Signed, string? Validated, string? Accepted, bool IsReturned)
{
    public BlockState State =>
        IsReturned ? BlockState.Returned
        : Signed != Seal ? BlockState.Draft
        : Validated != Seal ? BlockState.Signed
        : Accepted != Seal ? BlockState.Validated
        : BlockState.Accepted;

    /// <summary>Whether its variables may be changed by the body.</summary>
    public bool IsOpen => State is BlockState.Draft or BlockState.Returned;

    /// <summary>Whether a signature was given on a content that has changed since.</summary>
    public bool HasLapsed => Signed is not null && Signed != Seal && !IsReturned;
}
