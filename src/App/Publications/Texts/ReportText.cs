using Responsables.Domain.Organizations;

namespace Responsables.App.Publications.Texts;

/// <summary>The text of a section of a year's report: the federation's, or that of a fund.</summary>
public sealed class ReportText
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Year { get; init; }

    /// <summary>The node whose report it is.</summary>
    public required NodeKey Node { get; init; }

    public required string Section { get; init; }

    /// <summary>The version that stands, from 1.</summary>
    public int Version { get; set; }

    /// <summary>The version that was read again and signed off; null: none was.</summary>
    public int? SignedVersion { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    public string? SignedBy { get; set; }

    public List<ReportTextVersion> Versions { get; init; } = [];

    public ReportTextVersion? Last => Versions.MaxBy(v => v.Version);

    /// <summary>Whether what stands was signed off: it goes into the editions that are made from now on.</summary>
    public bool IsSigned => SignedVersion == Version;
}

/// <summary>What a text was at one time. Written once, so that versions can be compared.</summary>
public sealed class ReportTextVersion
{
    public Guid TextId { get; init; }

    public required int Version { get; init; }

    /// <summary>Empty: the text was taken out.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }
}
