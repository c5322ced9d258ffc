using Microsoft.Extensions.Logging;
using Responsables.Reports.Processes;

namespace Responsables.Reports.Charts;

/// <summary>A picture of a chart, or why there is none.</summary>
public sealed record ChartPicture(string? Svg, WorkerFault? Fault);

/// <summary>Renders charts to SVG in another process.</summary>
public sealed partial class ChartWorker(WorkerSettings settings, ILogger<ChartWorker> log) : IAsyncDisposable
{
    public const int MostInput = 200_000;

    private const int MostOutput = 4_000_000;

    private readonly NodeWorker worker = new(settings, MostOutput, log);

    public static WorkerSettings Settings(string? node) => WorkerSettings.Of("chart-worker.mjs", TimeSpan.FromSeconds(10), node);

    /// <summary>The picture for a page, which follows its colours; null when there can be none, for a reason that the log tells.</summary>
    public async Task<string?> RenderAsync(ChartSpec spec, string title, int width, CancellationToken cancel) =>
        (await AskAsync(spec, title, width, isPaper: false, cancel)).Svg;

    /// <summary>The picture for a document: its colours are numbers.</summary>
    public Task<ChartPicture> PrintAsync(ChartSpec spec, string title, int width, CancellationToken cancel) => AskAsync(spec, title, width, isPaper: true, cancel);

    public ValueTask DisposeAsync() => worker.DisposeAsync();

    private async Task<ChartPicture> AskAsync(ChartSpec spec, string title, int width, bool isPaper, CancellationToken cancel)
    {
        var length = ChartJson.Write(new ChartRequest(0, title, width, isPaper, spec)).Length;
        if (length > MostInput)
        {
            LogTooLong(length);
            return new ChartPicture(null, WorkerFault.Refused);
        }

        var answer = await worker.AskAsync(id => ChartJson.Write(new ChartRequest(id, title, width, isPaper, spec)), cancel);
        return new ChartPicture(answer.Answer?.GetProperty("svg").GetString(), answer.Fault);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No chart: its specification has {Length} characters.")]
    private partial void LogTooLong(int length);
}
