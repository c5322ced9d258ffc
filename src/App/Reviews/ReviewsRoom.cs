using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Reviews;

public static class ReviewsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ReviewBlocks>();
        services.AddScoped<AcceptSubmission>();
        services.AddScoped<ReviewDeskQuery>();
        services.AddScoped<ReviewQuery>();
        services.AddScoped<AcceptanceQuery>();
        services.AddScoped<ValidateMany>();
        services.AddScoped<UndoBatch>();
        services.AddScoped<UndoAcceptance>();
        services.AddScoped<KeepDesk>();
        services.AddScoped<DeskNewsQuery>();
    }
}
