using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Responsables.Reports.Spreadsheets;

/// <summary>Reads of the styles only what says that a number is a date or a percentage.</summary>
internal static partial class LookReader
{
    private static readonly SearchValues<char> Dates = SearchValues.Create("dmyhsDMYHS");

    public static IReadOnlyList<NumberLook> Read(XmlReader? styles, SpreadsheetLimits limits)
    {
        var looks = new List<NumberLook>();
        var formats = new Dictionary<int, string>();
        var isCells = false;
        while (styles?.Read() == true)
        {
            if (styles.LocalName == "cellXfs")
            {
                isCells = styles.NodeType == XmlNodeType.Element && !styles.IsEmptyElement;
            }
            else if (styles is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && formats.Count < limits.MostLooks)
            {
                formats[Number(styles.GetAttribute("numFmtId"))] = styles.GetAttribute("formatCode") ?? "";
            }
            else if (isCells && styles is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                if (looks.Count >= limits.MostLooks)
                {
                    throw new SpreadsheetException("workbooks.too-large-inside");
                }

                var id = Number(styles.GetAttribute("numFmtId"));
                looks.Add(formats.TryGetValue(id, out var code) ? Of(code) : Of(id));
            }
        }

        return looks;
    }

    private static NumberLook Of(int builtIn) => builtIn switch
    {
        9 or 10 => NumberLook.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberLook.Date,
        _ => NumberLook.Plain,
    };

    private static NumberLook Of(string code)
    {
        var plain = Quoted().Replace(code.Length > 255 ? code[..255] : code, "");
        return plain.Contains('%', StringComparison.Ordinal) ? NumberLook.Percent
            : !plain.Equals("General", StringComparison.OrdinalIgnoreCase) && plain.AsSpan().ContainsAny(Dates) ? NumberLook.Date
            : NumberLook.Plain;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    // What is between quotes or brackets, or follows a bar or an underscore, is shown and does not tell the kind.
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
