using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Accounts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.World;

namespace Responsables.Web.Tests.Accounts;

public sealed class AccountsTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_administrator_finds_an_account_by_name_or_address()
    {
        await site.OpenAccount("zoe@example.fr");
        var admin = await site.SignInAs(Role.Federation);
        Assert.Equal(1, (await admin.Get("/comptes?q=ZOE@")).Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(2, (await admin.Get("/comptes?q=Personne")).Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(0, (await admin.Get("/comptes?q=personne-nulle")).Page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Roles_are_given_and_taken_away()
    {
        var id = await site.OpenAccount("roles@example.fr");
        var admin = await site.SignInAs(Role.Federation);
        var page = (await admin.Get($"/comptes/{id}")).Expect(200);
        (await admin.Submit(page, "form[action$='/roles']", ("role", "Director"), ("organization", "beta-14"))).Expect(303);
        var again = await admin.Submit(page, "form[action$='/roles']", ("role", "Director"), ("organization", "beta-14"), ("_key", Guid.NewGuid().ToString()));
        Assert.Single(again.Expect(422).Faults);

        var after = await admin.Get($"/comptes/{id}");
        Assert.Contains("Direction, beta-14", after.Text(".facts"), StringComparison.Ordinal);
        (await admin.Submit(after, "form[action$='/retrait']")).Expect(303);
        Assert.Equal(0, await site.WithDbAsync(db => db.Grants.CountAsync(g => g.AccountId == id)));
        Assert.Equal(["accounts.give", "accounts.remove"], await site.TrailAsync());
    }

    [Fact]
    public async Task Nobody_disables_or_shuts_out_themselves()
    {
        var admin = await site.SignInAs(Role.Federation);
        var page = await admin.Get($"/comptes/{await site.AccountIdAsync("federation.tout@example.fr")}");
        Assert.Single((await admin.Submit(page, "form[action$='/desactivation']")).Expect(422).Faults);
        Assert.Single((await admin.Submit(page, "form[action$='/retrait']")).Expect(422).Faults);
        (await admin.Get("/comptes")).Expect(200);
    }

    [Fact]
    public async Task Disabling_ends_sessions_and_enabling_does_not_bring_them_back()
    {
        var person = await site.SignInAs(Role.Contributor);
        var admin = await site.SignInAs(Role.Federation);
        var path = $"/comptes/{await site.AccountIdAsync("contributor.alpha-75@example.fr")}";
        (await admin.Submit(await admin.Get(path), "form[action$='/desactivation']")).Expect(303);
        (await person.Get("/mon-compte")).Expect(302);
        (await admin.Submit(await admin.Get(path), "form[action$='/activation']")).Expect(303);
        (await person.Get("/mon-compte")).Expect(302);
        await site.SignInWith("contributor.alpha-75@example.fr");
    }

    [Fact]
    public async Task A_reset_link_lets_its_person_choose_a_password_and_ends_the_old_sessions()
    {
        var person = await site.SignInAs(Role.Contributor);
        var admin = await site.SignInAs(Role.Federation);
        var path = $"/comptes/{await site.AccountIdAsync("contributor.alpha-75@example.fr")}";
        var link = new Uri((await admin.Submit(await admin.Get(path), "form[action$='/lien']")).Expect(200).Text("[data-link]")).AbsolutePath;

        var visitor = site.Anonymous();
        var answer = await visitor.Submit(
            await visitor.Get(link), "form[action^='/invitation']", ("password", "un tout nouveau secret"), ("again", "un tout nouveau secret"));
        answer.Expect(303);
        (await visitor.Get("/mon-compte")).Expect(200);
        (await person.Get("/mon-compte")).Expect(302);
        (await visitor.Get(link)).Expect(404);
        await site.SignInWith("contributor.alpha-75@example.fr", "un tout nouveau secret");
    }

    [Fact]
    public async Task A_person_changes_their_password_and_keeps_this_session_only()
    {
        var here = await site.SignInAs(Role.Contributor);
        var elsewhere = await site.SignInWith("contributor.alpha-75@example.fr");
        (string, string)[] Typed(string current) => [("current", current), ("chosen", "un tout nouveau secret"), ("again", "un tout nouveau secret")];
        var page = await here.Get("/mon-compte");
        Assert.Single((await here.Submit(page, "main form", Typed("pas le bon"))).Expect(422).Faults);
        (await here.Submit(page, "main form", Typed(Site.Password))).Expect(303);
        (await here.Get("/mon-compte")).Expect(200);
        (await elsewhere.Get("/mon-compte")).Expect(302);
    }

    [Fact]
    public async Task Single_keys_are_turned_off_and_on_from_ones_account()
    {
        var person = await site.SignInAs(Role.Contributor);
        foreach (var after in (string[])["off", "on"])
        {
            var page = (await person.Get("/mon-compte")).Expect(200);
            Assert.NotEqual(after, page.Page.DocumentElement.GetAttribute("data-keys"));
            var button = page.Page.QuerySelector("form[action='/raccourcis'] button")!;
            var done = (await person.Submit(page, "form[action='/raccourcis']", ("touches", button.GetAttribute("value")!))).Expect(303);
            Assert.Equal("/mon-compte", done.Location);
            Assert.Equal(after, (await person.Get("/")).Page.DocumentElement.GetAttribute("data-keys"));
        }
    }

    [Fact]
    public async Task Without_a_mail_server_a_forgotten_password_leads_to_the_administrator()
    {
        var page = (await site.Anonymous().Get("/mot-de-passe-oublie")).Expect(200);
        Assert.Null(page.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Demonstration_accounts_exist_only_in_a_demonstration()
    {
        Assert.IsType<Outcome<IReadOnlyList<DemonstrationAccount>>.Refused>(await DemonstrateAsync(site));
        await using var demonstration = await Site.StartAsync(isDemonstration: true);
        Assert.IsType<Outcome<IReadOnlyList<DemonstrationAccount>>.Done>(await DemonstrateAsync(demonstration));
        Assert.IsType<Outcome<IReadOnlyList<DemonstrationAccount>>.Done>(await DemonstrateAsync(demonstration));
        var visitor = await demonstration.SignInWith("caisse@demonstration.invalid");
        var home = await visitor.Get("/");
        Assert.Contains("Coordination", home.Text(".account"), StringComparison.Ordinal);
        Assert.NotNull(home.Page.QuerySelector("aside.demo"));
        Assert.Equal(6, await demonstration.WithDbAsync(db => db.Users.CountAsync()));
    }

    private static async Task<Outcome<IReadOnlyList<DemonstrationAccount>>> DemonstrateAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemonstrationAccounts>()
            .CreateAsync(SmallFederation.Alpha75, SmallFederation.FundA, Site.Password, CancellationToken.None);
    }
}
