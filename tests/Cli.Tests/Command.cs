using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Responsables.Cli.Tests;

/// <summary>What a run of the command gave.</summary>
public sealed record Run(int Status, byte[] Bytes, string Errors)
{
    public string Output => Encoding.UTF8.GetString(Bytes);

    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement.ArrayEnumerator Rows => JsonDocument.Parse(Bytes).RootElement.EnumerateArray();

    /// <summary>The lines of a CSV, without its header.</summary>
    public string[] Lines => Output.TrimEnd('\n').Split('\n')[1..];

    /// <summary>The same run, which must have ended well.</summary>
    public Run Done()
    {
        Assert.True(Status == 0, $"status {Status}: {Errors}");
        return this;
    }
}

/// <summary>Runs the built program as a process, as automation does.</summary>
public static class Command
{
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "Responsables.Cli.dll"));

    public static async Task<Run> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Nothing of the surroundings chooses the database or the site.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("RESPONSABLES_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // As ./responsables does.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_GCgen0size"] = "4000000";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, output.ToArray(), await errors);
    }
}
