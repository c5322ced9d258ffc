namespace Responsables.Web.Platform;

/// <summary>What every answer tells the browser to refuse.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, Instance instance)
{
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors ";

    private const string Features = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            var isFramed = http.Items.ContainsKey(typeof(FramesAllowed)) && http.Response.StatusCode < StatusCodes.Status400BadRequest;
            // A picture says itself what it may do: less than a page.
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = Content + (isFramed ? "*" : "'none'");
            }

            headers.XContentTypeOptions = "nosniff";
            if (!isFramed)
            {
                headers.XFrameOptions = "DENY";
            }

            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Features;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.Remove("blazor-enhanced-nav");
            if (instance.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            // What names no cache is kept by none: pages show what not everyone may read.
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}

/// <summary>What opens a page to the frames of other sites: one that has nothing to click but links.</summary>
internal static class FramesAllowed
{
    public static void OpenToFrames(this HttpContext http) => http.Items[typeof(FramesAllowed)] = true;
}
