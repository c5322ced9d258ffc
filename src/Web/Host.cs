using System.Globalization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration.Memory;
using Responsables.App.Database;
using Responsables.Web.Platform;

namespace Responsables.Web;

/// <summary>Builds the site: what it is made of, and the order in which a request goes through it.</summary>
public static class Host
{
    /// <summary>A request body at most; pages that take files say so themselves.</summary>
    private const long MostBytes = 2 * 1024 * 1024;

    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
    };

    public static WebApplication Build(DatabaseChoice choice, string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Host).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Before whatever the operator sets: a line per start and per fault. Requests are not told, since an address may hold the secret of a link.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        builder.Services.AddAppDb(choice);
        builder.Services.AddPlatform(builder.Configuration);
        Rooms.Add(builder.Services, builder.Configuration);
        change?.Invoke(builder);
        var site = builder.Build();
        Route(site);
        return site;
    }

    /// <summary>Why the database cannot be served, in words; null when it can.</summary>
    public static async Task<string?> RefusalAsync(WebApplication site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var readiness = await DatabaseState.OfAsync(db, CancellationToken.None);
        if (readiness != DatabaseReadiness.Ready)
        {
            var place = scope.ServiceProvider.GetRequiredService<DatabaseChoice>();
            return string.Format(CultureInfo.CurrentCulture, Texts.T[$"platform.database.{readiness}"], place);
        }

        site.Services.GetRequiredService<Instance>().IsDemonstration = await DatabaseState.IsDemonstrationAsync(db, CancellationToken.None);
        return null;
    }

    private static void Route(WebApplication site)
    {
        var instance = site.Services.GetRequiredService<Instance>();
        if (instance.Proxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            instance.Proxies.ToList().ForEach(forwarded.KnownProxies.Add);
            site.UseForwardedHeaders(forwarded);
        }

        site.UseResponseCompression();
        site.UseMiddleware<SecurityHeaders>();
        site.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPages.OnExceptionAsync, CreateScopeForErrors = true });
        site.UseStatusCodePages(context => ErrorPages.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        site.UseAssets();
        site.UseMiddleware<Language>();
        site.UseRouting();
        site.UseAuthentication();
        site.UseMiddleware<PermissionGate>();
        site.UseAuthorization();
        site.UseRateLimiter();
        site.UseAntiforgery();
        site.UseMiddleware<FormGuard>();

        var pages = site.MapGroup("").AddFormGuard().AddHead();
        Rooms.Map(pages);
        // A request delegate, since the compile-time generator of routes would leave out addresses that look like files.
        pages.MapFallback("{*path}", NotFound).Needs(Domain.Accounts.Permission.Anonymous);
        EndpointRules.Check(site);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
