using System.Text;
using Responsables.Reports.Charts;
using Responsables.Reports.Documents.Packages;
using Responsables.Reports.Documents.Paper;
using Responsables.Reports.Documents.Slides;
using Responsables.Reports.Documents.Tables;
using Responsables.Reports.Documents.Web;
using Responsables.Reports.Documents.Word;
using Responsables.Reports.Processes;

namespace Responsables.Reports.Documents;

/// <summary>What a document can become.</summary>
public enum ReportFormat
{
    Pdf,
    Html,
    Docx,
    Pptx,
    Xlsx,
    Ods,

    /// <summary>A file of values for each table, in one (ZIP).</summary>
    Csv,
}

/// <summary>Makes the files of a document. The same document is the same bytes, here or elsewhere.</summary>
public sealed class DocumentMaker(ChartWorker charts, DocumentWorker documents)
{
    // Twice as many points as pixels: sharp on paper.
    private const int Sharpness = 2;
    private const int PictureWidth = 720;

    public async Task<MadeDocument> MakeAsync(ReportDocument document, ReportFormat format, CancellationToken cancel)
    {
        DocumentChecks.Require(document);
        switch (format)
        {
            case ReportFormat.Xlsx:
                return new MadeDocument(XlsxTables.Write(document), null);
            case ReportFormat.Ods:
                return new MadeDocument(OdsTables.Write(document), null);
            case ReportFormat.Csv:
                return new MadeDocument(FixedZip.Of(CsvTables.Files(document), document.Date), null);
        }

        var drawings = new Dictionary<Block, PictureFile>();
        var fault = await DrawAsync(document, format, drawings, cancel);
        var drawn = new DrawnDocument(document, drawings);
        if (fault is null && format is ReportFormat.Docx or ReportFormat.Pptx)
        {
            (drawn, fault) = await AsPointsAsync(drawn, cancel);
        }

        return fault is not null ? new MadeDocument(null, fault) : format switch
        {
            ReportFormat.Pdf => await documents.PdfAsync(drawn, cancel),
            ReportFormat.Html => new MadeDocument(HtmlWriter.Write(drawn), null),
            ReportFormat.Docx => new MadeDocument(WordWriter.Write(drawn), null),
            ReportFormat.Pptx => new MadeDocument(SlideWriter.Write(drawn), null),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    private async Task<WorkerFault?> DrawAsync(ReportDocument document, ReportFormat format, Dictionary<Block, PictureFile> drawings, CancellationToken cancel)
    {
        foreach (var block in document.AllBlocks)
        {
            if (block is Picture picture)
            {
                drawings[block] = picture.File;
            }
            else if (block is ChartBlock chart)
            {
                var drawn = await charts.PrintAsync(chart.Spec, chart.Title, WidthOf(chart, format), cancel);
                if (drawn.Svg is null)
                {
                    return drawn.Fault;
                }

                drawings[block] = new PictureFile(Encoding.UTF8.GetBytes(drawn.Svg), PictureFormat.Svg);
            }
        }

        return null;
    }

    // Side by side on paper and on a page; whole lines where blocks follow each other.
    private static int WidthOf(ChartBlock chart, ReportFormat format) => format is ReportFormat.Docx or ReportFormat.Pptx ? Math.Max(chart.Width, PictureWidth) : chart.Width;

    private async Task<(DrawnDocument Drawn, WorkerFault? Fault)> AsPointsAsync(DrawnDocument drawn, CancellationToken cancel)
    {
        var points = new Dictionary<Block, PictureFile>();
        foreach (var (block, drawing) in drawn.Drawings)
        {
            var (made, fault) = await AsPointsAsync(drawing, PictureWidth, cancel);
            if (made is null)
            {
                return (drawn, fault);
            }

            points[block] = made;
        }

        if (drawn.Document.Identity.Logo is not { } logo)
        {
            return (drawn with { Points = points }, null);
        }

        var (mark, missing) = await AsPointsAsync(logo, PictureWidth, cancel);
        return (drawn with { Points = points, Logo = mark }, missing);
    }

    private async Task<(PictureFile? Made, WorkerFault? Fault)> AsPointsAsync(PictureFile drawing, int width, CancellationToken cancel)
    {
        if (drawing.Format == PictureFormat.Png)
        {
            return (drawing, null);
        }

        var made = await documents.PngAsync(drawing.Bytes, width * Sharpness, cancel);
        return (made.Bytes is null ? null : new PictureFile(made.Bytes, PictureFormat.Png), made.Fault);
    }
}
