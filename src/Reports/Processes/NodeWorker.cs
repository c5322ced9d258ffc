using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Responsables.Reports.Processes;

/// <summary>Why a worker gave no answer.</summary>
public enum WorkerFault
{
    /// <summary>The program that runs it is not there, or could not start it.</summary>
    Absent,

    /// <summary>It took too long, and was stopped.</summary>
    TooSlow,

    /// <summary>It died, or said what is no answer.</summary>
    Broken,

    /// <summary>It answered that this cannot be made.</summary>
    Refused,
}

/// <summary>What a worker answered: its answer, or why there is none.</summary>
internal readonly record struct WorkerAnswer(JsonElement? Answer, WorkerFault? Fault);

/// <summary>
/// A process of node that lives on: one request at a time, a line in and a line out. One that takes too long or says too much is killed, and the
/// next request starts another. It gets no environment, a folder of its own to be in, and asks nothing of the network.
/// </summary>
/// <param name="mostOutput">Bytes of an answer.</param>
internal sealed partial class NodeWorker(WorkerSettings settings, int mostOutput, ILogger log) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private Process? process;
    private DirectoryInfo? folder;
    private long last;

    /// <param name="write">The request as one line of JSON, by its number.</param>
    public async Task<WorkerAnswer> AskAsync(Func<long, string> write, CancellationToken cancel)
    {
        // Whoever waits longer than one request may take is better told that there is none.
        if (!await turn.WaitAsync(settings.Patience, cancel))
        {
            return new WorkerAnswer(null, WorkerFault.TooSlow);
        }

        try
        {
            return await SendAsync(write(++last), last, cancel);
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

    private async Task<WorkerAnswer> SendAsync(string request, long id, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(settings.Patience);
        try
        {
            var running = process is { HasExited: false } ? process : Start();
            await running.StandardInput.WriteAsync(string.Concat(request, "\n").AsMemory(), limit.Token);
            await running.StandardInput.FlushAsync(limit.Token);
            var answer = await ReadLineAsync(running.StandardOutput.BaseStream, limit.Token);
            return answer is null ? Fail("no answer", WorkerFault.Broken) : Read(answer, id);
        }
        catch (OperationCanceledException)
        {
            // Left unfinished, it would answer the next request with this one's.
            var failed = Fail("no answer in time", WorkerFault.TooSlow);
            cancel.ThrowIfCancellationRequested();
            return failed;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            return Fail(fault.Message, WorkerFault.Absent);
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or JsonException or KeyNotFoundException or FormatException)
        {
            return Fail(fault.Message, WorkerFault.Broken);
        }
    }

    private WorkerAnswer Read(string answer, long id)
    {
        using var read = JsonDocument.Parse(answer);
        if (read.RootElement.GetProperty("id").GetInt64() != id)
        {
            return Fail("an answer to something else", WorkerFault.Broken);
        }

        if (read.RootElement.TryGetProperty("error", out var error))
        {
            LogRefused(settings.Script, error.GetString());
            return new WorkerAnswer(null, WorkerFault.Refused);
        }

        return new WorkerAnswer(read.RootElement.Clone(), null);
    }

    // From the stream itself: a reader of text that has filled its own buffer waits for more, which never comes.
    private async Task<string?> ReadLineAsync(Stream output, CancellationToken cancel)
    {
        using var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (line.Length <= mostOutput)
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

        throw new IOException($"more than {mostOutput} bytes");
    }

    private Process Start()
    {
        Stop();
        folder = Directory.CreateTempSubdirectory("responsables-worker-");
        var start = new ProcessStartInfo(settings.Node, ["--max-old-space-size=256", settings.Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = folder.FullName,
        };
        start.Environment.Clear();
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, said) =>
        {
            if (!string.IsNullOrEmpty(said.Data))
            {
                LogSaid(settings.Script, said.Data);
            }
        };
        process.BeginErrorReadLine();
        return process;
    }

    private WorkerAnswer Fail(string reason, WorkerFault fault)
    {
        LogFailed(settings.Script, reason);
        Stop();
        return new WorkerAnswer(null, fault);
    }

    private void Stop()
    {
        if (process is { } running)
        {
            process = null;
            if (!running.HasExited)
            {
                running.Kill(entireProcessTree: true);
                running.WaitForExit(TimeSpan.FromSeconds(2));
            }

            running.Dispose();
        }

        folder?.Delete(recursive: true);
        folder = null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The worker {Script} failed ({Reason}); the next request starts another.")]
    private partial void LogFailed(string script, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The worker {Script} refused what it was asked ({Reason}).")]
    private partial void LogRefused(string script, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The worker {Script} says: {Line}")]
    private partial void LogSaid(string script, string line);
}
