using Responsables.Domain.Organizations;

namespace Responsables.App.Publications;

/// <summary>The formats in which an edition is given out.</summary>
public enum EditionFormat
{
    /// <summary>The edition itself, canonical and signed.</summary>
    Json,

    /// <summary>Its tables, a file each.</summary>
    Csv,
    Xlsx,
    Ods,

    /// <summary>Its documents.</summary>
    Html,
    Pdf,
    Docx,
    Pptx,
}

/// <summary>What is asked of an edition.</summary>
/// <param name="Node">A node alone; null: the whole.</param>
public sealed record EditionRequest(int Number, EditionFormat Format, NodeKey? Node);

/// <summary>A file of an edition.</summary>
public sealed record ExportedFile(string Name, string MediaType, byte[] Bytes)
{
    /// <summary>Name of a file.</summary>
    /// <param name="document">Which of several documents; null: there is one.</param>
    public static string NameOf(int edition, NodeKey? node, string? document, string extension) =>
        string.Join('-', new[] { "edition", $"{edition}", node?.Value, document }.Where(p => !string.IsNullOrEmpty(p))) + "." + extension;
}
