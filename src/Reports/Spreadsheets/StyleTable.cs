using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Responsables.Reports.Spreadsheets;

/// <summary>The looks used so far, numbered as the file numbers its styles.</summary>
internal sealed class StyleTable
{
    private const string Face = "Calibri";
    private const uint FirstFormat = 164;

    private readonly Dictionary<CellLook, uint> known = new() { [new CellLook()] = 0 };
    private readonly List<CellLook> looks = [new()];
    private readonly Dictionary<string, uint> formats = [];
    private readonly List<(bool IsBold, double Size, string? Ink)> fonts = [(false, 11, null)];
    private readonly List<string?> fills = [null];

    public uint Of(CellLook look)
    {
        if (!known.TryGetValue(look, out var number))
        {
            known.Add(look, number = (uint)looks.Count);
            looks.Add(look);
        }

        return number;
    }

    public Stylesheet Sheet()
    {
        var cells = looks.Select(Cell).ToList();
        return new Stylesheet(
            new NumberingFormats(formats.Select(f => new NumberingFormat { NumberFormatId = f.Value, FormatCode = f.Key })) { Count = (uint)formats.Count },
            new Fonts(fonts.Select(Font)),
            // The second is reserved by the format.
            new Fills([new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), .. fills.Skip(1).Select(Fill)]),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(cells),
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    private CellFormat Cell(CellLook look) => new()
    {
        NumberFormatId = Format(look.Format),
        FontId = Place(fonts, (look.IsBold, look.Size, look.Ink)),
        FillId = look.Fill is null ? 0 : Place(fills, look.Fill) + 1,
        BorderId = look.HasBorder ? 1u : 0,
        FormatId = 0,
        ApplyNumberFormat = look.Format is not null,
        ApplyFont = true,
        ApplyFill = look.Fill is not null,
        ApplyBorder = look.HasBorder,
        ApplyAlignment = true,
        ApplyProtection = true,
        Alignment = new Alignment
        {
            Vertical = VerticalAlignmentValues.Top, WrapText = look.Wraps, Horizontal = look.IsToTheRight ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.General,
        },
        Protection = new Protection { Locked = !look.IsInput },
    };

    private uint Format(string? code)
    {
        if (code is null or "@")
        {
            return code is null ? 0u : 49;
        }

        if (!formats.TryGetValue(code, out var number))
        {
            formats.Add(code, number = FirstFormat + (uint)formats.Count);
        }

        return number;
    }

    private static uint Place<T>(List<T> all, T one)
    {
        if (all.IndexOf(one) < 0)
        {
            all.Add(one);
        }

        return (uint)all.IndexOf(one);
    }

    private static Font Font((bool IsBold, double Size, string? Ink) font)
    {
        var made = new Font();
        if (font.IsBold)
        {
            made.Append(new Bold());
        }

        made.Append(new FontSize { Val = font.Size });
        if (font.Ink is not null)
        {
            made.Append(new Color { Rgb = "FF" + font.Ink });
        }

        made.Append(new FontName { Val = Face });
        return made;
    }

    private static Fill Fill(string? colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        const string Line = "FFBFC5CC";
        return new Border(
            new LeftBorder(new Color { Rgb = Line }) { Style = BorderStyleValues.Thin }, new RightBorder(new Color { Rgb = Line }) { Style = BorderStyleValues.Thin },
            new TopBorder(new Color { Rgb = Line }) { Style = BorderStyleValues.Thin }, new BottomBorder(new Color { Rgb = Line }) { Style = BorderStyleValues.Thin }, new DiagonalBorder());
    }
}
