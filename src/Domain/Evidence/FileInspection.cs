using System.Text;
using Responsables.Domain.Shared;

namespace Responsables.Domain.Evidence;

/// <summary>Says what a file is by its name and by its bytes, which must agree: no kind is believed by its name alone. Pure.</summary>
public static class FileInspection
{
    /// <summary>The last bytes of a document in which its end is looked for: some programs write after it.</summary>
    private const int Tail = 2048;

    /// <summary>What a text begins with when a browser would take it for a page.</summary>
    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "<meta"];

    /// <param name="place">The field of the file.</param>
    public static Outcome<EvidenceType> Read(string fileName, byte[] content, string place)
    {
        if (EvidenceType.Of(fileName) is not { } type)
        {
            return Refused("evidence.type-refused", place, Kinds);
        }

        if (content.Length == 0)
        {
            return Refused("evidence.file-empty", place);
        }

        if (content.LongLength > EvidenceLimits.OneFile)
        {
            return Refused("evidence.file-too-large", place, EvidenceLimits.Megabytes(EvidenceLimits.OneFile));
        }

        if (type.Extension is "docx" or "xlsx" or "odt" or "ods")
        {
            return OfficeContent.Refusal(type, content) is { } code ? Refused(code, place, type.Extension) : Outcome.Done(type);
        }

        var agrees = type.Extension switch
        {
            "pdf" => Begins(content, "%PDF-"u8) && content.AsSpan(Math.Max(0, content.Length - Tail)).IndexOf("%%EOF"u8) >= 0,
            "png" => Begins(content, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && content.AsSpan(8).IndexOf("IHDR"u8) == 4,
            "jpg" or "jpeg" => Begins(content, [0xFF, 0xD8, 0xFF]),
            _ => IsPlainText(content),
        };
        return agrees ? Outcome.Done(type) : Refused("evidence.content-differs", place, type.Extension);
    }

    /// <summary>The extensions that are taken, in words.</summary>
    public static string Kinds => string.Join(", ", EvidenceType.All.Select(t => t.Extension).Where(e => e != "jpeg"));

    // Text in UTF-8, without what no text holds and without what a browser would read as a page.
    private static bool IsPlainText(byte[] content)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
            var begun = text.AsSpan().TrimStart();
            foreach (var mark in Markup)
            {
                if (begun.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            return !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool Begins(byte[] content, ReadOnlySpan<byte> with) => content.AsSpan().StartsWith(with);

    private static Outcome<EvidenceType> Refused(string code, string place, params object?[] arguments) =>
        Outcome.Refused<EvidenceType>(new Problem(code, place, arguments));
}
