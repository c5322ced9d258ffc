using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>The seal of a block's present content and the acts that bear on it: pointers to the rows that explain its standing.</summary>
public sealed class SubmissionBlock
{
    public Guid SubmissionId { get; init; }

    public required BlockKey Block { get; init; }

    public required string Seal { get; set; }

    public string? SignedSeal { get; set; }

    public Guid? SignatureId { get; set; }

    public string? ValidatedSeal { get; set; }

    /// <summary>The last review of it: a validation or, while <see cref="IsReturned"/>, the return.</summary>
    public Guid? ReviewId { get; set; }

    public bool IsReturned { get; set; }

    public string? AcceptedSeal { get; set; }

    public BlockStanding Standing => new(Seal, SignedSeal, ValidatedSeal, AcceptedSeal, IsReturned);
}

/// <summary>A director's signature of the blocks that were then open; or the mark of a reprise, which is never the director's.</summary>
public sealed class Signature
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SubmissionId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    /// <summary>The director in whose name it was signed; null: the director signed.</summary>
    public string? OnBehalfOf { get; init; }

    public required bool IsReprise { get; init; }

    /// <summary>Seal of all that was signed: block codes and their seals, one per line.</summary>
    public required string Content { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    /// <summary>How many blocks it covers.</summary>
    public int BlockCount => Content.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The seal shown on the receipt: SHA-256 of the block codes and their seals.</summary>
    public string ToSeal() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));
}
