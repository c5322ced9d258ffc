using System.IO.Compression;
using System.Text;

namespace Responsables.Domain.Evidence;

/// <summary>Looks inside an office document (a zip): whether it is what its name says, and holds nothing that runs.</summary>
internal static class OfficeContent
{
    private const int MostEntries = 10_000;
    private const int MostRead = 1024 * 1024;
    private const string Types = "[Content_Types].xml";

    /// <summary>Parts that run something when the document is opened.</summary>
    private static readonly string[] Running = ["vbaproject", "vbadata", "oleobject", "activex", "macrosheet"];

    /// <summary>Why the document is refused; null when it may be kept.</summary>
    public static string? Refusal(EvidenceType type, byte[] content)
    {
        try
        {
            // A document begins with its first part: what stands before could be anything.
            if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
            {
                return "evidence.content-differs";
            }

            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Count > MostEntries ? "evidence.content-differs" : type.Extension is "docx" or "xlsx" ? OpenXml(type, zip) : OpenDocument(type, zip);
        }
        catch (InvalidDataException)
        {
            return "evidence.content-differs";
        }
    }

    private static string? OpenXml(EvidenceType type, ZipArchive zip)
    {
        var main = type.Extension == "docx" ? "word/document.xml" : "xl/workbook.xml";
        if (zip.GetEntry(Types) is not { } types || zip.GetEntry(main) is null || Text(types) is not { } declared)
        {
            return "evidence.content-differs";
        }

        // The main part must be declared as a document without macros: templates and add-ins are not documents.
        var said = type.Extension == "docx" ? "wordprocessingml.document.main+xml" : "spreadsheetml.sheet.main+xml";
        return declared.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || zip.Entries.Any(Runs) ? "evidence.has-macros"
            : declared.Contains(said, StringComparison.OrdinalIgnoreCase) ? null
            : "evidence.content-differs";
    }

    private static string? OpenDocument(EvidenceType type, ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { } kind || Text(kind) != type.Media || zip.GetEntry("content.xml") is null)
        {
            return "evidence.content-differs";
        }

        return zip.Entries.Any(e => e.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase))
            ? "evidence.has-macros"
            : null;
    }

    private static bool Runs(ZipArchiveEntry entry) => Running.Any(word => entry.FullName.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Whatever the entry says of its length, no more than this is read.
    private static string? Text(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var read = new byte[MostRead + 1];
        var length = content.ReadAtLeast(read, read.Length, throwOnEndOfStream: false);
        return length > MostRead ? null : Encoding.UTF8.GetString(read, 0, length).Trim('\uFEFF', ' ', '\r', '\n');
    }
}
