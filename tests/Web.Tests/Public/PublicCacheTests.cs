using Responsables.Domain.Accounts;
using static Responsables.Web.Tests.Public.PublishedWorld;

namespace Responsables.Web.Tests.Public;

/// <summary>What caches keep of the public pages, and who may show them.</summary>
public sealed class PublicCacheTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Everything_may_be_kept_by_everybody_and_leaves_no_cookie()
    {
        foreach (var address in Addresses.Prepend("/resultats"))
        {
            using var visitor = site.Anonymous();
            var answer = (await visitor.Get(address)).Expect(200);
            Assert.StartsWith("public, max-age=", answer.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Empty(answer.Header("Set-Cookie"));
            Assert.Empty(answer.Page.QuerySelectorAll("form"));
            var again = await AskAgainAsync(visitor, address, answer.Header("ETag"));
            Assert.Equal((304, 0), ((int)again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
            Assert.Equal(200, (int)(await AskAgainAsync(visitor, address, "W/\"autre\"")).StatusCode);
        }
    }

    [Fact]
    public async Task Another_language_is_another_page_and_its_choice_is_kept_by_no_cache()
    {
        using var visitor = site.Anonymous();
        var french = (await visitor.Get("/resultats")).Expect(200);
        Assert.Contains("Cookie", french.Header("Vary"), StringComparison.Ordinal);
        var chosen = (await visitor.Get("/resultats?lang=en")).Expect(200);
        Assert.Equal("no-store", chosen.Header("Cache-Control"));
        var english = (await visitor.Get("/resultats")).Expect(200);
        Assert.StartsWith("public", english.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("en", english.Page.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual(french.Header("ETag"), english.Header("ETag"));
        Assert.Equal(200, (int)(await AskAgainAsync(visitor, "/resultats", french.Header("ETag"))).StatusCode);
    }

    [Fact]
    public async Task A_page_with_a_name_on_it_is_kept_by_nobody()
    {
        var federation = await site.SignInAs(Role.Federation);
        foreach (var address in (string[])["/resultats", Indicator, "/resultats/donnees"])
        {
            Assert.StartsWith("no-store", (await federation.Get(address)).Expect(200).Header("Cache-Control"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_correction_is_another_page()
    {
        using var visitor = site.Anonymous();
        var first = (await visitor.Get(Indicator)).Header("ETag");
        await site.CorrectAsync();
        Assert.Equal(200, (int)(await AskAgainAsync(visitor, Indicator, first)).StatusCode);
    }

    [Fact]
    public async Task Only_the_small_page_may_be_shown_within_another_site()
    {
        using var visitor = site.Anonymous();
        foreach (var address in Addresses.Prepend("/resultats"))
        {
            var answer = await visitor.Get(address);
            var isSmall = address == $"{Indicator}/integrer";
            Assert.Equal(isSmall ? "" : "DENY", answer.Header("X-Frame-Options"));
            Assert.EndsWith(isSmall ? "frame-ancestors *" : "frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }

        Assert.Equal("DENY", (await visitor.Get("/resultats/2024/indicateurs/rien/integrer")).Expect(404).Header("X-Frame-Options"));
        var small = await visitor.Get($"{Indicator}/integrer");
        Assert.Contains("édition 1", small.Text("main"), StringComparison.Ordinal);
        Assert.Empty(small.Page.QuerySelectorAll("header, footer, form"));
    }

    private static async Task<HttpResponseMessage> AskAgainAsync(Visitor visitor, string address, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await visitor.Client.SendAsync(request);
    }
}
