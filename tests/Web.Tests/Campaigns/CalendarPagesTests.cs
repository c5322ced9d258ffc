using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.Campaigns;

/// <summary>The calendar of a campaign on one picture, its windows moved, delays given to bodies, through the pages.</summary>
public sealed class CalendarPagesTests : IAsyncLifetime
{
    private const string Year = "/campagnes/2025";
    private const string Change = "form[action$='/calendrier']";
    private const string Extend = "main form[method=post][action*='/delais']";

    private Site site = null!;
    private Visitor federation = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        await Dossiers.OpenAsync(site);
        federation = await site.SignInAs(Role.Federation);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_picture_marks_today_and_says_each_window_in_words()
    {
        var page = (await federation.Get(Year)).Expect(200);
        Assert.Equal(4, page.Page.QuerySelectorAll(".calendar li").Length);
        Assert.Equal(4, page.Page.QuerySelectorAll(".calendar line.today").Length);
        Assert.Contains("en cours", page.Text(".calendar li"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(100));
        var later = (await (await site.SignInAs(Role.Committee)).Get(Year)).Expect(200);
        Assert.Empty(later.Page.QuerySelectorAll(".calendar line.today"));
        Assert.Contains("en dehors de ce calendrier", later.Text(".calendar figcaption"), StringComparison.Ordinal);
        Assert.Null(later.Page.QuerySelector("[href$='/calendrier'], [href$='/delais']"));
    }

    [Fact]
    public async Task Windows_are_moved_after_their_effect_is_told_and_not_upside_down()
    {
        var page = (await federation.Get($"{Year}/calendrier")).Expect(200);
        var wrong = (await federation.Submit(page, Change, ("entry-to", "2020-01-01"), ("correction-to", "demain"))).Expect(422);
        Assert.Equal(2, wrong.Faults.Count);
        Assert.Equal("demain", wrong.Page.QuerySelector("#correction-to")!.GetAttribute("value"));
        var preview = (await federation.Submit(page, Change, ("entry-to", Day(-1)))).Expect(200);
        Assert.Contains("10 organismes sont concernés", preview.Text(".notice.warn"), StringComparison.Ordinal);
        Assert.Contains("10 d’entre eux peuvent saisir aujourd’hui et ne le pourront plus", preview.Text(".notice.warn"), StringComparison.Ordinal);
        Assert.DoesNotContain("campaigns.change-calendar", await site.TrailAsync());
        (await federation.Submit(preview, Change)).Expect(303);
        Assert.Equal("campaigns.change-calendar", (await site.TrailAsync())[^1]);
        Assert.Equal(409, (await federation.Submit(page, Change, ("entry-to", Day(2)))).Status);
    }

    [Fact]
    public async Task A_delay_is_given_with_a_reason_shown_to_the_body_and_taken_back()
    {
        var page = (await federation.Get($"{Year}/delais?branche=Maladie")).Expect(200);
        Assert.Null(page.Page.QuerySelector($"[name=organization][value={SmallFederation.Beta14}]"));
        var refused = (await federation.Submit(page, Extend, ("organization", SmallFederation.Alpha75.Value), ("day", Day(30)), ("time", "25:00"))).Expect(422);
        Assert.Equal(2, refused.Faults.Count);
        Assert.True(refused.Page.QuerySelector($"[name=organization][value={SmallFederation.Alpha75}]")!.HasAttribute("checked"));
        (await federation.Submit(page, Extend, ("organization", SmallFederation.Alpha75.Value), ("day", Day(30)), ("reason", "Paie en panne."))).Expect(303);

        var contributor = await site.SignInAs(Role.Contributor);
        Assert.Contains("Délai accordé jusqu’au", (await contributor.Get("/")).Text("main"), StringComparison.Ordinal);
        var dossier = (await contributor.Get("/")).Page.QuerySelector("main h2 a")!.GetAttribute("href")!;
        Assert.Contains("Paie en panne.", (await contributor.Get($"{dossier}/engagements/contexte")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Paie en panne.", (await contributor.Get(Year)).Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Paie en panne.", (await (await site.SignInAs(Role.Contributor, SmallFederation.Beta14)).Get(Year)).Text("main"), StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(25));
        contributor = await site.SignInWith("contributor.alpha-75@example.fr");
        Assert.NotNull((await contributor.Get($"{dossier}/engagements/contexte")).Page.QuerySelector("form[data-rows]"));
        federation = await site.SignInWith("federation.tout@example.fr");
        (await federation.Submit((await federation.Get(Year)).Expect(200), "form[action$='/retrait']")).Expect(303);
        Assert.Null((await contributor.Get($"{dossier}/engagements/contexte")).Page.QuerySelector("form[data-rows]"));
        Assert.Equal("campaigns.withdraw-extension", (await site.TrailAsync())[^1]);
    }

    [Fact]
    public async Task The_review_of_all_the_bodies_of_a_fund_is_put_off_at_once()
    {
        var page = (await federation.Get($"{Year}/delais?fenetre=examen&caisse={SmallFederation.FundA}")).Expect(200);
        Assert.Contains("Un délai d’examen laisse", page.Text(".lede"), StringComparison.Ordinal);
        var shown = page.Page.QuerySelectorAll("[name=organization]").Select(b => b.GetAttribute("value")!).ToList();
        Assert.Contains(SmallFederation.Alpha75.Value, shown);
        Assert.DoesNotContain(SmallFederation.Beta14.Value, shown);
        Assert.Equal(3, (await federation.Submit(page, Extend)).Expect(422).Faults.Count);
        var form = "form[method=post][action*='caisse=']";
        var given = await federation.Follow((await federation.Submit(page, form, ("day", Day(45)), ("reason", "Coordinatrice absente."), ("quoi", "tous"))).Expect(303));
        Assert.Contains("examen possible jusqu’au", given.Notice, StringComparison.Ordinal);
        Assert.Equal(shown.Count, await site.WithDbAsync(db => db.Submissions.CountAsync(s => s.ReviewUntil != null)));
        Assert.Equal(shown.Count, (await site.TrailAsync()).Count(a => a == "campaigns.extend"));
        Assert.DoesNotContain("campaigns.", given.Text("main"), StringComparison.Ordinal);

        // Told to the body, to its fund, on the calendar; not to others.
        var contributor = await site.SignInAs(Role.Contributor);
        var dossier = (await contributor.Get("/")).Page.QuerySelector("main h2 a")!.GetAttribute("href")!;
        Assert.Contains("Examen prolongé jusqu’au", (await contributor.Get(dossier)).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Délais d’examen accordés", (await contributor.Get(Year)).Text("figure.calendar"), StringComparison.Ordinal);
        var coordinator = await site.SignInAs(Role.Coordinator, SmallFederation.FundA);
        Assert.Contains("Examen prolongé jusqu’au", (await coordinator.Get("/examen")).Text("table"), StringComparison.Ordinal);
        Assert.Contains("Coordinatrice absente.", (await coordinator.Get($"/examen{dossier}")).Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Coordinatrice", (await (await site.SignInAs(Role.Contributor, SmallFederation.Beta14)).Get(Year)).Text("main"), StringComparison.Ordinal);
    }

    private static string Day(int from) => DateTime.UtcNow.AddDays(from).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
