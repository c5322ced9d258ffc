using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Responsables.Web.Charts;

/// <summary>Where the worker is and how long it may take.</summary>
/// <param name="Node">The program that runs it.</param>
/// <param name="Script">The worker itself, beside the program.</param>
internal sealed record ChartWorkerSettings(string Node, string Script, TimeSpan Patience)
{
    public static ChartWorkerSettings From(IConfiguration configuration) => new(
        configuration["RESPONSABLES_NODE"] is { Length: > 0 } set ? set : "node",
        Path.Combine(AppContext.BaseDirectory, "worker", "chart-worker.mjs"),
        TimeSpan.FromSeconds(10));
}

/// <summary>
/// Renders charts to SVG in another process that lives on: one request at a time, a line in and a line out. One that takes too long or says too
/// much is killed, and the next request starts another. It gets no environment and asks nothing of the network.
/// </summary>
internal sealed partial class ChartWorker(ChartWorkerSettings settings, ILogger<ChartWorker> log) : IAsyncDisposable
{
    public const int MostInput = 200_000;

    private const int MostOutput = 4_000_000;

    private readonly SemaphoreSlim turn = new(1, 1);
    private Process? process;
    private long last;

    /// <summary>The picture; null when there can be none, for a reason that the log tells.</summary>
    public async Task<string?> RenderAsync(ChartSpec spec, string title, int width, CancellationToken cancel)
    {
        // Whoever waits longer than one request may take is better told that there is none.
        if (!await turn.WaitAsync(settings.Patience, cancel))
        {
            return null;
        }

        try
        {
            var request = ChartJson.Write(new ChartRequest(++last, title, width, spec));
            if (request.Length > MostInput)
            {
                LogTooLong(request.Length);
                return null;
            }

            return await AskAsync(request, last, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        Stop();
        turn.Dispose();
    }

    private async Task<string?> AskAsync(string request, long id, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(settings.Patience);
        try
        {
            var running = process is { HasExited: false } ? process : Start();
            await running.StandardInput.WriteAsync(string.Concat(request, "\n").AsMemory(), limit.Token);
            await running.StandardInput.FlushAsync(limit.Token);
            var answer = await ReadLineAsync(running.StandardOutput.BaseStream, limit.Token);
            return answer is null ? Fail("no answer") : SvgOf(answer, id);
        }
        catch (OperationCanceledException)
        {
            // Left unfinished, it would answer the next request with this one's picture.
            Fail("no answer in time");
            cancel.ThrowIfCancellationRequested();
            return null;
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or IOException or InvalidOperationException or JsonException)
        {
            return Fail(fault.Message);
        }
    }

    private string? SvgOf(string answer, long id)
    {
        using var read = JsonDocument.Parse(answer);
        if (read.RootElement.GetProperty("id").GetInt64() != id)
        {
            return Fail("an answer to something else");
        }

        if (read.RootElement.TryGetProperty("svg", out var svg))
        {
            return svg.GetString();
        }

        LogRefused(read.RootElement.GetProperty("error").GetString());
        return null;
    }

    // From the stream itself: a reader of text that has filled its own buffer waits for more, which never comes.
    private static async Task<string?> ReadLineAsync(Stream output, CancellationToken cancel)
    {
        using var line = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (line.Length <= MostOutput)
        {
            var read = await output.ReadAsync(buffer, cancel);
            if (read == 0)
            {
                return null;
            }

            line.Write(buffer, 0, read);
            if (buffer[read - 1] == '\n')
            {
                return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
            }
        }

        throw new IOException($"more than {MostOutput} bytes");
    }

    private Process Start()
    {
        Stop();
        var start = new ProcessStartInfo(settings.Node, ["--max-old-space-size=256", settings.Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment.Clear();
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, said) =>
        {
            if (!string.IsNullOrEmpty(said.Data))
            {
                LogSaid(said.Data);
            }
        };
        process.BeginErrorReadLine();
        return process;
    }

    private string? Fail(string reason)
    {
        LogFailed(reason);
        Stop();
        return null;
    }

    private void Stop()
    {
        if (process is { } running)
        {
            process = null;
            if (!running.HasExited)
            {
                running.Kill(entireProcessTree: true);
            }

            running.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No chart: the worker failed ({Reason}); the next request starts another.")]
    private partial void LogFailed(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No chart: the worker refused it ({Reason}).")]
    private partial void LogRefused(string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No chart: its specification has {Length} characters.")]
    private partial void LogTooLong(int length);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The worker of charts says: {Line}")]
    private partial void LogSaid(string line);
}
