using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Responsables.Domain.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Tests.Platform;

/// <summary>What must hold on every endpoint, whoever wrote it: read from the site itself.</summary>
public sealed partial class HygieneTests : IAsyncLifetime
{
    private Site site = null!;

    // Every page is asked of every role here: the limits would come first.
    public async ValueTask InitializeAsync() => site = await Site.StartAsync(
        true, "--RESPONSABLES_REQUESTS_PER_MINUTE=100000", "--RESPONSABLES_SIGN_INS_PER_MINUTE=100000");

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private IEnumerable<(string Method, string Path, Permission Needs)> Endpoints =>
        from endpoint in EndpointRules.Of(site.Host)
        let needs = endpoint.Metadata.GetMetadata<PermissionNeeded>()!.Permission
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method != "HEAD"
        select (method, Sample(endpoint.RoutePattern.RawText!), needs);

    [Fact]
    public void Every_endpoint_names_a_permission()
    {
        var endpoints = EndpointRules.Of(site.Host).ToList();
        Assert.True(endpoints.Count > 20);
        Assert.All(endpoints, e => Assert.NotNull(e.Metadata.GetMetadata<PermissionNeeded>()));
    }

    [Fact]
    public async Task Text_is_compressed_for_whoever_takes_it()
    {
        using var visitor = site.Anonymous();
        var plain = await visitor.Get("/connexion");
        Assert.Empty(plain.Response.Content.Headers.ContentEncoding);
        foreach (var path in (string[])["/connexion", new Uri(site.Address, plain.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")).PathAndQuery])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await visitor.Client.SendAsync(request);
            Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            await using var unpacked = new System.IO.Compression.GZipStream(await answer.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
            using var text = new StreamReader(unpacked);
            Assert.Contains(path == "/connexion" ? "</html>" : "--paper", await text.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_post_without_the_token_of_a_form_is_refused()
    {
        var visitors = new[] { site.Anonymous(), await site.SignInAs(Role.Federation), await site.SignInAs(Role.Contributor) };
        foreach (var (method, path, _) in Endpoints.Where(e => e.Method != "GET"))
        {
            foreach (var visitor in visitors)
            {
                var before = await site.TrailAsync();
                var answer = await visitor.Send(new HttpRequestMessage(new HttpMethod(method), path)
                {
                    Content = new FormUrlEncodedContent([KeyValuePair.Create("_key", Guid.NewGuid().ToString())]),
                });
                Assert.True(answer.Status is 400 or 403 or 302, $"{method} {path}: {answer.Status}");
                Assert.True(answer.Status == 400 || answer.Title.Length > 0 || answer.Location!.StartsWith("/connexion", StringComparison.Ordinal));
                Assert.Equal(before, await site.TrailAsync());
            }
        }

        // The one that lets everybody in must say 400.
        Assert.Equal(400, (await site.Anonymous().Post("/connexion", ("email", "a@example.fr"))).Status);
    }

    [Fact]
    public async Task A_token_of_one_person_is_no_good_for_another()
    {
        var admin = await site.SignInAs(Role.Federation);
        var other = await site.SignInAs(Role.Contributor);
        var form = (await admin.Get("/mon-compte")).Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await other.Post("/mon-compte/mot-de-passe", ("__RequestVerificationToken", form), ("_key", Guid.NewGuid().ToString()))).Expect(400);
    }

    [Fact]
    public async Task Every_page_carries_the_headers_and_no_inline_script_or_style()
    {
        foreach (var visitor in new[] { site.Anonymous(), await site.SignInAs(Role.Federation), await site.SignInAs(Role.Coordinator), await site.SignInAs(Role.Contributor) })
        {
            foreach (var (_, path, _) in Endpoints.Where(e => e.Method == "GET"))
            {
                var answer = await visitor.Get(path);
                Assert.True(answer.Status < 500, $"{path}: {answer.Status}");
                AssertHeaders(path, answer);
                AssertPage(path, answer);
            }
        }
    }

    [Fact]
    public async Task An_asset_carries_the_headers_and_is_kept_for_good()
    {
        var visitor = site.Anonymous();
        var sheet = (await visitor.Get("/")).Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var answer = (await visitor.Get(sheet)).Expect(200);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Contains("immutable", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("text/css", answer.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_may_be_read_may_be_asked_for_without_its_content()
    {
        var visitor = site.Anonymous();
        var head = await visitor.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/connexion"));
        var whole = await visitor.Client.GetAsync(new Uri("/connexion", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/rien"))).StatusCode);
        Assert.StartsWith("/connexion", (await visitor.Send(new HttpRequestMessage(HttpMethod.Head, "/comptes"))).Expect(302).Location, StringComparison.Ordinal);
        (await (await site.SignInAs(Role.Contributor)).Send(new HttpRequestMessage(HttpMethod.Head, "/comptes"))).Expect(403);
    }

    [Fact]
    public async Task Who_may_not_is_refused_or_sent_to_sign_in()
    {
        var roles = Enum.GetValues<Role>();
        foreach (var (method, path, needs) in Endpoints.Where(e => e.Needs != Permission.Anonymous))
        {
            var refused = await site.Anonymous().Send(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.StartsWith("/connexion", refused.Expect(302).Location, StringComparison.Ordinal);
            foreach (var role in roles.Where(r => PermissionTable.Of(needs, r) == Reach.None))
            {
                (await (await site.SignInAs(role)).Send(new HttpRequestMessage(new HttpMethod(method), path))).Expect(403);
            }
        }
    }

    private static void AssertHeaders(string path, Screen answer)
    {
        Assert.True(answer.Header("Content-Security-Policy").StartsWith("default-src 'none'", StringComparison.Ordinal), path);
        Assert.DoesNotContain("unsafe", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", answer.Header("X-Frame-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.NotEmpty(answer.Header("Permissions-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.True(answer.Header("Cache-Control").Contains("no-store", StringComparison.Ordinal), $"{path}: {answer.Header("Cache-Control")}");
        Assert.Empty(answer.Header("Server"));
    }

    private static void AssertPage(string path, Screen answer)
    {
        var page = answer.Page;
        Assert.True(page.QuerySelectorAll("script:not([src]), style, [style]").Length == 0, $"{path} has an inline script or style");
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.QuerySelectorAll("[src], link[href]"), e => (e.GetAttribute("src") ?? e.GetAttribute("href"))!.StartsWith("http", StringComparison.Ordinal));
        if (answer.Response.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.True(page.QuerySelectorAll("h1").Length == 1, $"{path} has not one h1");
        Assert.NotEmpty(page.Title!);
        var ids = page.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.True(ids.Count == ids.Distinct().Count(), $"{path} has an id twice: {string.Join(", ", ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key))}");
        Assert.All(page.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("input[name=_key]")));
        Assert.All(page.QuerySelectorAll("main label[for]"), label => Assert.NotNull(page.GetElementById(label.GetAttribute("for")!)));
    }

    // A path of the pattern, with identifiers of nothing.
    private static string Sample(string pattern) =>
        Parameter().Replace(pattern, m => m.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : m.Value.Contains("int", StringComparison.Ordinal) ? "2024" : "x")
        is var path && path.StartsWith('/') ? path : "/" + path;

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
