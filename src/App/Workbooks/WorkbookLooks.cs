using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>How the cells of a workbook look: what is to be filled is pale yellow, what cannot be changed is grey.</summary>
internal static class WorkbookLooks
{
    private const string Grey = "F0F1F3";
    private const string Soft = "4A5560";

    public const string Whole = "#,##0";
    public const string AsText = "@";

    public static readonly CellLook Title = new() { IsBold = true, Size = 14 };
    public static readonly CellLook Part = new() { IsBold = true, Size = 12 };
    public static readonly CellLook Plain = new() { Wraps = true };
    public static readonly CellLook Head = new() { IsBold = true, Fill = "1F3A5F", Ink = "FFFFFF", Wraps = true, HasBorder = true };
    public static readonly CellLook Section = new() { IsBold = true, Fill = "DCE4EE", Wraps = true };
    public static readonly CellLook Label = new() { Wraps = true, HasBorder = true };
    public static readonly CellLook Code = new() { Ink = Soft, Size = 9, HasBorder = true, Wraps = true };
    public static readonly CellLook Before = new() { Ink = Soft, HasBorder = true, Wraps = true, IsToTheRight = true };
    public static readonly CellLook Input = new() { Fill = "FFFBE6", HasBorder = true, IsInput = true, Wraps = true };
    public static readonly CellLook Locked = new() { Fill = Grey, Ink = Soft, HasBorder = true, Wraps = true };
}
