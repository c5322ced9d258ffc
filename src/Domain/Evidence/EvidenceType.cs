namespace Responsables.Domain.Evidence;

/// <summary>A kind of file that is taken as evidence: its extension, what it is served as.</summary>
public sealed record EvidenceType(string Extension, string Media)
{
    /// <summary>Every kind that is taken; what is not here is refused.</summary>
    public static readonly IReadOnlyList<EvidenceType> All =
    [
        new("pdf", "application/pdf"), new("png", "image/png"), new("jpg", "image/jpeg"), new("jpeg", "image/jpeg"),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        new("odt", "application/vnd.oasis.opendocument.text"), new("ods", "application/vnd.oasis.opendocument.spreadsheet"),
        new("csv", "text/csv; charset=utf-8"), new("txt", "text/plain; charset=utf-8"),
    ];

    /// <summary>The kind that a file's name says; null when it is none of them.</summary>
    public static EvidenceType? Of(string fileName) => fileName.LastIndexOf('.') is var dot and >= 0
        && fileName[(dot + 1)..].Trim().ToLowerInvariant() is var extension ? All.FirstOrDefault(t => t.Extension == extension) : null;
}
