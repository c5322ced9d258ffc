using System.Globalization;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.Reminders;

/// <summary>Reminders from the page of whoever follows to the box of whoever is late, with their trace.</summary>
public sealed class RemindersPagesTests : IAsyncLifetime
{
    private readonly MailServer mail = new();
    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync(
            false, "--RESPONSABLES_URL=http://rso.example.fr", "--RESPONSABLES_SMTP_HOST=127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"--RESPONSABLES_SMTP_PORT={mail.Port}"), "--RESPONSABLES_SMTP_TLS=off");
        await Dossiers.OpenAsync(site);
        await site.OpenAccount("alice@example.fr", new Grant(Role.Contributor, SmallFederation.Alpha75));
        await site.OpenAccount("bruno@example.fr", new Grant(Role.Contributor, SmallFederation.Beta14));
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        mail.Dispose();
    }

    [Fact]
    public async Task From_the_follow_up_to_the_box_of_those_of_ones_own_fund()
    {
        var fund = await site.SignInAs(Role.Coordinator);
        var follow = (await fund.Get($"/suivi/{Dossiers.Year}")).Expect(200);
        Assert.Contains("n’ont pas commencé", follow.Text(".lede"), StringComparison.Ordinal);
        Assert.Contains("alice@example.fr", follow.Text("#appels"), StringComparison.Ordinal);
        Assert.DoesNotContain("bruno@example.fr", follow.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bêta", follow.Text("main"), StringComparison.Ordinal);

        var preview = (await fund.Get(follow.Page.QuerySelector("#appels a.button, #appels .actions a")!.GetAttribute("href")!)).Expect(200);
        Assert.Contains("1 personne", preview.Title, StringComparison.Ordinal);
        Assert.Contains("alice@example.fr", preview.Text("table"), StringComparison.Ordinal);
        var sent = (await fund.Submit(preview, "form[action*='/envoi']")).Expect(303);
        var message = await mail.NextAsync();
        Assert.Contains("To: alice@example.fr", message, StringComparison.OrdinalIgnoreCase);

        var page = (await fund.Get(sent.Location!)).Expect(200);
        Assert.Contains("1 personne", page.Notice, StringComparison.Ordinal);
        var log = (await fund.Get(page.Page.QuerySelector("#manuelle a[href^='/messages']")!.GetAttribute("href")!)).Expect(200);
        Assert.Single(log.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("alice@example.fr", (await fund.Get($"/organismes/{SmallFederation.Alpha75}")).Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Messages sur cet organisme", (await (await site.SignInAs(Role.Director)).Get($"/organismes/{SmallFederation.Alpha75}")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("reminders.send", await site.TrailAsync());

        // The same preview sent once more by hand is another sending; nobody of the other fund was ever written to.
        Assert.Equal(1, mail.Received);
    }

    [Fact]
    public async Task A_rule_is_added_turned_off_and_removed_by_whoever_keeps_it_and_what_is_wrong_is_said_at_once()
    {
        var federation = await site.SignInAs(Role.Federation);
        var path = $"/relances/{Dossiers.Year}";
        const string add = "form[action$='/regles']";
        Assert.Equal(3, (await federation.Submit(await federation.Get(path), add, ("days", "beaucoup"))).Expect(422).Faults.Count);
        (await federation.Submit(await federation.Get(path), add, ("situation", "NotSigned"), ("days", "7"), ("deadline", "Entry"))).Expect(303);
        var kept = (await federation.Get(path)).Expect(200);
        Assert.Contains("7 jours avant la fin de la saisie", kept.Text("#regles table"), StringComparison.Ordinal);
        var fund = await site.SignInAs(Role.Coordinator);
        var read = (await fund.Get(path)).Expect(200);
        Assert.Contains("7 jours avant", read.Text("#regles table"), StringComparison.Ordinal);
        Assert.Empty(read.Page.QuerySelectorAll("#regles table form"));
        (await federation.Submit(kept, "form[action$='/etat']")).Expect(303);
        Assert.Contains("Arrêtée", (await federation.Get(path)).Text("#regles table"), StringComparison.Ordinal);
        (await federation.Submit(kept, "form[action$='/retrait']")).Expect(409);
        (await federation.Submit(await federation.Get(path), "form[action$='/retrait']")).Expect(303);
        Assert.Null((await federation.Get(path)).Page.QuerySelector("#regles table"));
    }

    [Fact]
    public async Task What_a_person_chose_stands_on_their_page()
    {
        var person = await site.SignInAs(Role.Director);
        var page = (await person.Get("/mon-compte")).Expect(200);
        Assert.Equal(3, page.Page.QuerySelectorAll("#messages input[type=checkbox][checked]").Length);
        var form = page.Page.QuerySelectorAll("#messages input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToList();
        (await person.Post("/mon-compte/messages", [.. form, ("comments", "oui"), ("pace", "daily"), ("language", "en")])).Expect(303);
        var kept = await person.Get("/mon-compte");
        Assert.Equal("comments", Assert.Single(kept.Page.QuerySelectorAll("#messages input[type=checkbox][checked]")).Id);
        Assert.Equal(["daily", "en"], kept.Page.QuerySelectorAll("#messages input[type=radio][checked]").Select(r => r.GetAttribute("value")!));
        Assert.Contains("outbox.choose", await site.TrailAsync());
    }
}
