using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
    }
}
