using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Responsables.Reports.Charts;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Charts;

/// <summary>Charts as pictures, for pages without scripts and for paper; those made last are kept.</summary>
internal sealed class ChartPictures(ChartWorker worker) : IDisposable
{
    public const string WidthName = "largeur";
    public const string Narrow = "etroite";

    private const int WideWidth = 720;
    private const int NarrowWidth = 288;

    private const long MostCharacters = 16_000_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <summary>The answer of an endpoint: the picture, as wide as a column or as a telephone by its address, or why there is none.</summary>
    public async Task<IResult> SvgAsync(ChartSpec spec, string title, HttpContext http) =>
        await OfAsync(spec, title, http.Request.Query[WidthName] == Narrow, http.RequestAborted) is { } svg
            ? new Picture(svg)
            : Results.Text(T["charts.unavailable"], "text/plain", Encoding.UTF8, StatusCodes.Status503ServiceUnavailable);

    /// <summary>The picture; null when the worker gives none.</summary>
    public async Task<string?> OfAsync(ChartSpec spec, string title, bool isNarrow, CancellationToken cancel)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{isNarrow}\n{title}\n{ChartJson.Write(spec)}")));
        if (kept.TryGetValue(key, out string? there))
        {
            return there;
        }

        var svg = await worker.RenderAsync(spec, title, isNarrow ? NarrowWidth : WideWidth, cancel);
        return svg is null ? null : kept.Set(key, svg, new MemoryCacheEntryOptions { Size = svg.Length });
    }

    public void Dispose() => kept.Dispose();

    /// <summary>Its own style sheet is in it, and it may do nothing else.</summary>
    private sealed record Picture(string Svg) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "private, no-cache";
            }


            httpContext.Response.ContentType = "image/svg+xml; charset=utf-8";
            return httpContext.Response.WriteAsync(Svg, httpContext.RequestAborted);
        }
    }
}
