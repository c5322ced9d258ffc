using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Responsables.Reports.Charts;
using Responsables.Reports.Documents;
using Responsables.Reports.Documents.Paper;
using Responsables.Reports.Processes;

namespace Responsables.Reports.Tests.Documents;

/// <summary>PDF: what makes it accessible is in its objects, what it says is there to be read.</summary>
public sealed partial class PdfTests(Making making) : IClassFixture<Making>
{
    [Fact]
    public async Task It_says_its_language_its_title_its_standard_and_its_structure()
    {
        var pdf = Objects(await making.MakeAsync(SampleDocuments.Whole, ReportFormat.Pdf));
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", pdf, StringComparison.Ordinal);
        Assert.Contains("Chiffres clés de la responsabilité sociétale</rdf:li>", pdf, StringComparison.Ordinal);
        Assert.Matches(@"/Lang\s*\(fr\)", pdf);
        Assert.Matches(@"/DisplayDocTitle true", pdf);
        Assert.Matches(@"/MarkInfo\s*<<\s*/Marked true", pdf);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("/Outlines", pdf, StringComparison.Ordinal);
        foreach (var tag in new[] { "H1", "H2", "Table", "THead", "TH", "TD", "Caption", "Figure", "L", "LI", "TOC", "Link" })
        {
            Assert.Matches($@"/S /{tag}\b", pdf);
        }

        // Each drawing says what it shows; heads of columns are of their columns.
        Assert.Equal(6, Regex.Count(pdf, @"/S /Figure\b"));
        Assert.Equal(6, Regex.Count(pdf, @"/Alt\b"));
        Assert.Contains("/Scope /Column", pdf, StringComparison.Ordinal);
        // Faces are in it.
        Assert.All(Regex.Matches(pdf, @"/FontName /([A-Za-z0-9+-]+)").Select(m => m.Groups[1].Value), name => Assert.Contains("SourceSans3", name, StringComparison.Ordinal));
        Assert.Contains("/FontFile2", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_words_are_read_as_they_were_written()
    {
        // A narrow space is read as a space.
        var text = await TextAsync(await making.MakeAsync(SampleDocuments.Whole, ReportFormat.Pdf));
        foreach (var nasty in new[] { SampleDocuments.Typst, SampleDocuments.Html, SampleDocuments.Formula, "1 234,1", "−10,9", "—", "Page 2 sur 4", "□ à Île-de-Fran\u00e7e" })
        {
            Assert.Contains(nasty, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_table_of_forty_pages_repeats_its_head_on_each()
    {
        var pdf = await making.MakeAsync(SampleDocuments.With(new Heading(1, "Annexe"), SampleDocuments.Table(2200)), ReportFormat.Pdf);
        var pages = (await TextAsync(pdf)).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(pages.Length, 40, 80);
        Assert.All(pages[..^1], p => Assert.Contains("Évolution, en %", p, StringComparison.Ordinal));
        // Heard once.
        Assert.Equal(1, Regex.Count(Objects(pdf), @"/S /THead\b"));
    }

    [Fact]
    public async Task A_drawing_that_asks_for_another_file_is_refused()
    {
        var picture = new Picture(new PictureFile("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><image href=\"/etc/hostname\"/></svg>"u8.ToArray(), PictureFormat.Svg), "Rien", null);
        Assert.Equal(WorkerFault.Refused, (await making.Maker.MakeAsync(SampleDocuments.With(picture), ReportFormat.Pdf, CancellationToken.None)).Fault);
        Assert.Equal(WorkerFault.Refused, (await making.Maker.MakeAsync(SampleDocuments.With(picture), ReportFormat.Docx, CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task Without_node_there_is_no_file_and_a_reason()
    {
        var nowhere = new WorkerSettings("/nulle/part/node", "", TimeSpan.FromSeconds(1));
        await using var charts = new ChartWorker(nowhere, NullLogger<ChartWorker>.Instance);
        await using var documents = new DocumentWorker(nowhere, NullLogger<DocumentWorker>.Instance);
        var maker = new DocumentMaker(charts, documents);
        foreach (var format in new[] { ReportFormat.Pdf, ReportFormat.Html, ReportFormat.Docx, ReportFormat.Pptx })
        {
            var made = await maker.MakeAsync(SampleDocuments.Whole, format, CancellationToken.None);
            Assert.Null(made.Bytes);
            Assert.Equal(WorkerFault.Absent, made.Fault);
        }

        // Tables ask nobody.
        Assert.NotNull((await maker.MakeAsync(SampleDocuments.Whole, ReportFormat.Xlsx, CancellationToken.None)).Bytes);
    }

    [Fact]
    public async Task Without_its_package_or_in_too_long_a_time_it_is_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("responsables-documents-");
        try
        {
            foreach (var (script, expected) in new[] { ("import \"absent-package\";", WorkerFault.Broken), ("setInterval(() => {}, 1000);", WorkerFault.TooSlow) })
            {
                var path = Path.Combine(folder.FullName, "worker.mjs");
                await File.WriteAllTextAsync(path, script, TestContext.Current.CancellationToken);
                await using var documents = new DocumentWorker(new WorkerSettings("node", path, TimeSpan.FromSeconds(5)), NullLogger<DocumentWorker>.Instance);
                Assert.Equal(expected, (await documents.PdfAsync(new DrawnDocument(SampleDocuments.With(), new Dictionary<Block, PictureFile>()), CancellationToken.None)).Fault);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The objects of a file as text, those of compressed streams too.</summary>
    private static string Objects(byte[] pdf)
    {
        var raw = Encoding.Latin1.GetString(pdf);
        var text = new StringBuilder(Regex.Replace(raw, @"(?s)stream\r?\n.*?endstream", ""));
        foreach (Match stream in Stream().Matches(raw))
        {
            var bytes = Encoding.Latin1.GetBytes(stream.Groups[2].Value);
            if (!stream.Groups[1].Value.Contains("FlateDecode", StringComparison.Ordinal))
            {
                text.Append(Encoding.UTF8.GetString(bytes));
            }
            else if (stream.Groups[1].Value.Contains("ObjStm", StringComparison.Ordinal))
            {
                using var inflated = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
                using var read = new StreamReader(inflated, Encoding.Latin1);
                text.Append(read.ReadToEnd());
            }
        }

        return text.ToString();
    }

    private static async Task<string> TextAsync(byte[] pdf)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext (poppler-utils) reads the pages of a PDF; it is not here.");
        using var reader = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-layout", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = reader.StandardOutput.ReadToEndAsync();
        await reader.StandardInput.BaseStream.WriteAsync(pdf);
        reader.StandardInput.Close();
        return await text;
    }

    [GeneratedRegex(@"(?s)<<((?:(?!endobj|stream).)*)>>\s*stream\r?\n(.*?)\r?\nendstream")]
    private static partial Regex Stream();
}
