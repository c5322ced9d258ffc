using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Responsables.App.Evidence;

public static class EvidenceRoom
{
    public static void Add(IServiceCollection services)
    {
        // The site says otherwise when its operator does.
        services.TryAddSingleton(new ScanSettings(null, IsRequired: false));
        services.AddSingleton<MalwareScan>();
        services.AddScoped<EvidenceAccess>();
        services.AddScoped<EvidenceDesk>();
        services.AddScoped<EvidenceQuery>();
        services.AddScoped<BodyEvidenceQuery>();
        services.AddScoped<EvidenceDownload>();
        services.AddScoped<AddEvidence>();
        services.AddScoped<TieEvidence>();
        services.AddScoped<RemoveEvidence>();
    }
}
