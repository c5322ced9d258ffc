using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Responsables.Domain.Shared;

namespace Responsables.Reports.Spreadsheets;

/// <summary>
/// Somebody's workbook, looked at before anything of it is read: its size, the number and the declared sizes of its parts (no more than
/// declared is ever unpacked), their names, macros, and what leads outside. Its parts are then read one after the other, never as a tree.
/// </summary>
public sealed class SpreadsheetFile : IDisposable
{
    /// <summary>Below it the ratio of a part says nothing.</summary>
    private const long Small = 256 * 1024;

    private const int EndLength = 22;
    private const int MostEndComment = 65_535;
    private const long MostDirectory = 1024 * 1024;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private SpreadsheetFile(ZipArchive archive, SpreadsheetLimits limits)
    {
        this.archive = archive;
        Limits = limits;
    }

    public SpreadsheetLimits Limits { get; }

    public static Outcome<SpreadsheetFile> Open(byte[] content, SpreadsheetLimits limits)
    {
        if (content.Length > limits.MostBytes)
        {
            return Refused("workbooks.too-large", limits.MostBytes / (1024 * 1024));
        }

        if (!content.AsSpan().StartsWith("PK"u8))
        {
            return Refused(content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "workbooks.old-or-locked" : "workbooks.not-a-workbook");
        }

        SpreadsheetFile? file = null;
        try
        {
            CheckDirectory(content, limits);
            file = new SpreadsheetFile(new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read), limits);
            file.CheckParts();
            file.CheckTypes();
            file.CheckRelations();
            return Outcome.Done(file);
        }
        catch (Exception fault) when (Told(fault) is { } problem)
        {
            file?.Dispose();
            return Outcome.Refused<SpreadsheetFile>(problem);
        }
    }

    /// <summary>What a fault met in reading says of the file; null: it is a fault of ours.</summary>
    internal static Problem? Told(Exception fault) => fault switch
    {
        SpreadsheetException told => told.Problem,
        InvalidDataException or XmlException or EndOfStreamException or FormatException or OverflowException or ArgumentException or IOException or NotSupportedException
            => new Problem("workbooks.damaged", null),
        _ => null,
    };

    /// <summary>Reads a part; null when there is none.</summary>
    internal XmlReader? Part(string name) => parts.TryGetValue(name.TrimStart('/'), out var part) ? XmlReader.Create(part.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Limits.MostPartBytes, IgnoreComments = true, IgnoreProcessingInstructions = true,
        CloseInput = true, CheckCharacters = true,
    })
    : null;

    public void Dispose() => archive.Dispose();

    // Before the list of parts is read: how long it is, whatever it says of itself.
    private static void CheckDirectory(ReadOnlySpan<byte> content, SpreadsheetLimits limits)
    {
        var tail = Math.Max(0, content.Length - EndLength - MostEndComment);
        var end = content[tail..].LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || content.Length - tail - end < EndLength)
        {
            throw new SpreadsheetException("workbooks.damaged");
        }

        var record = content[(tail + end)..];
        long count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var length = tail + end - (long)BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (count > limits.MostParts || length > MostDirectory)
        {
            throw new SpreadsheetException("workbooks.too-many-parts", limits.MostParts);
        }
    }

    private void CheckParts()
    {
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (name.EndsWith('/') && entry.Length == 0)
            {
                continue;
            }

            if (name.Contains("..", StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal)
                || !parts.TryAdd(name, entry))
            {
                throw new SpreadsheetException("workbooks.part-name", Short(name));
            }

            total += entry.Length;
            if (entry.Length > Limits.MostPartBytes || total > Limits.MostTotalBytes || (entry.Length > Small && entry.Length / Math.Max(1, entry.CompressedLength) > Limits.MostRatio))
            {
                throw new SpreadsheetException("workbooks.too-large-inside");
            }

            if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase))
            {
                throw new SpreadsheetException("workbooks.macros");
            }

            if (name.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase))
            {
                throw new SpreadsheetException("workbooks.external");
            }
        }

        if (parts.Count > Limits.MostParts)
        {
            throw new SpreadsheetException("workbooks.too-many-parts", Limits.MostParts);
        }
    }

    private void CheckTypes()
    {
        using var types = Part("[Content_Types].xml") ?? throw new SpreadsheetException("workbooks.not-a-workbook");
        while (types.Read())
        {
            if (types.NodeType == XmlNodeType.Element && types.GetAttribute("ContentType") is { } type
                && (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            {
                throw new SpreadsheetException("workbooks.macros");
            }
        }
    }

    // A link that somebody typed in a comment leads outside too: spreadsheets make one of every address. It is never followed.
    private void CheckRelations()
    {
        foreach (var name in parts.Keys.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var relation in RelationsIn(name))
            {
                if (relation.IsExternal && !relation.Type.EndsWith("/hyperlink", StringComparison.Ordinal))
                {
                    throw new SpreadsheetException("workbooks.external");
                }
            }
        }
    }

    /// <summary>What a part leads to.</summary>
    internal IEnumerable<(string Id, string Type, string Target, bool IsExternal)> RelationsIn(string name)
    {
        using var relations = Part(name);
        while (relations?.Read() == true)
        {
            if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                yield return (
                    relations.GetAttribute("Id") ?? "", relations.GetAttribute("Type") ?? "", relations.GetAttribute("Target") ?? "",
                    string.Equals(relations.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static string Short(string name) => name.Length <= 60 ? name : name[..60] + "…";

    private static Outcome<SpreadsheetFile> Refused(string code, params object?[] arguments) => Outcome.Refused<SpreadsheetFile>(new Problem(code, null, arguments));
}
