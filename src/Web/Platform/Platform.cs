using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Responsables.App.Outbox;
using Responsables.Web.Outbox;

namespace Responsables.Web.Platform;

/// <summary>Registers what every page stands on.</summary>
internal static class PlatformRegistration
{
    private const int MostFields = 5000;

    public static void AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        var instance = Instance.From(configuration);
        services.AddSingleton(instance);
        services.AddSingleton(MailSettings.Of(name => configuration[name]));
        services.AddSingleton<ILinkSecrets, LinkSecrets>();
        services.AddHostedService<OutboxWorker>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Assets>();
        // Accents as they are: pages are in UTF-8.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = instance.CookieName("formulaire");
            options.Cookie.SecurePolicy = instance.CookieSecurity;
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = MostFields;
            options.ValueLengthLimit = 256 * 1024;
        });
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRateLimits(instance);
        services.AddCompression();
        services.AddProblemDetails();
        AddKeys(services, instance);
    }

    // Pages over HTTPS too: see docs/decisions/017.
    private static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "text/csv", "application/json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    private static void AddKeys(IServiceCollection services, Instance instance)
    {
        var protection = services.AddDataProtection().SetApplicationName("Responsables");
        if (instance.KeyCertificate is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }

        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<IServiceScopeFactory>())));
    }
}
