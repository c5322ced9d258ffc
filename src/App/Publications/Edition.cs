using System.IO.Compression;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications;

/// <summary>An edition (millésime): frozen when it is made; the database refuses to change or remove its rows.</summary>
public sealed class Edition
{
    /// <summary>From 1, counted over all years.</summary>
    public required int Number { get; init; }

    public required Guid CampaignId { get; init; }

    public required int Year { get; init; }

    public required string Title { get; init; }

    /// <summary>The published edition of the year that it corrects; null: none.</summary>
    public required int? Corrects { get; init; }

    public required string? Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public Guid? CreatedById { get; init; }

    /// <summary>How many figures it holds, over all nodes.</summary>
    public required int Figures { get; init; }

    /// <summary>How many of them are hidden.</summary>
    public required int Secrets { get; init; }

    /// <summary>The seal of its sections.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Fingerprint of the key that signed it.</summary>
    public required string SignedWith { get; init; }

    /// <summary>Of the seal, in base 64.</summary>
    public required string Signature { get; init; }

    public List<EditionAct> Acts { get; init; } = [];

    /// <summary>The publication; null: it is not published.</summary>
    public EditionAct? Publication => Acts.Find(a => a.Kind == EditionActKind.Published);

    /// <summary>Where it stands.</summary>
    /// <param name="isCorrected">Whether a later edition of the same year is public.</param>
    public EditionState StateAt(DateTimeOffset now, bool isCorrected) =>
        EditionStanding.Of(Acts.MaxBy(a => a.Sequence)?.Kind, Publication?.PublicFrom, isCorrected, now);
}

/// <summary>A section of an edition.</summary>
public sealed class EditionPart
{
    public required int Edition { get; init; }

    public required string Name { get; init; }

    /// <summary>Its canonical JSON, compressed.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Of the canonical JSON itself.</summary>
    public required string Sha256 { get; init; }

    public static EditionPart Of(int edition, EditionSection section)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(section.Content);
        }

        return new EditionPart { Edition = edition, Name = section.Name, Content = packed.ToArray(), Sha256 = section.Sha256 };
    }

    public EditionSection ToSection()
    {
        using var unpacked = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(Content), CompressionMode.Decompress))
        {
            brotli.CopyTo(unpacked);
        }

        return new EditionSection(Name, unpacked.ToArray());
    }
}

/// <summary>What was done about an edition. Written once.</summary>
public sealed class EditionAct
{
    public required int Edition { get; init; }

    /// <summary>Its place among the acts of the edition, from 1.</summary>
    public required int Sequence { get; init; }

    public required EditionActKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    /// <summary>Why it was refused; null for the other acts.</summary>
    public string? Text { get; init; }

    /// <summary>When its publication takes effect; null for the other acts.</summary>
    public DateTimeOffset? PublicFrom { get; init; }

    /// <summary>Whether the figures of each body are published too; false for the other acts.</summary>
    public bool OpensBodies { get; init; }
}

/// <summary>A published figure that an edition gives otherwise (rectification). Written with its publication, never changed.</summary>
public sealed class RestatementRow
{
    public required int Edition { get; init; }

    public required NodeKey Node { get; init; }

    public required IndicatorCode Indicator { get; init; }

    public required string Breakdown { get; init; }

    public decimal? From { get; init; }

    public required NoValue FromReason { get; init; }

    public decimal? To { get; init; }

    public required NoValue ToReason { get; init; }

    public static RestatementRow Of(int edition, Restatement restatement) => new()
    {
        Edition = edition,
        Node = restatement.Node,
        Indicator = restatement.Indicator,
        Breakdown = restatement.Breakdown,
        From = restatement.From,
        FromReason = restatement.FromReason,
        To = restatement.To,
        ToReason = restatement.ToReason,
    };

    public Restatement ToRestatement() => new(Node, Indicator, Breakdown, From, FromReason, To, ToReason);
}

/// <summary>A key by which editions are signed. Old ones stay, so that what they signed can be told genuine.</summary>
public sealed class SigningKey
{
    public required string Fingerprint { get; init; }

    /// <summary>SubjectPublicKeyInfo, in base 64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>PKCS #8, in base 64; null for one that is kept outside of the database.</summary>
    public string? PrivateKey { get; init; }

    public required DateTimeOffset At { get; init; }
}
