using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Accounts;

public sealed class InvitationTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_invited_person_chooses_a_password_and_is_signed_in_with_the_role()
    {
        var link = await Invite("nouvelle@example.fr", Role.Contributor, SmallFederation.Alpha75.Value);
        var visitor = site.Anonymous();
        var page = (await visitor.Get(link)).Expect(200);
        Assert.Contains("Alpha de Paris", page.Text(".lede"), StringComparison.Ordinal);

        var opened = await Fill(visitor, page, "Anne Nouvelle", Site.Password, Site.Password);
        var home = await visitor.Follow(opened.Expect(303));
        Assert.Equal("Bonjour Anne Nouvelle", home.Title);
        Assert.Contains("ouvert", home.Notice, StringComparison.Ordinal);
        Assert.Equal(["accounts.invite", "accounts.open"], await site.TrailAsync());
    }

    [Fact]
    public async Task A_link_is_used_once()
    {
        var link = await Invite("une.fois@example.fr", Role.Committee);
        var first = site.Anonymous();
        var second = site.Anonymous();
        var late = await second.Get(link);
        await Fill(first, await first.Get(link), "Une Fois", Site.Password, Site.Password);
        (await second.Get(link)).Expect(404);
        (await Fill(second, late, "Deux Fois", Site.Password, Site.Password)).Expect(404);
    }

    [Fact]
    public async Task A_link_ends_after_thirty_days()
    {
        var link = await Invite("tard@example.fr", Role.Committee);
        await site.WithDbAsync(db => db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(-1))));
        (await site.Anonymous().Get(link)).Expect(404);
    }

    [Fact]
    public async Task Only_the_hash_of_the_token_is_kept()
    {
        var token = (await Invite("hache@example.fr", Role.Committee)).Split('/')[^1];
        var rows = await site.WithDbAsync(db => db.Invitations.Select(i => i.TokenHash).ToListAsync());
        var outcomes = await site.WithDbAsync(db => db.ProcessedRequests.Select(r => r.Outcome).ToListAsync());
        var trail = await site.WithDbAsync(db => db.Trail.Select(t => t.After).ToListAsync());
        Assert.DoesNotContain(rows.Concat(outcomes).Concat(trail), kept => kept!.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_request_sent_again_makes_no_second_link_and_shows_none()
    {
        var admin = await site.SignInAs(Role.Federation);
        var page = await admin.Get("/comptes/inviter");
        (string, string)[] typed = [("email", "double@example.fr"), ("role", "Committee"), ("organization", "")];
        Assert.NotEmpty((await admin.Submit(page, "main form", typed)).Text("[data-link]"));
        var again = (await admin.Submit(page, "main form", typed)).Expect(200);
        Assert.Empty(again.Text("[data-link]"));
        Assert.Equal(1, await site.WithDbAsync(db => db.Invitations.CountAsync()));
    }

    [Theory]
    [InlineData("pas-une-adresse", "Committee", "", "email")]
    [InlineData("a@demonstration.invalid", "Committee", "", "email")]
    [InlineData("a@example.fr", "Contributor", "", "organization")]
    [InlineData("a@example.fr", "Contributor", "nulle-part", "organization")]
    [InlineData("a@example.fr", "Contributor", "alpha-14", "organization")]
    [InlineData("a@example.fr", "Coordinator", "alpha-75", "organization")]
    [InlineData("a@example.fr", "Auditor", "alpha-75", "organization")]
    public async Task An_invitation_that_cannot_be_is_refused_on_its_field(string email, string role, string organization, string field)
    {
        var admin = await site.SignInAs(Role.Federation);
        var answer = (await admin.Submit(
            await admin.Get("/comptes/inviter"), "main form", ("email", email), ("role", role), ("organization", organization))).Expect(422);
        Assert.Equal("#" + field, Assert.Single(answer.Page.QuerySelectorAll(".faults a")).GetAttribute("href"));
        Assert.NotNull(answer.Page.GetElementById(field));
        Assert.Equal(email, answer.Page.GetElementById("email")!.GetAttribute("value"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Invitations.CountAsync()));
        Assert.Empty(await site.TrailAsync());
    }

    [Theory]
    [InlineData("court", "court")]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa")]
    [InlineData("le.nom.est.dedans", "le.nom.est.dedans")]
    [InlineData("un mot de passe correct", "un autre mot de passe")]
    public async Task A_weak_or_mistyped_password_is_refused_and_the_link_remains(string password, string again)
    {
        var link = await Invite("le.nom@example.fr", Role.Committee);
        var visitor = site.Anonymous();
        var answer = (await Fill(visitor, await visitor.Get(link), "Paul Durand", password, again)).Expect(422);
        Assert.Single(answer.Faults);
        Assert.Equal("Paul Durand", answer.Page.GetElementById("name")!.GetAttribute("value"));
        (await Fill(visitor, answer, "Paul Durand", Site.Password, Site.Password)).Expect(303);
    }

    [Fact]
    public async Task A_person_who_has_an_account_gets_the_role_added_after_signing_in()
    {
        await site.OpenAccount("deja@example.fr", new Grant(Role.Contributor, SmallFederation.Alpha75));
        var link = await Invite("deja@example.fr", Role.Director, SmallFederation.Alpha75.Value);
        Assert.Null((await site.Anonymous().Get(link)).Expect(200).Page.GetElementById("password"));
        var other = await site.SignInAs(Role.Committee);
        Assert.Null((await other.Get(link)).Page.QuerySelector($"form[action='{link}']"));

        var person = await site.SignInWith("deja@example.fr");
        var joined = await person.Submit(await person.Get(link), $"form[action='{link}']");
        joined.Expect(303);
        var roles = await site.WithDbAsync(db => db.Grants.CountAsync(g => db.Users.Any(u => u.Id == g.AccountId && u.Email == "deja@example.fr")));
        Assert.Equal(2, roles);
    }

    [Fact]
    public async Task A_withdrawn_invitation_opens_nothing()
    {
        var link = await Invite("retiree@example.fr", Role.Committee);
        var admin = await site.SignInAs(Role.Federation);
        (await admin.Submit(await admin.Get("/comptes"), "form[action$='/retrait']")).Expect(303);
        (await site.Anonymous().Get(link)).Expect(404);
    }

    private async Task<string> Invite(string email, Role role, string organization = "")
    {
        var admin = await site.SignInAs(Role.Federation);
        var made = await admin.Submit(
            await admin.Get("/comptes/inviter"), "main form", ("email", email), ("role", role.ToString()), ("organization", organization));
        return new Uri(made.Expect(200).Text("[data-link]")).AbsolutePath;
    }

    private static Task<Screen> Fill(Visitor visitor, Screen page, string name, string password, string again) =>
        visitor.Submit(page, "form[action^='/invitation']", ("name", name), ("password", password), ("again", again));
}
