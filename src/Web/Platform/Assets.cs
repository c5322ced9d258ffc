using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Responsables.Web.Platform;

/// <summary>Style sheet, scripts and fonts, beside the program. Their address carries their hash, so that browsers keep them for good.</summary>
internal sealed class Assets
{
    private readonly ConcurrentDictionary<string, string> urls = new();

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The address of an asset: <c>Url("app.css")</c>.</summary>
    public string Url(string name) => urls.GetOrAdd(name, static n => $"/assets/{n}?v={HashOf(Path.Combine(Folder, "assets", n))}");

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..12];
}

internal static class AssetsRegistration
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string ForAWhile = "public, max-age=86400";

    public static void UseAssets(this IApplicationBuilder site)
    {
        Directory.CreateDirectory(Assets.Folder);
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        site.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Assets.Folder),
            ContentTypeProvider = types,
            OnPrepareResponse = file =>
                file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? ForGood : ForAWhile,
        });
    }
}
