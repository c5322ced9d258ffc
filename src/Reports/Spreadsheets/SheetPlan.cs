namespace Responsables.Reports.Spreadsheets;

/// <summary>How a cell looks, and whether it may be changed on a protected sheet. Equal looks are one style of the file.</summary>
public sealed record CellLook
{
    /// <summary>Format of its number; null: as it is.</summary>
    public string? Format { get; init; }

    public bool IsBold { get; init; }

    public double Size { get; init; } = 11;

    /// <summary>Colour of the text, six hexadecimal digits.</summary>
    public string? Ink { get; init; }

    /// <summary>Colour behind the text.</summary>
    public string? Fill { get; init; }

    /// <summary>May be changed on a protected sheet.</summary>
    public bool IsInput { get; init; }

    public bool Wraps { get; init; }

    public bool HasBorder { get; init; }

    public bool IsToTheRight { get; init; }
}

/// <summary>One cell. A text is always written as a text, whatever it begins with: never a formula.</summary>
public readonly record struct SheetCell(string? Text, decimal? Number, CellLook Look)
{
    public static SheetCell Of(string? text, CellLook look) => new(text, null, look);

    public static SheetCell Of(decimal? number, CellLook look) => new(null, number, look);
}

/// <summary>Whether people see a sheet.</summary>
public enum SheetVisibility
{
    Visible,

    /// <summary>May be shown by whoever looks for it.</summary>
    Hidden,

    /// <summary>Not offered by the program at all.</summary>
    VeryHidden,
}

/// <summary>What a sheet is, beside its rows.</summary>
public sealed record SheetPlan(string Name, IReadOnlyList<double> Widths)
{
    public SheetVisibility Visibility { get; init; }

    /// <summary>Rows that stay in sight; the last of them is the head of the table, repeated on each printed page.</summary>
    public int FrozenRows { get; init; }

    public int FrozenColumns { get; init; }

    /// <summary>The table below its head can be filtered.</summary>
    public bool IsFiltered { get; init; }

    /// <summary>Only inputs may be changed.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Printed on its side, as wide as the page.</summary>
    public bool IsLandscape { get; init; }
}

/// <summary>A list to choose from in some cells.</summary>
/// <param name="Cells">Ranges, as <c>F5:F40</c>.</param>
/// <param name="Source">The choices, joined by commas between quotes, or where they stand.</param>
/// <param name="IsStrict">Whether anything else is refused.</param>
public sealed record SheetChoice(IReadOnlyList<string> Cells, string Source, bool IsStrict, string? Title, string? Prompt)
{
    /// <summary>Most characters of choices that stand in the list itself.</summary>
    public const int MostInline = 255;

    /// <summary>The choices as they may stand in the list itself; null when they have to stand in cells.</summary>
    public static string? Inline(IReadOnlyList<string> choices)
    {
        var joined = string.Join(',', choices);
        return joined.Length <= MostInline && choices.All(c => !c.Contains(',', StringComparison.Ordinal)) ? $"\"{joined.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : null;
    }
}
