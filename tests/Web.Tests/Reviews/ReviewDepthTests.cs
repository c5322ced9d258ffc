using AngleSharp.Dom;
using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;
using static Responsables.World.SmallFederation;

namespace Responsables.Web.Tests.Reviews;

/// <summary>An opened dossier: what stands beside a value, reasons ready to be sent, keys.</summary>
public sealed class ReviewDepthTests : IAsyncLifetime
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
    public async Task Peers_stand_beside_the_value_when_they_are_three()
    {
        await year.AnswerAndSign(School, ("cartographie_pp", "non"));
        foreach (var body in new[] { FundA, FundB, Federation })
        {
            Assert.DoesNotContain("sur 3 pairs", await RowsAsync(), StringComparison.Ordinal);
            await year.AnswerAndSign(body, ("cartographie_pp", body == FundB ? "non" : "oui"));
        }

        Assert.Contains("2 oui sur 3 pairs", await RowsAsync(), StringComparison.Ordinal);
        var page = await (await site.SignInAs(Role.Federation)).Get($"/examen/dossiers/{await year.IdOf(School)}");
        Assert.Contains("Au-dessous de 3 réponses", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        async Task<string> RowsAsync() => string.Join(' ', (await (await site.SignInAs(Role.Federation)).Get($"/examen/dossiers/{await year.IdOf(School)}"))
            .Page.QuerySelectorAll("table.review td.num").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task A_share_moves_by_points()
    {
        await using var other = await Site.StartAsync();
        var years = await PlayedYears.OpenAsync(other, 2024, 2025);
        foreach (var (at, teleworkers) in ((int, string)[])[(2024, "40"), (2025, "45")])
        {
            await years.AnswerNothingAsync(Alpha75, at, "nb_salaries_teletravail", "effectif_physique_3112");
            await years.AnswerAsync(Alpha75, at, "effectif_physique_3112", "100");
            await years.AnswerAsync(Alpha75, at, "nb_salaries_teletravail", teleworkers);
            await years.SignAsync(Alpha75, at);
        }

        var page = (await (await other.SignInAs(Role.Coordinator)).Get($"/examen/dossiers/{await years.IdAsync(Alpha75, 2025)}")).Expect(200);
        var told = page.Page.QuerySelectorAll(".delta").Select(d => d.TextContent.Trim()).ToList();
        Assert.Contains(told, t => t.Contains("hausse de 5,0", StringComparison.Ordinal) && t.EndsWith("pt", StringComparison.Ordinal));
        Assert.DoesNotContain(told, t => t.Contains("12,5", StringComparison.Ordinal) && t.Contains("pt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ready_made_reason_is_sent_with_what_is_typed_or_alone()
    {
        await year.AnswerAndSign(Alpha75);
        var path = $"/examen/dossiers/{await year.IdOf(Alpha75)}";
        var coordinator = await site.SignInAs(Role.Coordinator);
        (await coordinator.Submit(await coordinator.Get("/examen/motifs"), "form[action='/examen/motifs']", ("motif", "Précisez le site."))).Expect(303);
        var page = await coordinator.Get(path);
        var keys = (await year.DossierOf(Alpha75)).Questionnaire.Blocks.Select(b => b.Key).ToList();
        var phrases = page.Page.QuerySelectorAll($"[id='c-{keys[1]}'] option").Select(o => o.TextContent).ToList();
        Assert.Contains("Précisez le site.", phrases);

        // Without "renvoyer", a reason would be lost: it is asked again, and what was chosen stays.
        var refused = (await coordinator.Submit(page, "#decisions", ($"c.{keys[1]}", phrases[1]))).Expect(422);
        Assert.Equal(phrases[1], refused.Page.QuerySelector($"[id='c-{keys[1]}'] option[selected]")!.TextContent);

        (await coordinator.Submit(
            refused, "#decisions", ($"d.{keys[1]}", "renvoyer"), ($"r.{keys[1]}", "Voir le site 2."), ($"d.{keys[2]}", "renvoyer"), ($"c.{keys[2]}", "Précisez le site."))).Expect(303);
        var shown = (await coordinator.Get(path)).Page.QuerySelector("main")!.TextContent;
        Assert.Contains($"{phrases[1]}\nVoir le site 2.", shown, StringComparison.Ordinal);
        Assert.Equal(BlockState.Returned, await year.StateOf(Alpha75, keys[2]));
    }

    [Fact]
    public async Task Single_keys_are_turned_off_and_on_and_it_is_remembered()
    {
        await year.AnswerAndSign(Alpha75);
        var path = $"/examen/dossiers/{await year.IdOf(Alpha75)}";
        var coordinator = await site.SignInAs(Role.Coordinator);
        var page = await coordinator.Get(path);
        Assert.Equal("on", page.Page.DocumentElement.GetAttribute("data-keys"));
        var off = (await coordinator.Submit(page, "[data-keys-help] form", ("touches", "non"))).Expect(303);
        Assert.Equal(path, off.Location);
        Assert.Equal("off", (await coordinator.Get("/")).Page.DocumentElement.GetAttribute("data-keys"));
        (await coordinator.Submit(await coordinator.Get(path), "[data-keys-help] form", ("touches", "oui"), ("retour", "//ailleurs.example"))).Expect(303);
        Assert.Equal("on", (await coordinator.Get(path)).Page.DocumentElement.GetAttribute("data-keys"));
    }
}
