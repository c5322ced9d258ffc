using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

/// <summary>One question: its years, its formula with the numbers, its thread, its acts.</summary>
public sealed class QuestionTests : IAsyncLifetime
{
    private const string Thread = "form[action$='/commentaires']";

    private Site site = null!;
    private Dossiers dossiers = null!;
    private string url = "";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
        url = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75)}/questions/ges_scope1";
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_shows_its_years_its_formula_and_who_changed_it()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "100", Dossiers.Year - 1, "Estimé");
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope2", "9");
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "5");
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "6");
        var page = (await (await site.SignInAs(Role.Contributor)).Get(url)).Expect(200);
        var year = page.Page.QuerySelector("[data-question-known] tbody tr")!.TextContent;
        Assert.Contains("2024", year, StringComparison.Ordinal);
        Assert.Contains("100", year, StringComparison.Ordinal);
        Assert.Contains("Estimé", year, StringComparison.Ordinal);
        Assert.Contains("6 + 9 = 15\u00A0tCO2e", page.Text("dl.facts"), StringComparison.Ordinal);
        var acts = page.Page.QuerySelectorAll("[data-question-known] .trail:first-of-type > li").Select(a => a.TextContent).ToList();
        Assert.Equal(2, acts.Count);
        Assert.Contains("5 → 6", acts[0], StringComparison.Ordinal);
        Assert.Contains("Sonia Marchand", acts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_and_its_direction_talk_in_a_thread_that_nobody_rewrites()
    {
        var contributor = await site.SignInAs(Role.Contributor);
        (await contributor.Submit(await contributor.Get(url), Thread, ("message", "Compteur changé en mars."))).Expect(303);
        var director = await site.SignInAs(Role.Director);
        (await director.Submit(await director.Get(url), Thread, ("message", "Merci."))).Expect(303);
        var page = await contributor.Get(url);
        Assert.Equal(["Compteur changé en mars.", "Merci."], page.Page.QuerySelectorAll(".trail blockquote").Select(q => q.TextContent));
        Assert.Contains("2 commentaires", (await contributor.Get(await dossiers.FormAsync("E3"))).Page.QuerySelector("[data-row=ges_scope1] a[data-known]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await site.TrailAsync(), t => t == "submissions.comment");

        await site.WithDbAsync(async db =>
        {
            await Assert.ThrowsAnyAsync<Exception>(() => db.AnswerComments.ExecuteUpdateAsync(set => set.SetProperty(c => c.Text, "Rien.")));
            return await Assert.ThrowsAnyAsync<Exception>(() => db.AnswerComments.ExecuteDeleteAsync());
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_comment_is_refused(string text)
    {
        var person = await site.SignInAs(Role.Contributor);
        var before = await dossiers.CountsAsync();
        Assert.Single((await person.Submit(await person.Get(url), Thread, ("message", text))).Expect(422).Faults);
        Assert.Equal(before, await dossiers.CountsAsync());
    }

    [Fact]
    public async Task The_level_above_neither_reads_nor_comments_what_is_not_signed()
    {
        var contributor = await site.SignInAs(Role.Contributor);
        var page = await contributor.Get(url);
        await contributor.Submit(page, Thread, ("message", "Entre nous."));
        var coordinator = await site.SignInAs(Role.Coordinator);
        (await coordinator.Get(url)).Expect(404);
    }
}
