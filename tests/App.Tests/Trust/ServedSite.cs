using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Responsables.App.Database;

namespace Responsables.App.Tests.Trust;

/// <summary>The real program, built beside the tests, in a process of its own that can be killed.</summary>
/// <param name="settings">Settings of the environment beside the tests' own.</param>
internal sealed class ServedSite(DatabaseChoice choice, IEnumerable<KeyValuePair<string, string?>>? settings = null) : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Uri address = FreeAddress();
    private Process? process;

    public Uri Address => address;

    /// <summary>Starts it; gives the time until its first 200.</summary>
    public async Task<TimeSpan> StartAsync()
    {
        var watch = Stopwatch.StartNew();
        process = Run(["serve", "--urls", address.ToString(), .. Data()]);
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                if ((await client.GetAsync("/sante")).StatusCode == HttpStatusCode.OK)
                {
                    return watch.Elapsed;
                }
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < LongestStart)
            {
                await Task.Delay(25);
            }
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>Runs another command of the program on the same data; gives its exit code and all that it wrote.</summary>
    public async Task<(int Exit, string Text)> CommandAsync(params string[] arguments)
    {
        var text = new List<string>();
        using var command = Run([.. arguments, .. Data()], line => { lock (text) { text.Add(line); } });
        await command.WaitForExitAsync();
        return (command.ExitCode, string.Join('\n', text));
    }

    /// <summary>Starts another command of the program on the same data, to be killed.</summary>
    public Process Begin(params string[] arguments) => Run([.. arguments, .. Data()]);

    public void Dispose()
    {
        if (process is not null)
        {
            Kill();
        }
    }

    private string[] Data() => choice switch
    {
        DatabaseChoice.Sqlite sqlite => ["--data", Path.GetDirectoryName(sqlite.File)!],
        DatabaseChoice.Postgres postgres => ["--database", postgres.ConnectionString],
        _ => throw new InvalidOperationException(),
    };

    private Process Run(string[] arguments, Action<string>? said = null)
    {
        // The tests and the program are built side by side: …/bin/App.Tests/debug, …/bin/Cli/debug.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Cli", own.Name, "Responsables.Cli.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It lives a few seconds: watching its code to compile it better would slow it down.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["RESPONSABLES_REQUESTS_PER_MINUTE"] = "1000000";
        start.Environment["RESPONSABLES_SIGN_INS_PER_MINUTE"] = "1000";
        foreach (var (name, value) in settings ?? [])
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => said?.Invoke(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said?.Invoke(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }
}
