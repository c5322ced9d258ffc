using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Responsables.App.Publications.Documents;
using Responsables.App.Tests.Support;
using Responsables.Domain.Publications;
using Responsables.Reports.Documents;
using Xunit;
using static Responsables.App.Tests.Publications.HandmadeEdition;

namespace Responsables.App.Tests.Publications;

/// <summary>
/// Documents reopened and read: no number stands in one that the edition does not hold, or that is not a change between two of its years; and every figure of their
/// tables is there. Axes of charts are drawings: their letters are in PDF and HTML only, where they are left out.
/// </summary>
public sealed partial class TracedDocumentsTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public static TheoryData<string, ReportFormat> Files =>
        new(from name in (string[])["key", "report", "fund", "sheet", "tables"] from format in Enum.GetValues<ReportFormat>() select (name, format));

    public async ValueTask InitializeAsync() => database = await TestDatabase.NewAsync(Engine.Sqlite);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory, MemberData(nameof(Files))]
    public async Task Every_number_of_a_document_is_one_of_the_edition(string name, ReportFormat format)
    {
        var document = DocumentOf(name);
        var made = await database.WithAsync<DocumentMaker, MadeDocument>(m => m.MakeAsync(document, format, default));
        var text = await TextAsync(made.Bytes!, format);
        // Slides have no tables but the values of what they draw.
        foreach (var cell in format == ReportFormat.Pptx ? [] : document.AllBlocks.OfType<DataTable>().SelectMany(t => t.Rows).SelectMany(r => r.Cells).Where(c => c.Number is not null))
        {
            var written = format is ReportFormat.Xlsx or ReportFormat.Ods or ReportFormat.Csv ? cell.Number!.Value.ToString("0.############################", CultureInfo.InvariantCulture) : cell.Text;
            Assert.Contains(Plain(written), Plain(text), StringComparison.Ordinal);
        }

if (format != ReportFormat.Pdf)
        {
            var known = Known(Content).ToList();
            Assert.Equal([], Numbers(text).Where(n => !known.Exists(k => IsSame(k, n))).Select(n => n.ToString(CultureInfo.InvariantCulture)).Distinct());
        }
    }

    private static ReportDocument DocumentOf(string name) => name switch
    {
        "key" => KeyFiguresDocument.Of(Source),
        "report" => YearlyReport.Of(Source, Fed),
        "fund" => YearlyReport.Of(Source, Fund),
        "sheet" => BodySheet.Of(Source, Body),
        _ => EditionTables.Of(Source),
    };

    // Written with some decimals, it is the known number rounded to as many.
    private static bool IsSame(decimal known, decimal written)
    {
        var decimals = (decimal.GetBits(written)[3] >> 16) & 0xFF;
        return decimal.Round(Math.Abs(known), decimals, MidpointRounding.AwayFromZero) == written;
    }

    /// <summary>All that the edition holds, and the changes of its series, worked out here anew.</summary>
    private static IEnumerable<decimal> Known(EditionContent content)
    {
        foreach (var node in content.Nodes)
        {
            foreach (var figure in node.Figures)
            {
                foreach (var value in (decimal?[])[figure.Value, figure.Numerator, figure.Denominator, figure.Expected, figure.Answered, figure.NotApplicable, figure.Unavailable, figure.Missing])
                {
                    yield return value ?? 0;
                }
            }

            foreach (var points in node.History.Select(h => h.Points.Where(p => p.Value is not null).ToList()))
            {
                foreach (var (from, to) in points.SelectMany(_ => points, (a, b) => (a.Value!.Value, b.Value!.Value)))
                {
                    yield return from;
                    yield return to - from;
                    yield return from == 0 ? 0 : (to - from) / from * 100;
                }
            }

            foreach (var value in node.Targets.SelectMany(t => (decimal?[])[t.BaselineYear, t.Baseline, t.Year, t.Value, t.Goal, t.Current, t.CurrentYear, t.Distance, t.RequiredPace, t.Projected]))
            {
                yield return value ?? 0;
            }
        }

        foreach (var restated in Source.Restatements)
        {
            yield return restated.From ?? 0;
            yield return restated.To ?? 0;
            yield return restated.To - restated.From ?? 0;
        }

        // What the edition is, its years, its days, its goals, its codes.
        foreach (var said in (decimal[])[content.Head.Edition, content.Head.Corrects ?? 0, content.Head.SmallNumbers, .. content.Perimeter.Nodes.Select(n => n.Bodies), .. Enumerable.Range(content.Head.Year - 3, 4),
            content.Perimeter.TreeDate.Day, content.Perimeter.TreeDate.Month, content.Head.Created.Day, content.Head.Created.Month, content.Head.Created.Year, content.Framework.Version,
            .. content.Framework.Commitments.Select(c => c.Number), .. content.Framework.Commitments.SelectMany(c => c.Topics).SelectMany(t => t.Sdgs), 100, 50, 249, 75])
        {
            yield return said;
        }
    }

    private static IEnumerable<decimal> Numbers(string text) => Number().Matches(Plain(text)).Select(m => decimal.Parse(m.Value.Replace(',', '.'), CultureInfo.InvariantCulture));

    // Spaces within numbers are none.
    private static string Plain(string text) => text.Replace("\u202f", "", StringComparison.Ordinal).Replace('\u00a0', ' ');

    private static async Task<string> TextAsync(byte[] file, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Pdf:
                Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext (poppler-utils) reads the pages of a PDF; it is not here.");
                using (var reader = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-raw", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!)
                {
                    var read = reader.StandardOutput.ReadToEndAsync();
                    await reader.StandardInput.BaseStream.WriteAsync(file);
                    reader.StandardInput.Close();
                    // A cell that takes several lines is one.
                    return Regex.Replace(await read, @"\s*\n\s*", " ");
                }

            case ReportFormat.Html:
                return System.Net.WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(Encoding.UTF8.GetString(file), "<style>.*?</style>|(src|content|href)=\"[^\"]*\"", "", RegexOptions.Singleline), "<[^>]+>", " "));
            default:
                using (var zip = new ZipArchive(new MemoryStream(file)))
                {
                    return string.Join('\n', zip.Entries.Where(e => Parts().IsMatch(e.FullName)).Select(Read));
                }
        }
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        if (entry.FullName.EndsWith(".csv", StringComparison.Ordinal))
        {
            return reader.ReadToEnd().Replace("\"", "", StringComparison.Ordinal).Replace(",", " ; ", StringComparison.Ordinal);
        }

        // Texts of words and slides, values of cells; an attribute of OpenDocument holds the exact number.
        return string.Join(' ', XDocument.Load(reader).Descendants()
            .Where(e => e.Name.LocalName is "t" or "table-cell" || (e.Name.LocalName == "v" && e.Parent?.Attribute("t")?.Value != "s")).Select(e => e.Name.LocalName != "table-cell" ? e.Value : e.Attributes().FirstOrDefault(a => a.Name.LocalName == "value")?.Value ?? e.Value));
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,\-_/])\d+([.,]\d+)?(?![\p{L}\d\-_/]|[.,]\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(word/document|ppt/slides/slide\d+|xl/worksheets/sheet\d+|xl/sharedStrings|content)\.xml$|\.csv$")]
    private static partial Regex Parts();
}
