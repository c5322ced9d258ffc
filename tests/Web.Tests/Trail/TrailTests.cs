using Responsables.App.Database;
using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Reviews;
using static Responsables.World.SmallFederation;

namespace Responsables.Web.Tests.Trail;

/// <summary>Reading the trail, and finding what was altered.</summary>
public sealed class TrailTests : IAsyncLifetime
{
    private Site site = null!;
    private RunningYear year = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        year = await RunningYear.OpenAsync(site);
        await year.Answer(Alpha75, null, ("surface_m2", "7654"));
        await year.Sign(Alpha75);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Acts_are_told_in_words_with_what_was_there_before_and_after()
    {
        var auditor = await site.SignInAs(Role.Auditor);
        var page = (await auditor.Get("/journal")).Expect(200);
        Assert.Equal(["a signé le dossier", "a enregistré des réponses", "a ouvert une campagne"], Acts(page));
        var details = page.Page.QuerySelectorAll("tbody tr.opened")[1].QuerySelector("details")!;
        Assert.Equal(4, details.QuerySelectorAll("dt").Length);

        // An act may hold thousands of values: the list tells the first, the act's own address all.
        var whole = (await auditor.Get(details.QuerySelector("a")!.GetAttribute("href")!)).Expect(200);
        Assert.Equal(["a enregistré des réponses"], Acts(whole));
        Assert.Contains("7654", whole.Page.QuerySelector("tbody tr.opened details[open]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_is_told_indicator_by_indicator()
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        var path = $"/examen/dossiers/{await year.IdOf(Alpha75)}";
        var block = (await year.DossierOf(Alpha75)).Questionnaire.Blocks[1].Key;
        (await coordinator.Submit(await coordinator.Get(path), "#decisions", ($"d.{block}", "renvoyer"), ($"r.{block}", "À revoir."))).Expect(303);
        var details = (await (await site.SignInAs(Role.Auditor)).Get("/journal")).Page.QuerySelector("tbody tr.opened details")!;
        Assert.Equal(block.Value, details.QuerySelector("dt")!.TextContent);
        Assert.StartsWith("Décision : renvoyé ; Motif : À revoir. ; Sceau : ", details.QuerySelector("dd")!.TextContent.Trim().Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_narrow_by_person_act_organisation_and_day()
    {
        var auditor = await site.SignInAs(Role.Auditor);
        Assert.Equal(["a signé le dossier"], Acts(await auditor.Get("/journal?personne=garnier")));
        Assert.Empty(Acts(await auditor.Get("/journal?personne=%25")));
        Assert.Equal(["a ouvert une campagne"], Acts(await auditor.Get("/journal?acte=campaigns.open")));
        Assert.Equal(2, Acts(await auditor.Get("/journal?organisme=alpha-75")).Count);
        Assert.Empty(Acts(await auditor.Get("/journal?au=2001-01-01")));
        Assert.Equal(3, Acts(await auditor.Get("/journal?du=2001-01-01")).Count);
    }

    [Fact]
    public async Task One_thing_is_followed_through_its_acts()
    {
        var auditor = await site.SignInAs(Role.Auditor);
        var id = await year.IdOf(Alpha75);
        Assert.Equal(["a signé le dossier", "a enregistré des réponses"], Acts(await auditor.Get($"/journal?objet={id}")));
        Assert.Empty(Acts(await auditor.Get($"/journal?objet={Guid.NewGuid()}")));
        Assert.Equal(3, (await auditor.Get("/journal")).Page.QuerySelectorAll("tbody a[href^='/journal?objet=']").Length);
    }

    [Fact]
    public async Task Who_does_not_read_drafts_is_told_that_their_contents_are_withheld()
    {
        var federation = (await (await site.SignInAs(Role.Federation)).Get("/journal?acte=submissions.save")).Expect(200);
        Assert.DoesNotContain("7654", federation.Text("main"), StringComparison.Ordinal);
        Assert.Contains("contenu retenu", federation.Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("brouillon", federation.Text("main .notice"), StringComparison.Ordinal);
        var auditor = (await (await site.SignInAs(Role.Auditor)).Get("/journal?acte=submissions.save")).Expect(200);
        Assert.DoesNotContain("contenu retenu", auditor.Text("tbody"), StringComparison.Ordinal);
        Assert.Null(auditor.Page.QuerySelector("main .notice"));
    }

    [Fact]
    public async Task Verification_says_that_the_trail_is_intact_or_which_act_was_altered()
    {
        var auditor = await site.SignInAs(Role.Auditor);
        var sound = (await auditor.Submit(await auditor.Get("/journal"), "main form[method=post]")).Expect(200);
        Assert.Equal("Le journal est intact", sound.Title);
        // The database refuses to rewrite the trail; an operator could take that away first.
        await site.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(
            db is PostgresDb ? "ALTER TABLE trail DISABLE TRIGGER ALL" : "DROP TRIGGER trail_no_update"));
        await site.WithDbAsync(db => db.Trail.Where(t => t.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(t => t.Actor, "Quelqu’un d’autre")));
        var altered = await auditor.Submit(await auditor.Get("/journal"), "main form[method=post]");
        Assert.Contains("n° 2", altered.Text("main ul").Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_does_not_read_the_trail() => (await (await site.SignInAs(Role.Coordinator)).Get("/journal")).Expect(403);

    private static IReadOnlyList<string> Acts(Screen page) => [.. page.Page.QuerySelectorAll("tbody tr td:nth-of-type(2)").Select(e => e.ChildNodes[0].TextContent.Trim())];
}
