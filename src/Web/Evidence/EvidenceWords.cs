using Responsables.App.Evidence;
using Responsables.Domain.Evidence;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Evidence;

/// <summary>What is said of a piece.</summary>
internal static class EvidenceWords
{
    private const int Kibibyte = 1024;

    /// <summary>« PDF, 245 Ko », « lien vers exemple.fr ».</summary>
    public static string Kind(EvidencePiece piece) => piece.Kind == EvidenceKind.Link
        ? T["evidence.link.to", new Uri(piece.Url!).Host]
        : T["evidence.file.of", piece.Extension!.ToUpperInvariant(), Size(piece.Size)];

    public static string Size(long bytes) => bytes >= Kibibyte * Kibibyte
        ? Show.Number((decimal)bytes / (Kibibyte * Kibibyte), 1, T["evidence.unit.mega"])
        : Show.Number(Math.Max(1, Math.Round((decimal)bytes / Kibibyte)), 0, T["evidence.unit.kilo"]);

    /// <summary>From when, until when it holds.</summary>
    public static string Holds(EvidencePiece piece) => piece.Until is { } until
        ? T["evidence.holds.until", Show.Day(piece.From), Show.Day(until)]
        : T["evidence.holds.from", Show.Day(piece.From)];

    public static string Scan(EvidencePiece piece) => T[$"evidence.scan.{piece.Scan}"];

    /// <summary>Each extension with its dot, for the field that chooses a file.</summary>
    public static string Accept => string.Join(",", EvidenceType.All.Select(t => "." + t.Extension));
}
