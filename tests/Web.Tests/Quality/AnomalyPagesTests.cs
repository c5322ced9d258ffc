using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;
using Responsables.Web.Tests.Reviews;
using static Responsables.World.SmallFederation;

namespace Responsables.Web.Tests.Quality;

/// <summary>The quality desk through its pages and without a script: found, asked, answered, decided; several at once; a rule set by the federation.</summary>
public sealed class AnomalyPagesTests : IAsyncLifetime
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
    public async Task A_fund_asks_a_body_answers_the_fund_decides()
    {
        await year.AnswerAndSign(Alpha75, ("surface_m2", "5000"), ("effectif_physique_3112", "10"));
        var fund = await site.SignInAs(Role.Coordinator);
        var body = await site.SignInAs(Role.Contributor);
        Assert.Contains("1 anomalie à examiner", (await fund.Get("/")).Page.QuerySelector("#controle-qualite")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null((await body.Get("/")).Page.QuerySelector("#controle-qualite"));
        Assert.Equal("Aucune question ne vous attend", (await body.Get("/qualite")).Title);

        var desk = (await fund.Get("/qualite")).Expect(200);
        Assert.Equal("1 anomalie à examiner", desk.Title);
        var address = desk.Page.QuerySelector("th a[href^='/qualite/2024/']")!.GetAttribute("href")!;
        (await body.Get(address)).Expect(404);
        var opened = (await fund.Get(address)).Expect(200);
        Assert.Contains("donnent 500 m² par agent", opened.Text("textarea[name=texte]"), StringComparison.Ordinal);
        Assert.Equal("L’échéance doit être aujourd’hui ou plus tard, dans moins d’un an.", Assert.Single((await fund.Submit(opened, "form[action$='/question']", ("echeance", "2001-01-01"))).Expect(422).Faults));
        var asked = await fund.Follow((await fund.Submit(opened, "form[action$='/question']", ("texte", "Est-ce bien la surface utile brute ?"))).Expect(303));
        Assert.Equal("La question est posée.", asked.Notice);

        Assert.Equal("1 question sur vos données vous attend", (await body.Get("/qualite")).Title);
        var question = (await body.Get(address)).Expect(200);
        Assert.Contains("Est-ce bien la surface utile brute ?", question.Text("main"), StringComparison.Ordinal);
        Assert.Null(question.Page.QuerySelector("form[action$='/decision']"));
        var refused = (await body.Submit(question, "form[action$='/reponse']", ("texte", ""))).Expect(422);
        Assert.Equal(2, refused.Faults.Count);
        (await body.Submit(question, "form[action$='/reponse']", ("valeur-exacte", "a-corriger"), ("texte", "Un zéro de trop."))).Expect(303);

        var answered = await fund.Get(address);
        Assert.Contains("Un zéro de trop.", answered.Text("main"), StringComparison.Ordinal);
        Assert.Single((await fund.Submit(answered, "form[action$='/decision']", ("suite", "Returned"), ("texte", ""))).Expect(422).Faults);
        (await fund.Submit(answered, "form[action$='/decision']", ("suite", "Returned"), ("texte", "À corriger, merci."))).Expect(303);
        Assert.Equal(BlockState.Returned, await year.StateOf(Alpha75, BlockKey.Context));
        Assert.Contains("renvoyée", (await body.Get(address)).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_asked_after_a_preview_and_others_are_left_aside()
    {
        await year.AnswerAndSign(Alpha75, ("surface_m2", "5000"), ("effectif_physique_3112", "10"));
        await year.AnswerAndSign(AlphaNormandie, ("surface_m2", "20"), ("effectif_physique_3112", "10"));
        var fund = await site.SignInAs(Role.Coordinator);
        var desk = await fund.Get("/qualite/2024");
        var keys = desk.Page.QuerySelectorAll("[name=anomalie]").Select(b => ("anomalie", b.GetAttribute("value")!)).ToArray();
        Assert.Equal(2, keys.Length);
        Assert.Single((await fund.Submit(desk, Table, ("quoi", "Ask"))).Expect(422).Faults);
        var before = await site.TrailAsync();
        var preview = (await fund.Submit(desk, Table, [("quoi", "Ask"), .. keys])).Expect(200);
        Assert.Equal("Poser 2 questions à 2 organismes", preview.Title);
        Assert.Equal(before, await site.TrailAsync());
        Assert.Equal("Questions posées : 2 anomalies, 2 organismes.", (await fund.Follow((await fund.Submit(preview, "main form[method=post]")).Expect(303))).Notice.Replace('\u00A0', ' '));

        var again = (await fund.Submit(await fund.Get("/qualite/2024?etat=tout"), Table, [("quoi", "Ask"), .. keys])).Expect(200);
        Assert.Equal("Rien ne peut être fait aux anomalies choisies", again.Title);
        var auditor = await site.SignInAs(Role.Auditor);
        Assert.Null((await auditor.Get("/qualite/2024?etat=tout")).Expect(200).Page.QuerySelector("[name=anomalie]"));
    }

    [Fact]
    public async Task The_federation_sees_what_a_setting_would_do_before_it_sets_it()
    {
        await year.AnswerAndSign(Alpha75, ("surface_m2", "5000"), ("effectif_physique_3112", "10"));
        var federation = await site.SignInAs(Role.Federation);
        Assert.Contains("Surface par agent peu plausible", (await federation.Get("/qualite/2024/regles")).Expect(200).Text("main"), StringComparison.Ordinal);
        var page = (await federation.Get("/qualite/2024/regles/surface-plausible")).Expect(200);
        var older = await federation.Get("/qualite/2024/regles/surface-plausible");
        const string Form = "main form[method=post]";

        var effect = (await federation.Submit(page, Form, ("quoi", "essai"), ("max", "600"))).Expect(200);
        Assert.Contains("0, au lieu de 1", effect.Notice, StringComparison.Ordinal);
        Assert.Equal("1 anomalie à examiner", (await federation.Get("/qualite/2024")).Title);
        Assert.Single((await federation.Submit(page, Form, ("max", "beaucoup"))).Expect(422).Faults);
        (await federation.Submit(page, Form, ("max", "600"))).Expect(303);
        Assert.Equal("Aucune anomalie à examiner", (await federation.Get("/qualite/2024")).Title);
        Assert.Contains("quality.tune", await site.TrailAsync());
        // The form that was read before that is stale.
        (await federation.Submit(older, Form, ("max", "700"))).Expect(409);
    }
}
