using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications.Identities;

/// <summary>In whose name and colours the documents of a node are made, from the next edition on.</summary>
public sealed class ReportIdentity
{
    /// <summary>The federation, or a fund.</summary>
    public required NodeKey Node { get; init; }

    /// <summary>As it stands at the head of its documents, and is read in place of the logo.</summary>
    public required string Name { get; set; }

    /// <summary>Six hexadecimal digits.</summary>
    public required string Accent { get; set; }

    /// <summary>SHA-256 of its logo; null: it has none.</summary>
    public string? Logo { get; set; }

    public int Version { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public EditionIdentity ToEdition() => new(Node, Name, Accent, Logo);
}

/// <summary>A logo, by its hash. Editions that were made with it name it: it never changes nor goes.</summary>
public sealed class ReportLogo
{
    public required string Sha256 { get; init; }

    /// <summary>PNG.</summary>
    public required byte[] Bytes { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
