using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

public sealed class EntryTests : IAsyncLifetime
{
    private const string Form = "main form[data-rows]";

    private Site site = null!;
    private Dossiers dossiers = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_page_is_saved_and_leads_on()
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = (await person.Get(await dossiers.FormAsync("E3"))).Expect(200);
        var answer = await person.Submit(page, Form, ("ges_scope1", "1 234,5"), ("ges_scope2", "0"), ("analysis:E3.1", "Un audit."), ("then", "next"));
        Assert.EndsWith("/engagements/E4", answer.Expect(303).Location, StringComparison.Ordinal);
        Assert.StartsWith("Enregistré à ", (await person.Follow(answer)).Notice, StringComparison.Ordinal);

        Assert.Equal("1234.5", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"))!.Value);
        var after = await person.Get(await dossiers.FormAsync("E3"));
        Assert.Equal("1\u00A0234,5", after.Page.GetElementById("ges_scope1")!.GetAttribute("value"));
        Assert.Equal("Un audit.", after.Text("textarea[name='analysis:E3.1']"));
        Assert.Equal("1\u00A0234,5\u00A0tCO2e", after.Text("[id='figure.rso-env-ges.scopes_1_2'], [id^='figure.rso-env-ges.']"));
    }

    [Fact]
    public async Task Only_what_changed_is_written()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "5", comment: "Mesuré");
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3"));
        var before = await dossiers.CountsAsync();
        (await person.Submit(page, Form)).Expect(303);
        Assert.Equal(before, await dossiers.CountsAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_kept_on_the_page()
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3"));
        var before = await dossiers.CountsAsync();
        var refused = (await person.Submit(page, Form, ("ges_scope1", "douze"), ("ges_scope2", "7"))).Expect(422);
        Assert.Equal(before, await dossiers.CountsAsync());
        Assert.Contains("douze", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Equal("#ges_scope1", refused.Page.QuerySelector(".faults a")!.GetAttribute("href"));
        Assert.Equal("douze", refused.Page.GetElementById("ges_scope1")!.GetAttribute("value"));
        Assert.Equal("true", refused.Page.GetElementById("ges_scope1")!.GetAttribute("aria-invalid"));
        Assert.Equal("7", refused.Page.GetElementById("ges_scope2")!.GetAttribute("value"));
        Assert.StartsWith("Erreur", refused.Page.Title, StringComparison.Ordinal);

        (await person.Submit(refused, Form, ("ges_scope1", "12"))).Expect(303);
        Assert.Equal("7", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope2"))!.Value);
    }

    [Theory]
    [InlineData("theirs", "985")]
    [InlineData("mine", "982.5")]
    public async Task Two_people_writing_the_same_answer_choose(string keep, string kept)
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "978");
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3"));
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "985");
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "dju_annee", "1801");

        var met = (await person.Submit(page, Form, ("ges_scope1", "982,5"), ("ges_scope2", "3"))).Expect(409);
        Assert.Equal(["978", "982,5", "985"], met.Page.QuerySelectorAll(".conflict .value").Select(v => v.TextContent.Trim()));
        Assert.Contains("Sonia Marchand", met.Text(".conflict"), StringComparison.Ordinal);
        Assert.Equal("3", met.Page.GetElementById("ges_scope2")!.GetAttribute("value"));
        Assert.Null(await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope2"));

        (await person.Submit(met, Form, ("ges_scope1.keep", keep))).Expect(303);
        Assert.Equal(kept, (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"))!.Value);
        Assert.Equal("3", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope2"))!.Value);
        Assert.Equal("1801", (await dossiers.KeptAsync(SmallFederation.Alpha75, "dju_annee"))!.Value);
    }

    [Fact]
    public async Task Two_people_writing_the_same_analysis_choose()
    {
        var (one, other) = (await site.SignInAs(Role.Contributor), await ColleagueAsync());
        var (page, same) = (await one.Get(await dossiers.FormAsync("E3")), await other.Get(await dossiers.FormAsync("E3")));
        (await other.Submit(same, Form, ("analysis:E3.1", "La leur."))).Expect(303);
        var met = (await one.Submit(page, Form, ("analysis:E3.1", "La mienne."))).Expect(409);
        Assert.Equal(["—", "La mienne.", "La leur."], met.Page.QuerySelectorAll(".conflict .value").Select(v => v.TextContent.Trim()));
        (await one.Submit(met, Form)).Expect(303);
        Assert.Equal("La mienne.", (await one.Get(await dossiers.FormAsync("E3"))).Text("textarea[name='analysis:E3.1']"));
    }

    [Fact]
    public async Task A_page_sent_twice_is_saved_once_and_a_page_gone_back_to_is_saved_again()
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3"));
        (await person.Submit(page, Form, ("ges_scope1", "5"))).Expect(303);
        var before = await dossiers.CountsAsync();
        (await person.Submit(page, Form, ("ges_scope1", "5"))).Expect(303);
        Assert.Equal(before, await dossiers.CountsAsync());

        (await person.Submit(page, Form, ("ges_scope1", "5"), ("ges_scope2", "6"))).Expect(303);
        Assert.Equal("6", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope2"))!.Value);
    }

    [Fact]
    public async Task Sans_objet_is_said_of_the_cells_too_and_contradictions_are_refused()
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3"));
        var refused = (await person.Submit(page, Form, ("energie_chauffage_kwh", "5"), ("energie_chauffage_kwh.state", "sans_objet"))).Expect(422);
        (await person.Submit(refused, Form, ("energie_chauffage_kwh", ""))).Expect(303);
        Assert.Equal(AnswerState.NotApplicable, (await dossiers.KeptAsync(SmallFederation.Alpha75, "energie_chauffage_kwh"))!.State);
        Assert.Equal(AnswerState.NotApplicable, (await dossiers.KeptAsync(SmallFederation.Alpha75, "energie_chauffage_kwh", "energie=gaz-naturel"))!.State);
    }

    [Fact]
    public async Task A_complete_breakdown_fills_its_total()
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("contexte"));
        (await person.Submit(page, Form, ("effectif_physique_3112[sexe=femmes]", "700"), ("effectif_physique_3112[sexe=hommes]", "300"))).Expect(303);
        Assert.Equal("1000", (await dossiers.KeptAsync(SmallFederation.Alpha75, "effectif_physique_3112"))!.Value);
    }

    [Fact]
    public async Task A_variable_is_entered_once_and_recalled_elsewhere()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "effectif_physique_3112", "1000");
        var person = await site.SignInAs(Role.Contributor);
        var social = await person.Get(await dossiers.FormAsync("E2"));
        Assert.Null(social.Page.QuerySelector("[name='effectif_physique_3112']"));
        Assert.Contains("1\u00A0000\u00A0personnes", social.Page.QuerySelectorAll(".row.off").Select(r => r.TextContent).First(), StringComparison.Ordinal);
        Assert.EndsWith("/engagements/contexte#effectif_physique_3112", social.Page.QuerySelector(".row.off a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_year_stands_beside_and_explains_the_change()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "100", Dossiers.Year - 1);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "150");
        var page = await (await site.SignInAs(Role.Contributor)).Get(await dossiers.FormAsync("E3"));
        var row = page.Page.QuerySelector("[data-row=ges_scope1]")!;
        Assert.Contains("100", row.QuerySelector(".row-last")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("50,0\u00A0%", row.QuerySelector(".row-var")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Director)]
    public async Task Another_body_is_not_there(Role role)
    {
        var person = await site.SignInAs(role, SmallFederation.Beta14);
        var id = await dossiers.IdAsync(SmallFederation.Alpha75);
        var own = await person.Get(await dossiers.FormAsync("E3", SmallFederation.Beta14));
        var before = await dossiers.CountsAsync();
        foreach (var path in (string[])["", "/engagements/E3", "/verification"])
        {
            (await person.Get($"/dossiers/{id}{path}")).Expect(404);
        }

        var token = own.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (string, string)[] fields = [("__RequestVerificationToken", token), ("_key", Guid.NewGuid().ToString()), ("ges_scope1.base", ""), ("ges_scope1", "5"), ("version", "0")];
        foreach (var path in (string[])["/engagements/E3", "/saisie", "/signature", "/signature/retrait"])
        {
            Assert.Contains((await person.Post($"/dossiers/{id}{path}", fields)).Status, (int[])[403, 404]);
        }

        Assert.Equal(before, await dossiers.CountsAsync());
    }

    [Fact]
    public async Task The_fund_sees_progress_and_no_draft()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "4321");
        var fund = await site.SignInAs(Role.Coordinator);
        var id = await dossiers.IdAsync(SmallFederation.Alpha75);
        Assert.Contains("1 question sur", (await fund.Get($"/dossiers/{id}")).Text("main"), StringComparison.Ordinal);
        foreach (var path in (string[])["/engagements/E3", "/verification"])
        {
            var page = (await fund.Get($"/dossiers/{id}{path}")).Expect(200);
            Assert.DoesNotContain("4\u00A0321", page.Page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.Page.QuerySelector("main form"));
        }
    }

    private async Task<Visitor> ColleagueAsync()
    {
        await site.OpenAccount("collegue@example.fr", new Grant(Role.Contributor, SmallFederation.Alpha75));
        return await site.SignInWith("collegue@example.fr");
    }

    [Fact]
    public async Task A_filter_shows_what_is_to_do_and_saves_it_alone()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "5");
        var person = await site.SignInAs(Role.Contributor);
        var all = await person.Get(await dossiers.FormAsync("E3"));
        var page = (await person.Get(await dossiers.FormAsync("E3") + "?montrer=a-faire")).Expect(200);
        Assert.Null(page.Page.GetElementById("ges_scope1"));
        Assert.NotNull(page.Page.GetElementById("ges_scope2"));
        Assert.Equal(page.Text("[id='filter.ToDo']"), $"{page.Page.QuerySelectorAll(".row").Length}");
        Assert.True(all.Page.QuerySelectorAll(".row").Length > page.Page.QuerySelectorAll(".row").Length);

        var saved = (await person.Submit(page, Form, ("ges_scope2", "7"), ("then", "stay"))).Expect(303);
        Assert.EndsWith("?montrer=a-faire", saved.Location, StringComparison.Ordinal);
        Assert.Null((await person.Follow(saved)).Page.GetElementById("ges_scope2"));
        Assert.Equal("5", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"))!.Value);
        Assert.Equal("7", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope2"))!.Value);
    }

    [Fact]
    public async Task A_filter_keeps_what_was_refused_and_says_when_nothing_is_left()
    {
        var person = await site.SignInAs(Role.Contributor);
        var none = (await person.Get(await dossiers.FormAsync("E3") + "?montrer=en-faute")).Expect(200);
        Assert.Empty(none.Page.QuerySelectorAll(".row"));
        Assert.Contains("Aucune réponse", none.Text(".empty"), StringComparison.Ordinal);

        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "5");
        var page = await person.Get(await dossiers.FormAsync("E3") + "?montrer=a-faire");
        var refused = (await person.Submit(page, Form, ("ges_scope2", "douze"))).Expect(422);
        Assert.Equal("douze", refused.Page.GetElementById("ges_scope2")!.GetAttribute("value"));
        Assert.Null(refused.Page.GetElementById("ges_scope1"));
    }
}
