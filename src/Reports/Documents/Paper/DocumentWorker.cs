using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Responsables.Reports.Processes;

namespace Responsables.Reports.Documents.Paper;

/// <summary>Sets PDF and draws pictures as points, in another process.</summary>
public sealed class DocumentWorker(WorkerSettings settings, ILogger<DocumentWorker> log) : IAsyncDisposable
{
    // In base 64: a document of some hundred pages with its pictures.
    private const int MostOutput = 128_000_000;

    private readonly NodeWorker worker = new(settings, MostOutput, log);

    public static WorkerSettings Settings(string? node) => WorkerSettings.Of("document-worker.mjs", TimeSpan.FromMinutes(2), node);

    /// <summary>The document as PDF/UA-1.</summary>
    public async Task<MadeDocument> PdfAsync(DrawnDocument drawn, CancellationToken cancel) => Made(await worker.AskAsync(id => TypstDocument.Request(drawn, id), cancel));

    /// <summary>A drawing as points.</summary>
    public async Task<MadeDocument> PngAsync(byte[] svg, int width, CancellationToken cancel) =>
        Made(await worker.AskAsync(id => new JsonObject { ["id"] = id, ["make"] = "png", ["svg"] = Encoding.UTF8.GetString(svg), ["width"] = width }.ToJsonString(), cancel));

    public ValueTask DisposeAsync() => worker.DisposeAsync();

    private static MadeDocument Made(WorkerAnswer answer) => new(answer.Answer?.GetProperty("bytes").GetBytesFromBase64(), answer.Fault);
}
