using Responsables.Domain.Organizations;

namespace Responsables.App.Evidence;

public enum EvidenceKind
{
    File,
    Link,
}

/// <summary>What a search for malware found.</summary>
public enum ScanState
{
    /// <summary>No search was made.</summary>
    NotScanned,

    /// <summary>It was searched when it came, and nothing was found.</summary>
    Clean,
}

/// <summary>Something that shows why an answer is what it is: a file of a body, or the address of one. It belongs to the body and never changes.</summary>
public sealed class EvidencePiece
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required OrganizationCode Organization { get; init; }

    /// <summary>The campaign for which it came: what counts against the limit of a year.</summary>
    public required int Year { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The address of a link; null for a file.</summary>
    public string? Url { get; init; }

    /// <summary>The name that the file had; null for a link.</summary>
    public string? FileName { get; init; }

    /// <summary>What the file is, by its bytes; null for a link.</summary>
    public string? Extension { get; init; }

    public long Size { get; init; }

    /// <summary>SHA-256 of the bytes; null for a link.</summary>
    public string? Sha256 { get; init; }

    public ScanState Scan { get; init; }

    /// <summary>The day from which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it holds; null: until further notice.</summary>
    public DateOnly? Until { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }

    public Guid? AddedById { get; init; }

    /// <summary>When its bytes were erased; null while they are kept.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Whether it still holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <summary>The bytes of a file, apart: no list reads them.</summary>
public sealed class EvidenceContent
{
    public required Guid PieceId { get; init; }

    public required byte[] Bytes { get; init; }
}
