using Responsables.Domain.Organizations;

namespace Responsables.Domain.Publications;

/// <summary>
/// Everything that an edition (millésime) freezes, and all that its documents are made from: figures as the public reads them, the perimeter, the
/// framework in words, the texts. Nothing in it is computed again afterwards.
/// </summary>
/// <param name="Nodes">What is said of each node, in the order of their keys.</param>
public sealed record EditionContent(
    EditionHead Head, EditionFramework Framework, EditionPerimeter Perimeter, IReadOnlyList<EditionFactor> Factors, IReadOnlyList<EditionText> Texts,
    IReadOnlyList<EditionIdentity> Identities, IReadOnlyList<EditionNode> Nodes);

/// <summary>What an edition is.</summary>
/// <param name="Format">Name of the format of the file, with its version.</param>
/// <param name="Edition">Its number, from 1, counted over all years.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="Publisher">The federation that publishes.</param>
/// <param name="Created">When the figures were frozen.</param>
/// <param name="Corrects">Number of the published edition of the same year that it corrects; null: it is the first.</param>
/// <param name="Reason">Why it corrects it; null when it corrects none, or when no reason was given.</param>
/// <param name="SmallNumbers">Counts of persons from 1 to this number less one are not told.</param>
public sealed record EditionHead(
    string Format, int Edition, int Year, string Title, string Publisher, DateTimeOffset Created, int? Corrects, string? Reason, int SmallNumbers)
{
    /// <summary>The format that is written and read here.</summary>
    public const string PresentFormat = "responsables-edition/1";
}

/// <summary>An emission or conversion factor whose version the figures rest upon.</summary>
/// <param name="Source">Where it comes from, with its identifier there (ADEME).</param>
public sealed record EditionFactor(string Code, string Version, decimal Value, string Unit, string Source);

/// <summary>A text of the publication.</summary>
/// <param name="Section">Where it stands: <c>avant-propos</c>, <c>engagement-1</c>, the code of an enjeu, <c>methode</c>.</param>
/// <param name="Node">The node whose report it belongs to: the federation, or a fund.</param>
/// <param name="Text">Paragraphs parted by an empty line; figures in it were written from the edition's own, a paragraph <c>{graphique:CODE}</c> is a chart of its own.</param>
public sealed record EditionText(NodeKey Node, string Section, string Text);

/// <summary>In whose name and colours the documents of a node are made.</summary>
/// <param name="Node">The federation, or a fund; its bodies follow it.</param>
/// <param name="Accent">Six hexadecimal digits (<see cref="AccentColour"/>).</param>
/// <param name="Logo">SHA-256 of its logo, in lower case hexadecimal; null: it has none. The picture itself is not in the file: a logo is not under the licence of the figures.</param>
public sealed record EditionIdentity(NodeKey Node, string Name, string Accent, string? Logo);

/// <summary>What an edition says of a node.</summary>
public sealed record EditionNode(
    NodeKey Node, IReadOnlyList<EditionFigure> Figures, IReadOnlyList<EditionSeries> History, IReadOnlyList<EditionTarget> Targets);
