using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Workbooks;

public static class WorkbooksRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<WorkbookSecret>();
        services.AddScoped<WorkbookParts>();
        services.AddScoped<MakeWorkbook>();
        services.AddScoped<CompareWorkbook>();
        services.AddScoped<ImportWorkbook>();
        services.AddScoped<UploadWorkbook>();
        services.AddScoped<WorkbookScopes>();
    }
}
