using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Responsables.Reports.Spreadsheets;

/// <summary>
/// Writes a workbook (XLSX) sheet after sheet, row after row: nothing of a sheet is kept in memory, and the target need not be readable
/// (documents of the SDK are: they keep every part until the end). The last act is <see cref="Dispose"/>, which writes what ties the sheets
/// together.
/// </summary>
public sealed class SpreadsheetWriter : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly Uri Book = new("/xl/workbook.xml", UriKind.Relative);
    private static readonly Uri Styles = new("/xl/styles.xml", UriKind.Relative);

    private readonly Package package;
    private readonly StyleTable styles = new();
    private readonly List<Sheet> sheets = [];
    private readonly List<DefinedName> names = [];

    /// <param name="target">Written from its beginning, left open.</param>
    public SpreadsheetWriter(Stream target) => package = Package.Open(target, FileMode.Create, FileAccess.Write);

    /// <summary>Writes a sheet.</summary>
    /// <param name="choices">Lists to choose from, known once the rows are written.</param>
    public void Sheet(SheetPlan plan, IEnumerable<IReadOnlyList<SheetCell>> rows, Func<IReadOnlyList<SheetChoice>>? choices = null)
    {
        var number = sheets.Count + 1;
        Part(SheetUri(number), Types + "worksheet+xml", writer => new SheetWriter(writer, plan, styles).Write(rows, choices));
        sheets.Add(new Sheet
        {
            Name = plan.Name,
            SheetId = (uint)number,
            Id = RelationOf(number),
            State = plan.Visibility switch
            {
                SheetVisibility.Hidden => SheetStateValues.Hidden,
                SheetVisibility.VeryHidden => SheetStateValues.VeryHidden,
                _ => SheetStateValues.Visible,
            },
        });
        if (plan.FrozenRows > 0)
        {
            names.Add(new DefinedName($"'{plan.Name.Replace("'", "''", StringComparison.Ordinal)}'!${plan.FrozenRows}:${plan.FrozenRows}")
            {
                Name = "_xlnm.Print_Titles", LocalSheetId = (uint)number - 1,
            });
        }
    }

    public void Dispose()
    {
        Part(Styles, Types + "styles+xml", writer => writer.WriteElement(styles.Sheet()));
        var book = Part(Book, Types + "sheet.main+xml", writer =>
        {
            writer.WriteStartElement(new Workbook());
            writer.WriteElement(new BookViews(new WorkbookView { ActiveTab = 0 }));
            writer.WriteElement(new Sheets(sheets));
            if (names.Count > 0)
            {
                writer.WriteElement(new DefinedNames(names));
            }

            writer.WriteEndElement();
        });
        for (var number = 1; number <= sheets.Count; number++)
        {
            book.CreateRelationship(SheetUri(number), TargetMode.Internal, Relations + "/worksheet", RelationOf(number));
        }

        book.CreateRelationship(Styles, TargetMode.Internal, Relations + "/styles", "rIdStyles");
        package.CreateRelationship(Book, TargetMode.Internal, Relations + "/officeDocument", "rIdBook");
        package.Close();
    }

    // One part at a time is open: the package writes it as it comes.
    private PackagePart Part(Uri uri, string type, Action<OpenXmlWriter> write)
    {
        var part = package.CreatePart(uri, type, CompressionOption.Fast);
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        write(writer);
        return part;
    }

    private static Uri SheetUri(int number) => new($"/xl/worksheets/sheet{number.ToString(CultureInfo.InvariantCulture)}.xml", UriKind.Relative);

    private static string RelationOf(int number) => "rId" + number.ToString(CultureInfo.InvariantCulture);
}
