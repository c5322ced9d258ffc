using Responsables.Reports.Documents;

namespace Responsables.Reports.Tests.Documents;

/// <summary>The same document is the same bytes: made again elsewhere, its hash is still that of the edition.</summary>
public sealed class SameBytesTests
{
    [Theory]
    [InlineData(ReportFormat.Pdf)]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Pptx)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Ods)]
    [InlineData(ReportFormat.Csv)]
    public async Task The_same_document_is_the_same_bytes(ReportFormat format)
    {
        await using var one = new Making();
        var first = await one.MakeAsync(SampleDocuments.Whole, format);
        // Zip entries are dated by two seconds: anything that took the clock would differ.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        await using var other = new Making();
        await other.MakeAsync(SampleDocuments.With(new Responsables.Reports.Documents.Paragraph("Un autre avant.")), format);
        Assert.Equal(first, await other.MakeAsync(SampleDocuments.Whole, format));
    }
}
