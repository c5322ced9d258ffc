using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Responsables.App.Publications;
using Responsables.Web.Platform;

namespace Responsables.Web.Public;

/// <summary>
/// Answers that caches may keep: the same for everybody who is not signed in. A correction, or the end of an embargo, shows once what was kept is too old;
/// whoever asks whether a page is still good is told so without its being drawn.
/// </summary>
internal static class PublicAnswer
{
    private const int PageSeconds = 300;
    private const int FileSeconds = 86400;

    // Another version of the program may draw the same page otherwise.
    private static readonly string Program = typeof(PublicAnswer).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>A page: as good as long as the public reads the same editions.</summary>
    public static async Task<IResult> PageAsync(PublicEditions editions, HttpContext http, Func<IResult> page) => new Kept(
        string.Join('.', (await editions.ListAsync(http.RequestAborted)).Select(e => $"{e.Edition.Number}{e.State}{e.Edition.Sha256}")), PageSeconds, page, true);

    /// <summary>Something made of one edition, which is always the same.</summary>
    public static IResult Made(PublicEdition edition, Func<IResult> made) => new Kept(edition.Seal, PageSeconds, made, true);

    /// <summary>A file, which other sites may read as well.</summary>
    public static IResult File(byte[] content, string type, string name, string tag, bool isForGood) => new Kept(
        tag, isForGood ? FileSeconds : PageSeconds, () => new Open(content, type, name), false);

    private sealed record Kept(string Tag, int Seconds, Func<IResult> Make, bool IsPage) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            // A page with somebody's name on it is theirs; one that was asked in another language leaves that choice behind.
            if (IsPage && (http.Actor() is not null || http.Request.Query.ContainsKey(Language.Name)))
            {
                return Make().ExecuteAsync(http);
            }

            var headers = http.Response.Headers;
            var tag = new EntityTagHeaderValue($"\"{Hash(IsPage ? $"{Tag} {Program} {Language.Code} {http.Request.Headers.Cookie}" : Tag)}\"", isWeak: true);
            headers.CacheControl = $"public, max-age={Seconds}";
            headers.ETag = tag.ToString();
            http.Response.OnStarting(() => Task.FromResult(KeepOnlyWhatIsGood(http.Response)));
            if (IsPage)
            {
                headers.Vary = StringValues.Concat(headers.Vary, HeaderNames.Cookie);
            }

            if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false) || t.Equals(EntityTagHeaderValue.Any)))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            return Make().ExecuteAsync(http);
        }

        // A picture that could not be made, or a notice left for one person, is kept by nobody.
        private static bool KeepOnlyWhatIsGood(HttpResponse response)
        {
            if (response.StatusCode < StatusCodes.Status400BadRequest && response.Headers.SetCookie.Count == 0)
            {
                return true;
            }

            response.Headers.CacheControl = "no-store";
            return response.Headers.Remove(HeaderNames.ETag);
        }

        private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
    }

    private sealed record Open(byte[] Content, string Type, string Name) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.Headers.AccessControlAllowOrigin = "*";
            return Results.File(Content, Type, Name).ExecuteAsync(http);
        }
    }
}
