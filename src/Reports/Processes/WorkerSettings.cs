namespace Responsables.Reports.Processes;

/// <summary>Where a worker is and how long it may take.</summary>
/// <param name="Node">The program that runs it.</param>
/// <param name="Script">The worker itself, beside the program.</param>
/// <param name="Patience">For one request.</param>
public sealed record WorkerSettings(string Node, string Script, TimeSpan Patience)
{
    /// <summary>The setting that names the program that runs workers.</summary>
    public const string NodeSetting = "RESPONSABLES_NODE";

    /// <summary>A worker of ours, carried beside the program: of the site as of the command.</summary>
    /// <param name="node">The program as it is set; null or empty: the one in the path.</param>
    public static WorkerSettings Of(string script, TimeSpan patience, string? node) => new(
        string.IsNullOrEmpty(node) ? "node" : node, Path.Combine(AppContext.BaseDirectory, "worker", script), patience);
}
