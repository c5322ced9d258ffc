using Responsables.Reports.Charts;
using Responsables.Reports.Processes;

namespace Responsables.Web.Charts;

/// <summary>What the charts of all pages stand on.</summary>
internal static class ChartsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => new ChartWorker(
            ChartWorker.Settings(provider.GetRequiredService<IConfiguration>()[WorkerSettings.NodeSetting]), provider.GetRequiredService<ILogger<ChartWorker>>()));
        services.AddSingleton<ChartPictures>();
        services.AddScoped<ChartScript>();
    }
}

/// <summary>Whether the page being drawn already loads the script of charts.</summary>
internal sealed class ChartScript
{
    private bool isLoaded;

    /// <summary>True once: for the first chart of the page.</summary>
    public bool Load() => !isLoaded && (isLoaded = true);
}
