using Microsoft.Extensions.Configuration;

namespace Responsables.Reports.Processes;

/// <summary>Where a worker is and how long it may take.</summary>
/// <param name="Node">The program that runs it.</param>
/// <param name="Script">The worker itself, beside the program.</param>
/// <param name="Patience">For one request.</param>
public sealed record WorkerSettings(string Node, string Script, TimeSpan Patience)
{
    /// <summary>A worker of ours, carried beside the program: of the site as of the command.</summary>
    public static WorkerSettings Of(string script, TimeSpan patience, IConfiguration configuration) => new(
        configuration["RESPONSABLES_NODE"] is { Length: > 0 } set ? set : "node", Path.Combine(AppContext.BaseDirectory, "worker", script), patience);
}
