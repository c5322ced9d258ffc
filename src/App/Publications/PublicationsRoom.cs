using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Responsables.App.Publications.Identities;
using Responsables.App.Publications.Texts;
using Responsables.Reports.Charts;
using Responsables.Reports.Documents;
using Responsables.Reports.Documents.Paper;
using Responsables.Reports.Processes;

namespace Responsables.App.Publications;

public static class PublicationsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(SigningSettings.Of(Environment.GetEnvironmentVariable));
        services.AddScoped<SigningKeys>();
        services.AddScoped<EditionPast>();
        services.AddScoped<EditionTrends>();
        services.AddScoped<EditionMaker>();
        services.AddScoped<EditionsQuery>();
        services.AddSingleton<PublicShelf>();
        services.AddScoped<PublicEditions>();
        services.AddScoped<CreateEdition>();
        services.AddScoped<DecideEdition>();
        services.AddScoped<PublishEdition>();
        services.AddScoped<EditionView>();
        services.AddScoped<ReportOutline>();
        services.AddScoped<ReportsQuery>();
        services.AddScoped<WriteReport>();
        services.AddScoped<IdentitiesQuery>();
        services.AddScoped<KeepIdentity>();
        var node = Environment.GetEnvironmentVariable(WorkerSettings.NodeSetting);
        services.TryAddSingleton(provider => new ChartWorker(ChartWorker.Settings(node), provider.GetRequiredService<ILogger<ChartWorker>>()));
        services.TryAddSingleton(provider => new DocumentWorker(DocumentWorker.Settings(node), provider.GetRequiredService<ILogger<DocumentWorker>>()));
        services.AddSingleton<DocumentMaker>();
        services.AddScoped<ExportEdition>();
        services.AddScoped<PreviewReport>();
        services.AddSingleton<DocumentTurn>();
        services.AddScoped<PublicDocuments>();
    }
}
