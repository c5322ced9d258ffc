using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;
using static Responsables.World.SmallFederation;

namespace Responsables.Web.Tests.Reviews;

/// <summary>The desk of a coordinator and the federation's acceptance.</summary>
public sealed class DeskTests : IAsyncLifetime
{
    private Site site = null!;
    private RunningYear year = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        year = await RunningYear.OpenAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_desk_says_what_waits_and_shows_only_the_bodies_of_the_fund()
    {
        await year.AnswerAndSign(Alpha75);
        await year.Answer(AlphaNowhere, null);
        var desk = (await (await site.SignInAs(Role.Coordinator)).Get("/examen")).Expect(200);
        Assert.Equal("1 organisme sur 3 n’a pas commencé, 1 dossier attend votre examen", desk.Title);
        Assert.Equal(["Alpha de Paris", "Alpha de Normandie", "Alpha itinérante"], Bodies(desk));
        Assert.Equal(3, desk.Page.QuerySelectorAll("svg.parts rect").Length);
    }

    [Fact]
    public async Task The_federation_reviews_the_bodies_without_a_coordinator()
    {
        await site.SignInAs(Role.Coordinator);
        var desk = await (await site.SignInAs(Role.Federation)).Get("/examen");
        // Fund A has a coordinator; fund B has none; funds, the federation and the school have nobody else.
        Assert.Equal(
            ["Bêta de La Réunion", "Bêta de Paris", "Bêta du Calvados", "Caisse nationale A", "Caisse nationale B", "Fédération", "École"],
            Bodies(desk).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Filters_and_sort_stand_in_the_address()
    {
        await year.AnswerAndSign(AlphaNormandie);
        var coordinator = await site.SignInAs(Role.Coordinator);
        Assert.Equal(["Alpha de Normandie"], Bodies(await coordinator.Get("/examen?etat=a-examiner")));
        Assert.Equal(2, Bodies(await coordinator.Get("/examen?etat=NotStarted")).Count);
        Assert.Equal(["Alpha itinérante"], Bodies(await coordinator.Get("/examen?nom=ITINERANTE")));
        Assert.Empty(Bodies(await coordinator.Get("/examen?retard=oui")));
        Assert.Equal("Alpha itinérante", Bodies(await coordinator.Get("/examen?tri=-nom"))[0]);
        var sorted = await coordinator.Get("/examen?tri=-nom&nom=alpha");
        Assert.Equal("descending", sorted.Page.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal("alpha", sorted.Page.QuerySelector("#nom")!.GetAttribute("value"));
        (await coordinator.Get("/examen/1999")).Expect(404);
    }

    [Fact]
    public async Task The_federation_accepts_what_is_validated_after_seeing_how_many()
    {
        foreach (var body in new[] { Alpha75, AlphaNormandie })
        {
            await year.AnswerAndSign(body);
            await ValidateAllAsync(body);
        }

        var federation = await site.SignInAs(Role.Federation);
        var page = await federation.Get($"/acceptation/{RunningYear.Year}");
        Assert.Equal("2 dossiers sur 10 sont prêts à être acceptés", page.Title);
        Assert.Contains("indicateurs à signer", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var id = await year.IdOf(Alpha75);

        (await federation.Submit(page, "main form", ("quoi", "choisis"))).Expect(422);
        var confirm = (await federation.Submit(page, "main form", ("quoi", "choisis"), ("dossier", id.ToString()))).Expect(200);
        Assert.Equal("Accepter 1 dossier ?", confirm.Title.Replace('\u00A0', ' '));
        Assert.DoesNotContain("reviews.accept", await site.TrailAsync());
        var done = (await federation.Submit(confirm, "main form")).Expect(303);
        Assert.Equal("1 dossier accepté.", (await federation.Follow(done)).Notice);
        Assert.All((await year.DossierOf(Alpha75)).Blocks.Values, b => Assert.Equal(BlockState.Accepted, b.Standing.State));
        Assert.Equal("reviews.accept", (await site.TrailAsync())[^1]);

        var all = await federation.Submit(await federation.Get("/acceptation"), "main form", ("quoi", "tous"));
        (await federation.Submit(all.Expect(200), "main form")).Expect(303);
        Assert.Equal(2, (await site.TrailAsync()).Count(a => a == "reviews.accept"));

        // Taken back from the page of the act, where the boxes are not ticked.
        var batch = await federation.Follow(done);
        (await federation.Submit(batch, "main form")).Expect(422);
        var back = (await federation.Submit(batch, "main form", ("dossier", id.ToString()))).Expect(303);
        var shown = await federation.Follow(back);
        Assert.Equal("1 acceptation annulée.", shown.Notice);
        Assert.Contains("annulé le", shown.Text("tbody"), StringComparison.Ordinal);
        Assert.Empty(shown.Page.QuerySelectorAll("main input[name=dossier]"));
        Assert.All((await year.DossierOf(Alpha75)).Blocks.Values, b => Assert.Equal(BlockState.Validated, b.Standing.State));
        var list = await federation.Get("/acceptation");
        Assert.Contains("(1 annulée)", list.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("reviews.", list.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_validated_cannot_be_accepted_by_a_forged_form()
    {
        await year.AnswerAndSign(Alpha75);
        await year.AnswerAndSign(AlphaNormandie);
        await ValidateAllAsync(AlphaNormandie);
        var federation = await site.SignInAs(Role.Federation);
        var page = await federation.Get("/acceptation");
        var confirm = await federation.Submit(page, "main form", ("quoi", "tous"));
        var before = await site.TrailAsync();
        var refused = (await federation.Submit(confirm, "main form", ("dossier", (await year.IdOf(Alpha75)).ToString()))).Expect(422);
        Assert.Contains("Alpha de Paris", refused.Faults[0], StringComparison.Ordinal);
        Assert.Equal(before, await site.TrailAsync());
    }

    private async Task ValidateAllAsync(Domain.Organizations.OrganizationCode body)
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        var path = $"/examen/dossiers/{await year.IdOf(body)}";
        (await coordinator.SubmitTo($"{path}/reste", await coordinator.Get(path), "#decisions")).Expect(303);
    }

    private static IReadOnlyList<string> Bodies(Screen desk) => [.. desk.Page.QuerySelectorAll("tbody th[scope=row]").Select(e => e.TextContent.Trim())];
}
