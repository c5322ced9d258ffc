using Microsoft.Extensions.Logging.Abstractions;
using Responsables.Reports.Charts;
using Responsables.Reports.Documents;
using Responsables.Reports.Documents.Paper;

namespace Responsables.Reports.Tests.Documents;

/// <summary>The maker with its workers, started once for the tests of a class.</summary>
public sealed class Making : IAsyncDisposable
{
    private readonly ChartWorker charts = new(ChartWorker.Settings(null), NullLogger<ChartWorker>.Instance);
    private readonly DocumentWorker documents = new(DocumentWorker.Settings(null), NullLogger<DocumentWorker>.Instance);

    public DocumentMaker Maker => new(charts, documents);

    public async Task<byte[]> MakeAsync(ReportDocument document, ReportFormat format)
    {
        var made = await Maker.MakeAsync(document, format, CancellationToken.None);
        Assert.True(made.Fault is null, $"{format}: {made.Fault}");
        // To look at them: a folder to keep them in.
        if (Environment.GetEnvironmentVariable("RESPONSABLES_TEST_DOCUMENTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{document.Blocks.Count}.{(format == ReportFormat.Csv ? "zip" : format.ToString().ToLowerInvariant())}"), made.Bytes!);
        }

        return made.Bytes!;
    }

    public async ValueTask DisposeAsync()
    {
        await charts.DisposeAsync();
        await documents.DisposeAsync();
    }
}
