namespace Responsables.Web.Platform;

/// <summary>Answers that say what went wrong and what to do next; as problem details to callers that ask for JSON.</summary>
internal static class ErrorPages
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 429, 500];

    public static bool WantsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public static Task OnExceptionAsync(HttpContext http)
    {
        var thrown = http.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Error;
        return WriteAsync(http, thrown is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
    }

    public static Task WriteAsync(HttpContext http, int status)
    {
        if (WantsJson(http.Request))
        {
            return Results.Problem(statusCode: status, title: Texts.T[$"platform.error.{Known.LastOrDefault(k => k <= status, 400)}.title"]).ExecuteAsync(http);
        }

        return Page.Of<ErrorPage>(new { Status = Known.Contains(status) ? status : status >= 500 ? 500 : 400 }, status).ExecuteAsync(http);
    }
}
