namespace Responsables.Reports.Spreadsheets;

/// <summary>How much of somebody's workbook is read: beyond it, it is refused.</summary>
public sealed record SpreadsheetLimits
{
    private const int Mega = 1024 * 1024;

    /// <summary>For the workbook of one body.</summary>
    public static readonly SpreadsheetLimits OneBody = new()
    {
        MostBytes = 5 * Mega, MostPartBytes = 8 * Mega, MostTotalBytes = 32 * Mega, MostRows = 20_000, MostCells = 2_000_000, MostTexts = 50_000, MostTextCharacters = 4 * Mega,
    };

    /// <summary>For one with many bodies.</summary>
    public static readonly SpreadsheetLimits ManyBodies = new()
    {
        MostBytes = 50 * Mega, MostPartBytes = 64 * Mega, MostTotalBytes = 256 * Mega, MostRows = 400_000, MostCells = 10_000_000, MostTexts = 500_000, MostTextCharacters = 32 * Mega,
    };

    public required long MostBytes { get; init; }

    /// <summary>Of one part, unpacked.</summary>
    public required long MostPartBytes { get; init; }

    /// <summary>Of all parts, unpacked.</summary>
    public required long MostTotalBytes { get; init; }

    /// <summary>Rows of a sheet that hold something.</summary>
    public required int MostRows { get; init; }

    /// <summary>Cells of the workbook, empty ones too.</summary>
    public required long MostCells { get; init; }

    /// <summary>Shared texts, and their characters.</summary>
    public required int MostTexts { get; init; }

    public required long MostTextCharacters { get; init; }

    public int MostParts { get; init; } = 500;

    /// <summary>Times a part may be larger than it is packed, once it is large.</summary>
    public int MostRatio { get; init; } = 250;

    /// <summary>Columns that are looked at; what stands further to the right is passed over.</summary>
    public int MostColumns { get; init; } = 60;

    /// <summary>Looks (cell formats) of the workbook.</summary>
    public int MostLooks { get; init; } = 65_536;
}
