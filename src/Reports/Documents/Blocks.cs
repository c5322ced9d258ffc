using Responsables.Reports.Charts;

namespace Responsables.Reports.Documents;

/// <summary>A part of a document, in the order of reading.</summary>
public abstract record Block;

/// <param name="Level">1 to 3, none left out on the way down.</param>
/// <param name="Anchor">By which links find it.</param>
public sealed record Heading(int Level, string Text, string? Anchor = null) : Block
{
    /// <summary>Its colour, six hexadecimal digits; null: that of the text.</summary>
    public string? Colour { get; init; }
}

public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    public Paragraph(string text)
        : this([new Run(text)])
    {
    }

    /// <summary>Set small: method, sources.</summary>
    public bool IsSmall { get; init; }

    public string Text => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>Words of a paragraph in one style.</summary>
/// <param name="Target">Where they lead: an address, or <c>#anchor</c>; null: nowhere.</param>
public sealed record Run(string Text, RunStyle Style = RunStyle.Plain, string? Target = null);

public enum RunStyle
{
    Plain,
    Strong,
    Emphasis,
}

public sealed record BulletList(IReadOnlyList<Paragraph> Items) : Block;

/// <summary>A few figures to remember, large.</summary>
/// <param name="Columns">How many stand side by side.</param>
public sealed record KeyFigures(IReadOnlyList<KeyFigure> Figures, int Columns = 3) : Block
{
    /// <summary>What they are of: the name of the same figures where they are a table.</summary>
    public required string Caption { get; init; }

    public string? Colour { get; init; }
}

/// <param name="Value">In words, with its own spaces.</param>
/// <param name="Trend">« en baisse de 8,2 % depuis 2021 ».</param>
/// <param name="Note">Perimeter, reserve.</param>
public sealed record KeyFigure(string Label, string Value, string? Unit = null, string? Trend = null, string? Note = null)
{
    public string ValueInWords => Unit is null ? Value : $"{Value}\u00a0{Unit}";
}

/// <summary>A picture that is not made from figures.</summary>
/// <param name="AlternativeText">What is read in its place.</param>
/// <param name="Width">Share of the line, in percent.</param>
public sealed record Picture(PictureFile File, string AlternativeText, string? Caption, int Width = 100) : Block;

/// <summary>A chart, drawn when the document is made.</summary>
/// <param name="Title">The finding, or what is shown.</param>
/// <param name="AlternativeText">What it says, in words.</param>
/// <param name="Values">What it draws.</param>
public sealed record ChartBlock(ChartSpec Spec, string Title, string AlternativeText, DataTable Values) : Block
{
    /// <summary>How wide it is drawn, in pixels of letters of 16: 340 to 450 in half a line, 720 in a whole one.</summary>
    public int Width { get; init; } = 720;

    /// <summary>Whether paper shows the values below it.</summary>
    public bool ShowsValues { get; init; }
}

/// <summary>An aside: what has to be known before reading on.</summary>
public sealed record Notice(string? Title, IReadOnlyList<Paragraph> Paragraphs) : Block
{
    public string? Colour { get; init; }
}

/// <summary>Two columns where the format has them; one after the other elsewhere.</summary>
public sealed record SideBySide(IReadOnlyList<Block> Left, IReadOnlyList<Block> Right) : Block;

public sealed record PageBreak : Block;

public sealed record TableOfContents : Block;
