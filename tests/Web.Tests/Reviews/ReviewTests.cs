using Microsoft.EntityFrameworkCore;
using Responsables.App.Reviews;
using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;
using Responsables.World;
using static Responsables.World.SmallFederation;

namespace Responsables.Web.Tests.Reviews;

/// <summary>The review of one submission, through the pages.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private Site site = null!;
    private RunningYear year = null!;
    private string path = "";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        year = await RunningYear.OpenAsync(site);
        path = $"/examen/dossiers/{await year.IdOf(Alpha75)}";
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_return_reopens_the_variables_of_that_indicator_alone()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var blocks = (await year.DossierOf(Alpha75)).Questionnaire.Blocks;
        var returned = blocks.First(b => b.Uses.All(u => OnlyIn(b.Key, u.Variable)));

        var page = await coordinator.Get(path);
        var done = (await coordinator.Submit(page, "#decisions", ($"d.{returned.Key}", "renvoyer"), ($"r.{returned.Key}", "Le nombre ne peut pas être exact."))).Expect(303);
        Assert.Contains("0 indicateur validé, 1 renvoyé", (await coordinator.Follow(done)).Notice, StringComparison.Ordinal);

        var dossier = await year.DossierOf(Alpha75);
        Assert.Equal([returned.Key], dossier.Questionnaire.Blocks.Where(b => dossier.StateOf(b.Key) == BlockState.Returned).Select(b => b.Key));
        Assert.Equal(
            returned.Uses.Select(u => u.Variable).ToHashSet(),
            dossier.Questionnaire.Variables.Select(v => v.Code).Where(dossier.IsOpen).ToHashSet());
        Assert.Equal("reviews.decide", (await site.TrailAsync())[^1]);
        Assert.Contains("Le nombre ne peut pas être exact.", (await coordinator.Get(path)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        bool OnlyIn(BlockKey key, Domain.Frameworks.VariableCode variable) => blocks.Where(b => b.Uses.Any(u => u.Variable == variable)).All(b => b.Key == key);
    }

    [Fact]
    public async Task A_return_without_reason_is_refused_and_keeps_what_was_typed()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var keys = (await year.DossierOf(Alpha75)).Questionnaire.Blocks.Select(b => b.Key).ToList();
        var before = await site.TrailAsync();

        var page = await coordinator.Get(path);
        var refused = (await coordinator.Submit(
            page, "#decisions", ($"d.{keys[1]}", "renvoyer"), ($"d.{keys[2]}", "renvoyer"), ($"r.{keys[2]}", "Précisez l’année."), ($"d.{keys[3]}", "valider"))).Expect(422);

        Assert.Single(refused.Faults);
        Assert.Equal($"#r-{keys[1]}", refused.Page.QuerySelector(".faults a")!.GetAttribute("href"));
        Assert.Equal("Précisez l’année.", refused.Text($"#r-{keys[2]}"));
        Assert.Equal("valider", refused.Page.QuerySelector($"input[name='d.{keys[3]}'][checked]")!.GetAttribute("value"));
        Assert.StartsWith("Erreur", refused.Page.Title, StringComparison.Ordinal);
        Assert.Equal(before, await site.TrailAsync());

        var unclear = (await coordinator.Submit(await coordinator.Get(path), "#decisions", ($"r.{keys[1]}", "Un motif sans choix."))).Expect(422);
        Assert.Equal("Un motif sans choix.", unclear.Text($"#r-{keys[1]}"));
    }

    [Fact]
    public async Task A_changed_shared_variable_lapses_the_other_approvals_that_use_it()
    {
        await year.AnswerAndSign(Alpha75);
        var (variable, first, second) = await year.SharedVariable();
        var coordinator = await site.SignInAs(Role.Coordinator);
        (await Rest(coordinator, (($"d.{first}"), "renvoyer"), ($"r.{first}", "À revoir."))).Expect(303);
        Assert.Equal(BlockState.Validated, await year.StateOf(Alpha75, second));
        var untouched = (await year.DossierOf(Alpha75)).Questionnaire.Blocks.First(b => b.Uses.All(u => u.Variable != variable)).Key;

        await year.Change(Alpha75, variable, "12");

        Assert.Equal(BlockState.Draft, await year.StateOf(Alpha75, second));
        Assert.Equal(BlockState.Validated, await year.StateOf(Alpha75, untouched));
        Assert.Contains("Modifié depuis la signature", (await coordinator.Get(path)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_validates_what_they_entered()
    {
        var id = await site.OpenAccount("deux.roles@example.fr", new Grant(Role.Contributor, Alpha75), new Grant(Role.Coordinator, FundA));
        await year.Answer(Alpha75, id);
        await year.Sign(Alpha75);
        var both = await site.SignInWith("deux.roles@example.fr");
        var block = (await year.DossierOf(Alpha75)).Questionnaire.Blocks[1];

        var page = (await both.Get(path)).Expect(200);
        Assert.Empty(page.Page.QuerySelectorAll("input[type=radio]"));
        Assert.Contains("Vous avez saisi", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var seal = (await year.DossierOf(Alpha75)).Blocks[block.Key].Seal;
        var token = page.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = await site.TrailAsync();
        (await both.Post(path, ("__RequestVerificationToken", token), ("_key", Guid.NewGuid().ToString()), ($"s.{block.Key}", seal), ($"d.{block.Key}", "valider"))).Expect(422);
        (await both.SubmitTo($"{path}/reste", page, "#decisions")).Expect(422);
        Assert.Equal(before, await site.TrailAsync());
        Assert.Equal(BlockState.Signed, await year.StateOf(Alpha75, block.Key));
    }

    [Fact]
    public async Task The_coordinator_of_another_fund_finds_nothing()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var other = await site.SignInAs(Role.Coordinator, FundB);
        (await other.Get(path)).Expect(404);
        var token = (await other.Get("/mon-compte")).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var target in new[] { path, $"{path}/reste" })
        {
            var block = (await year.DossierOf(Alpha75)).Questionnaire.Blocks[1].Key;
            var seal = (await year.DossierOf(Alpha75)).Blocks[block].Seal;
            (await other.Post(
                target, ("__RequestVerificationToken", token), ("_key", Guid.NewGuid().ToString()), ("version", "2"), ($"s.{block}", seal), ($"d.{block}", "valider"))).Expect(404);
        }

        Assert.DoesNotContain("Alpha", (await other.Get($"/examen/{RunningYear.Year}")).Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Alpha", (await coordinator.Get($"/examen/{RunningYear.Year}")).Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        // The federation follows every body, but decides only where no fund does.
        var federation = await site.SignInAs(Role.Federation);
        Assert.Empty((await federation.Get(path)).Expect(200).Page.QuerySelectorAll("main input[type=radio]"));
    }

    [Fact]
    public async Task All_the_rest_is_validated_in_one_act_apart_from_what_is_returned()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var blocks = (await year.DossierOf(Alpha75)).Questionnaire.Blocks;
        Assert.Contains($"({blocks.Count} indicateurs)", (await coordinator.Get(path)).Page.QuerySelectorAll("main button")[^1].TextContent, StringComparison.Ordinal);

        var done = (await Rest(coordinator, ($"d.{blocks[2].Key}", "renvoyer"), ($"r.{blocks[2].Key}", "À revoir."))).Expect(303);
        Assert.Contains($"{blocks.Count - 1} indicateurs validés, 1 renvoyé", (await coordinator.Follow(done)).Notice, StringComparison.Ordinal);
        var dossier = await year.DossierOf(Alpha75);
        Assert.Equal(blocks.Count - 1, dossier.Questionnaire.Blocks.Count(b => dossier.StateOf(b.Key) == BlockState.Validated));
        Assert.Equal(blocks.Count, await site.WithDbAsync(db => db.Reviews.CountAsync()));
        Assert.Equal(1, (await site.TrailAsync()).Count(a => a == "reviews.decide"));
    }

    [Fact]
    public async Task All_the_rest_may_be_taken_back_from_the_dossier_apart_from_what_was_returned()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var blocks = (await year.DossierOf(Alpha75)).Questionnaire.Blocks;
        (await Rest(coordinator, ($"d.{blocks[2].Key}", "renvoyer"), ($"r.{blocks[2].Key}", "À revoir."))).Expect(303);
        var link = (await coordinator.Get(path)).Page.QuerySelector("a[href^='/examen/lots/']")!.GetAttribute("href")!;
        (await coordinator.Submit(await coordinator.Get(link), "main form")).Expect(303);
        Assert.Equal((BlockState.Signed, BlockState.Returned), (await year.StateOf(Alpha75, blocks[1].Key), await year.StateOf(Alpha75, blocks[2].Key)));
        Assert.Null((await coordinator.Get(path)).Page.QuerySelector("a[href^='/examen/lots/']"));
    }

    [Fact]
    public async Task A_validated_indicator_may_be_returned_too()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        (await Rest(coordinator)).Expect(303);
        var block = (await year.DossierOf(Alpha75)).Questionnaire.Blocks[1].Key;
        (await coordinator.Submit(await coordinator.Get(path), "#decisions", ($"d.{block}", "renvoyer"), ($"r.{block}", "Une erreur vue après coup."))).Expect(303);
        Assert.Equal(BlockState.Returned, await year.StateOf(Alpha75, block));
    }

    [Fact]
    public async Task A_decision_on_what_changed_meanwhile_says_what_changed_and_keeps_what_was_typed()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var (variable, first, second) = await year.SharedVariable();
        var read = await coordinator.Get(path);
        // Meanwhile another coordinator returns an indicator, and the body changes a value it shares.
        await site.OpenAccount("autre@example.fr", new Grant(Role.Coordinator, FundA));
        var colleague = await site.SignInWith("autre@example.fr");
        (await colleague.Submit(await colleague.Get(path), "#decisions", ($"d.{first}", "renvoyer"), ($"r.{first}", "À revoir."))).Expect(303);
        await year.Change(Alpha75, variable, "12");
        await year.Sign(Alpha75);
        var before = await site.TrailAsync();

        var stale = (await coordinator.Submit(read, "#decisions", ($"d.{second}", "renvoyer"), ($"r.{second}", "Mon motif."))).Expect(409);
        Assert.Contains("a changé pendant votre lecture", stale.Text(".faults h2"), StringComparison.Ordinal);
        Assert.Contains("a enregistré des réponses", stale.Text(".faults .trail"), StringComparison.Ordinal);
        Assert.Equal("Mon motif.", stale.Text($"#r-{second}"));
        Assert.Equal(before, await site.TrailAsync());
        (await coordinator.SubmitTo($"{path}/reste", read, "#decisions")).Expect(409);

        // The page that came back holds the present content: the same decision now passes.
        (await coordinator.Submit(stale, "#decisions")).Expect(303);
        Assert.Equal(BlockState.Returned, await year.StateOf(Alpha75, second));
    }

    [Fact]
    public async Task The_same_form_sent_twice_decides_once()
    {
        await year.AnswerAndSign(Alpha75);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var page = await coordinator.Get(path);
        (await coordinator.SubmitTo($"{path}/reste", page, "#decisions")).Expect(303);
        (await coordinator.SubmitTo($"{path}/reste", page, "#decisions")).Expect(303);
        Assert.Equal(1, (await site.TrailAsync()).Count(a => a == "reviews.decide"));
    }

    [Fact]
    public async Task Values_show_once_signed_and_not_before()
    {
        await year.Answer(Alpha75, null, ("surface_m2", "7654"));
        var coordinator = await site.SignInAs(Role.Coordinator);
        Assert.DoesNotContain("654", (await coordinator.Get(path)).Expect(200).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await year.Sign(Alpha75);
        Assert.Contains("7\u00A0654", (await coordinator.Get(path)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_an_explanation_or_a_fault_comes_first()
    {
        await year.Answer(Alpha75, null, ("cartographie_pp", "oui"));
        await year.Change(Alpha75, new("cartographie_pp"), "oui", "Mise à jour en mars, voir la note de service.");
        await year.Sign(Alpha75);
        var page = await (await site.SignInAs(Role.Coordinator)).Get(path);
        var first = page.Page.QuerySelectorAll("main .part")[0];
        Assert.Contains("1 indicateur à regarder d’abord", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mise à jour en mars", first.TextContent, StringComparison.Ordinal);
    }

    private async Task<Screen> Rest(Visitor coordinator, params (string, string)[] typed) =>
        await coordinator.SubmitTo($"{path}/reste", await coordinator.Get(path), "#decisions", typed);
}
