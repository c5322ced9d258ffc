using Responsables.Reports.Charts;
using Responsables.Reports.Processes;

namespace Responsables.Reports.Documents;

/// <summary>A document whose charts are drawn: what writers need beside the words.</summary>
/// <param name="Drawings">The drawing of each block that has one.</param>
public sealed record DrawnDocument(ReportDocument Document, IReadOnlyDictionary<Block, PictureFile> Drawings)
{
    /// <summary>The drawings as points, for programs that show no others; empty until they are asked for.</summary>
    public IReadOnlyDictionary<Block, PictureFile> Points { get; init; } = new Dictionary<Block, PictureFile>();

    public PictureFile? Logo { get; init; }
}

/// <summary>A file of a document, or why it cannot be made here.</summary>
public sealed record MadeDocument(byte[]? Bytes, WorkerFault? Fault);
