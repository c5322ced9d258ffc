using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;
using static Responsables.World.SmallFederation;

namespace Responsables.Web.Tests.Reviews;

/// <summary>The desk in depth: several dossiers at once, kept filters, what is new, through the pages and without a script.</summary>
public sealed class BulkTests : IAsyncLifetime
{
    private const string Table = "form[action$='/lot']";

    private Site site = null!;
    private RunningYear year = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        year = await RunningYear.OpenAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Several_dossiers_are_validated_after_a_preview_and_taken_back()
    {
        await year.AnswerAndSign(Alpha75);
        await year.Answer(AlphaNormandie, null, ("cartographie_pp", "oui"));
        await year.Change(AlphaNormandie, new("cartographie_pp"), "oui", "Mise à jour en mars.");
        await year.Sign(AlphaNormandie);
        var blocks = (await year.DossierOf(Alpha75)).Questionnaire.Blocks.Count;
        var coordinator = await site.SignInAs(Role.Coordinator);
        var before = await site.TrailAsync();

        var preview = (await ChooseAsync(coordinator, "sans-remarque", Alpha75, AlphaNormandie, AlphaNowhere)).Expect(200);
        Assert.Equal($"Valider {(2 * blocks) - 1} indicateurs de 2 dossiers ?", preview.Title.Replace('\u00A0', ' '));
        Assert.Contains("1 à regarder d’abord", preview.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Alpha itinérante", preview.Page.QuerySelectorAll("main .part")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await site.TrailAsync());

        var done = await coordinator.Follow((await coordinator.Submit(preview, "main form")).Expect(303));
        Assert.Equal($"{(2 * blocks) - 1} indicateurs validés dans 2 dossiers.", done.Notice);
        Assert.Equal(1, await CountAsync(AlphaNormandie, BlockState.Signed));
        Assert.Contains(done.Response.RequestMessage!.RequestUri!.AbsolutePath, (await coordinator.Get("/examen")).Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);

        var id = await year.IdOf(Alpha75);
        var address = done.Response.RequestMessage.RequestUri.AbsolutePath;
        var older = await coordinator.Get(address);
        var undone = await coordinator.Follow((await coordinator.Submit(done, "main form", ("dossier", $"{id}"))).Expect(303));
        Assert.Equal($"{blocks} validations annulées dans 1 dossier.", undone.Notice);
        Assert.Equal(blocks, await CountAsync(Alpha75, BlockState.Signed));
        Assert.Equal(blocks - 1, await CountAsync(AlphaNormandie, BlockState.Validated));
        // The form of the page that was read before is refused, and says why; a colleague does not find it.
        var refused = (await coordinator.Submit(older, "main form")).Expect(422);
        Assert.Contains("Alpha de Paris", refused.Faults[0], StringComparison.Ordinal);
        await site.OpenAccount("autre@example.fr", new Grant(Role.Coordinator, FundA));
        (await (await site.SignInWith("autre@example.fr")).Get(address)).Expect(404);
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_shown_again_and_nothing_is_done()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var preview = await ChooseAsync(coordinator, "tout", Alpha75);
        var path = $"/examen/dossiers/{await year.IdOf(Alpha75)}";
        var block = (await year.DossierOf(Alpha75)).Questionnaire.Blocks[1].Key;
        (await coordinator.Submit(await coordinator.Get(path), "#decisions", ($"d.{block}", "renvoyer"), ($"r.{block}", "À revoir."))).Expect(303);
        var before = await site.TrailAsync();

        var stale = (await coordinator.Submit(preview, "main form")).Expect(409);
        Assert.Contains("a changé depuis", stale.Faults[0], StringComparison.Ordinal);
        Assert.Equal(before, await site.TrailAsync());
        (await coordinator.Submit(stale, "main form")).Expect(303);
        Assert.Equal(BlockState.Returned, await year.StateOf(Alpha75, block));
    }

    [Fact]
    public async Task Nothing_ticked_is_said_and_the_links_of_the_page_still_lead_to_the_desk()
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        var desk = await coordinator.Get("/examen?etat=NotStarted");
        var refused = (await coordinator.Submit(desk, Table, ("quoi", "tout"))).Expect(422);
        Assert.Contains("Rien n’a été choisi", refused.Faults[0], StringComparison.Ordinal);
        var sort = refused.Page.QuerySelector("thead th[aria-sort] a")!.GetAttribute("href")!;
        Assert.Equal("NotStarted", (await coordinator.Get(sort)).Expect(200).Page.QuerySelector("#etat option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_named_filter_is_a_link_until_it_is_removed()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        Assert.Null((await coordinator.Get("/examen")).Page.QuerySelector("form[action$='/filtres']"));
        var desk = await coordinator.Get("/examen?etat=a-examiner&tri=-nom&page=1&autre=x");
        var saved = await coordinator.Follow((await coordinator.Submit(desk, "form[action$='/filtres']", ("nom-filtre", "À moi <b>"))).Expect(303));
        Assert.Contains("À moi <b>", saved.Notice, StringComparison.Ordinal);
        var link = saved.Page.QuerySelector("[aria-labelledby=mes-filtres] a")!;
        Assert.Equal(("À moi <b>", $"/examen/{RunningYear.Year}?etat=a-examiner&tri=-nom", "true"), (link.TextContent, link.GetAttribute("href"), link.GetAttribute("aria-current")));
        Assert.Contains("Alpha de Paris", (await coordinator.Get(link.GetAttribute("href")!)).Text("tbody"), StringComparison.Ordinal);

        var refused = (await coordinator.Submit(await coordinator.Get("/examen?retard=oui"), "form[action$='/filtres']", ("nom-filtre", ""))).Expect(422);
        Assert.Equal("#nom-filtre", refused.Page.QuerySelector(".faults a")!.GetAttribute("href"));
        (await coordinator.Submit(saved, "form[action$='/retrait']")).Expect(303);
        Assert.Null((await coordinator.Get("/examen")).Page.QuerySelector("[aria-labelledby=mes-filtres]"));
    }

    [Fact]
    public async Task What_others_did_since_one_marked_the_desk_as_seen_is_shown()
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        var desk = await coordinator.Get("/examen");
        Assert.Contains("Marquez ce tableau comme vu", desk.Text("form[action$='/vu'] p"), StringComparison.Ordinal);
        (await coordinator.Submit(desk, "form[action$='/vu']")).Expect(303);
        await year.AnswerAndSign(Alpha75);
        desk = await coordinator.Get("/examen?nouveau=oui");
        Assert.Equal(["Alpha de Paris"], desk.Page.QuerySelectorAll("tbody th[scope=row]").Select(e => e.TextContent.Trim()));
        Assert.Contains("1 nouvel acte", desk.Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("1 acte sur 1 dossier", desk.Text("form[action$='/vu'] p"), StringComparison.Ordinal);
        Assert.Contains("a signé", (await coordinator.Get($"/examen/dossiers/{await year.IdOf(Alpha75)}")).Text(".trail"), StringComparison.Ordinal);
        (await coordinator.Submit(desk, "form[action$='/vu']")).Expect(303);
        Assert.Contains("Rien de nouveau", (await coordinator.Get("/examen")).Text("form[action$='/vu'] p"), StringComparison.Ordinal);
    }

    private async Task<Screen> ChooseAsync(Visitor coordinator, string what, params Domain.Organizations.OrganizationCode[] bodies)
    {
        var desk = await coordinator.Get($"/examen/{RunningYear.Year}");
        var fields = new List<(string, string)> { ("quoi", what) };
        foreach (var body in bodies)
        {
            fields.Add(("dossier", $"{await year.IdOf(body)}"));
        }

        return await coordinator.Submit(desk, Table, [.. fields]);
    }

    private async Task<int> CountAsync(Domain.Organizations.OrganizationCode body, BlockState state)
    {
        var dossier = await year.DossierOf(body);
        return dossier.Questionnaire.Blocks.Count(b => dossier.StateOf(b.Key) == state);
    }
}
