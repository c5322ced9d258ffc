using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Platform;

public sealed class ErrorPageTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_is_not_there_says_so_and_where_to_go()
    {
        var page = (await site.Anonymous().Get("/nulle/part")).Expect(404);
        Assert.Equal("Cette page n’existe pas", page.Title);
        Assert.NotNull(page.Page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task What_is_not_open_says_whom_to_ask()
    {
        var page = (await (await site.SignInAs(Role.Contributor)).Get("/comptes")).Expect(403);
        Assert.Equal("Cette page ne vous est pas ouverte", page.Title);
        (await (await site.SignInWithoutRole()).Get("/mon-compte")).Expect(403);
    }

    [Theory]
    [InlineData("/nulle/part", 404)]
    [InlineData("/comptes", 401)]
    public async Task A_caller_that_asks_for_json_gets_problem_details(string path, int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "application/json");
        var response = await site.Anonymous().Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Health_is_green_then_red_when_the_database_is_gone()
    {
        var visitor = site.Anonymous();
        (await visitor.Get("/sante")).Expect(200);
        await site.WithDbAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE trail_head RENAME TO gone"));
        (await visitor.Get("/sante")).Expect(503);
        (await visitor.Get("/etat-du-service")).Expect(200);
    }

    /// <summary>The page that tells whether the service works does not need what has failed, be it to know who asks.</summary>
    [Fact]
    public async Task Whoever_is_signed_in_reads_the_state_of_a_service_that_knows_nobody_any_more()
    {
        var visitor = await site.SignInAs(Role.Federation);
        await site.WithDbAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE delegations RENAME TO gone"));
        var page = (await visitor.Get("/")).Expect(500);
        Assert.NotNull(page.Page.QuerySelector("main a[href='/etat-du-service']"));
        (await visitor.Get("/etat-du-service")).Expect(200);
    }

    [Fact]
    public async Task A_fault_of_the_program_gives_a_page_without_its_details()
    {
        var visitor = await site.SignInAs(Role.Federation);
        await site.WithDbAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE invitations RENAME TO gone"));
        var page = (await visitor.Get("/comptes")).Expect(500);
        Assert.Equal("Le service a rencontré une erreur", page.Title);
        Assert.DoesNotContain("invitations", page.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task Trying_passwords_too_fast_is_slowed_down()
    {
        await using var slow = await Site.StartAsync(false, "--RESPONSABLES_SIGN_INS_PER_MINUTE=3");
        var visitor = slow.Anonymous();
        var page = await visitor.Get("/connexion");
        for (var i = 0; i < 3; i++)
        {
            (await visitor.Submit(page, "main form", ("email", $"a{i}@example.fr"), ("password", "x"))).Expect(422);
        }

        var refused = (await visitor.Submit(page, "main form", ("email", "a@example.fr"), ("password", "x"))).Expect(429);
        Assert.NotEmpty(refused.Header("Retry-After"));
    }

    [Fact]
    public async Task The_language_is_chosen_once_and_kept()
    {
        var visitor = site.Anonymous();
        Assert.Equal("Sign in", (await visitor.Get("/connexion?lang=en")).Title);
        var kept = await visitor.Get("/connexion");
        Assert.Equal("Sign in", kept.Title);
        Assert.Equal("en", kept.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Se connecter", (await visitor.Get("/connexion?lang=fr")).Title);
        Assert.Equal("Se connecter", (await visitor.Get("/connexion?lang=xx")).Title);
    }
}
