using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_person_signs_in_and_out()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var home = (await visitor.Get("/")).Expect(200);
        Assert.StartsWith("Bonjour", home.Title, StringComparison.Ordinal);

        var left = (await visitor.Submit(home, "form[action='/deconnexion']")).Expect(303);
        var after = await visitor.Follow(left);
        Assert.Contains("déconnecté", after.Notice, StringComparison.Ordinal);
        Assert.StartsWith("/connexion", (await visitor.Get("/mon-compte")).Expect(302).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_look_the_same_and_keep_what_was_typed()
    {
        await site.OpenAccount("connue@example.fr", new Grant(Role.Federation, null));
        var wrong = await Try("connue@example.fr", "pas le bon mot de passe");
        var unknown = await Try("inconnue@example.fr", "pas le bon mot de passe");
        Assert.Equal(wrong.Expect(422).Faults, unknown.Expect(422).Faults);
        Assert.Single(wrong.Faults);
        Assert.Equal("connue@example.fr", wrong.Page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Null(wrong.Page.QuerySelector("#password")!.GetAttribute("value"));
        Assert.StartsWith("Erreur", wrong.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_make_the_account_wait_without_saying_that_it_exists()
    {
        await site.OpenAccount("patiente@example.fr", new Grant(Role.Federation, null));
        for (var i = 0; i < 5; i++)
        {
            await Try("patiente@example.fr", "pas le bon mot de passe");
        }

        var locked = (await Try("patiente@example.fr", Site.Password)).Expect(422);
        var unknown = (await Try("inconnue@example.fr", Site.Password)).Expect(422);
        Assert.Equal(unknown.Faults, locked.Faults);
    }

    [Fact]
    public async Task A_disabled_account_loses_its_session_at_its_next_request()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        (await visitor.Get("/mon-compte")).Expect(200);
        await site.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, DateTimeOffset.UtcNow)));
        (await visitor.Get("/mon-compte")).Expect(302);
        (await visitor.Get("/")).Expect(200);
        Assert.Equal(422, (await Try("contributor.alpha-75@example.fr", Site.Password)).Status);
    }

    [Fact]
    public async Task A_role_taken_away_closes_its_pages_at_the_next_request()
    {
        var visitor = await site.SignInAs(Role.Federation);
        (await visitor.Get("/comptes")).Expect(200);
        await site.WithDbAsync(db => db.Grants.ExecuteDeleteAsync());
        (await visitor.Get("/comptes")).Expect(403);
    }

    [Fact]
    public async Task The_session_cookie_cannot_be_read_by_scripts()
    {
        var visitor = site.Anonymous();
        await site.OpenAccount("cookie@example.fr", new Grant(Role.Contributor, SmallFederation.Alpha75));
        var answer = await visitor.Submit(await visitor.Get("/connexion"), "main form", ("email", "cookie@example.fr"), ("password", Site.Password));
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Behind_https_cookies_are_bound_to_this_host()
    {
        await using var secure = await Site.StartAsync(false, "--RESPONSABLES_URL=https://rso.example.fr", "--RESPONSABLES_PROXIES=127.0.0.1");
        var request = new HttpRequestMessage(HttpMethod.Get, "/connexion");
        request.Headers.Add("X-Forwarded-Proto", "https");
        var page = (await secure.Anonymous().Send(request)).Expect(200);
        var cookie = Assert.Single(page.Response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(page.Header("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/comptes?q=a", "/comptes?q=a")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task After_signing_in_one_comes_back_only_to_this_site(string asked, string reached)
    {
        await site.OpenAccount("retour@example.fr", new Grant(Role.Federation, null));
        var visitor = site.Anonymous();
        var page = await visitor.Get("/connexion?retour=" + Uri.EscapeDataString(asked));
        var answer = await visitor.Submit(page, "main form", ("email", "retour@example.fr"), ("password", Site.Password), ("retour", asked));
        Assert.Equal(reached, answer.Expect(303).Location);
    }

    private async Task<Screen> Try(string email, string password)
    {
        var visitor = site.Anonymous();
        return await visitor.Submit(await visitor.Get("/connexion"), "main form", ("email", email), ("password", password));
    }
}
