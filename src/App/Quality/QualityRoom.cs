using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Quality;

public static class QualityRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<RuleCatalog>();
        services.AddSingleton<KnownBodyReadings>();
        services.AddScoped<BodyReadings>();
        services.AddScoped<QualitySources>();
        services.AddScoped<AnomalyList>();
        services.AddScoped<AnomaliesQuery>();
        services.AddScoped<AnomalyWork>();
        services.AddScoped<AskAnomalies>();
        services.AddScoped<AnswerAnomaly>();
        services.AddScoped<DecideAnomalies>();
        services.AddScoped<TuneRule>();
    }
}
