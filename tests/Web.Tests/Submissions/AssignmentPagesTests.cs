using AngleSharp;
using System.Text.Json;
using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

/// <summary>Questions assigned to somebody by their address: invited, answered, followed, taken back, without a script.</summary>
public sealed class AssignmentPagesTests : IAsyncLifetime
{
    private const string Give = "form[action$='/confier']";
    private const string Mine = "effectif_physique_3112";

    private Site site = null!;
    private Dossiers dossiers = null!;
    private Visitor owner = null!;
    private string dossier = "";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
        dossier = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75)}";
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "nb_sites", "7654319");
        owner = await site.SignInAs(Role.Contributor);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Somebody_invited_sees_and_answers_these_questions_and_nothing_else()
    {
        var helper = await InviteAsync();
        var home = (await helper.Get("/")).Expect(200);
        Assert.Contains("0 question sur 1", home.Text("main .lede"), StringComparison.Ordinal);
        Assert.Contains("31 décembre 2099", home.Text("main .lede"), StringComparison.Ordinal);
        Assert.Contains("Comme l’an dernier", home.Text("main blockquote"), StringComparison.Ordinal);

        var form = (await helper.Get($"{dossier}/engagements/contexte")).Expect(200);
        Assert.Equal([Mine], form.Page.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row")));
        (await helper.Submit(form, "form[data-rows]", (Mine, "812"))).Expect(303);
        foreach (var path in (string[])["/", dossier, "/dossiers", $"{dossier}/engagements/contexte", $"{dossier}/questions/{Mine}", $"{dossier}/engagements/contexte/coller"])
        {
            var page = (await helper.Get(path)).Expect(200);
            Assert.DoesNotContain("7654319", page.Page.ToHtml(), StringComparison.Ordinal);
            Assert.DoesNotContain("7\u00a0654\u00a0319", page.Page.ToHtml(), StringComparison.Ordinal);
            Assert.Null(page.Page.QuerySelector("[href*='/verification'], [href$='/confier']"));
        }

        foreach (var path in (string[])[$"{dossier}/verification", $"{dossier}/engagements/E1", $"{dossier}/questions/nb_sites"])
        {
            (await helper.Get(path)).Expect(404);
        }

        (await helper.Get($"{dossier}/confier")).Expect(403);
        (await helper.Get("/chiffres")).Expect(403);
    }

    [Fact]
    public async Task A_question_taken_back_while_it_is_typed_is_refused_and_said()
    {
        var helper = await InviteAsync();
        var form = (await helper.Get($"{dossier}/engagements/contexte")).Expect(200);
        var other = await helper.Send(Autosave(form, ("nb_sites.base", ""), ("nb_sites", "3")));
        Assert.Equal(422, other.Status);
        var told = JsonDocument.Parse(await other.Response.Content.ReadAsStringAsync()).RootElement;
        Assert.False(told.GetProperty("saved").GetBoolean());
        Assert.Contains("ne vous est pas confiée", told.GetProperty("rows").GetProperty("nb_sites").GetProperty("error").GetString(), StringComparison.Ordinal);

        var page = (await owner.Get((await owner.Get($"{dossier}/confier")).Page.QuerySelector("ul.tasks h3 a")!.GetAttribute("href")!)).Expect(200);
        Assert.Contains("perd à l’instant l’accès à 1 question", page.Text(".notice.warn"), StringComparison.Ordinal);
        var ended = (await owner.Submit(page, "form[action$='/fin']")).Expect(303);
        Assert.Contains("n’a plus accès à 1 question", (await owner.Follow(ended)).Notice, StringComparison.Ordinal);
        (await helper.Submit(form, "form[data-rows]", (Mine, "9"))).Expect(403);
        (await helper.Get(dossier)).Expect(403);
        Assert.Contains("aucun rôle", (await helper.Get("/")).Text("main .lede"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_part_is_assigned_at_once_and_the_form_says_who_has_what()
    {
        await site.OpenAccount("collegue@example.fr", new Grant(Role.Contributor, SmallFederation.Alpha75));
        var page = (await owner.Get($"{dossier}/confier")).Expect(200);
        var given = (await owner.Submit(page, Give, ("email", "collegue@example.fr"), ("ensemble", "contexte"))).Expect(303);
        Assert.Contains("5 questions", (await owner.Follow(given)).Notice, StringComparison.Ordinal);
        Assert.Contains("1 question sur 5 a une réponse", (await owner.Get(dossier)).Text("ul.tasks + .actions ~ *, main"), StringComparison.Ordinal);

        var form = (await owner.Get($"{dossier}/engagements/contexte")).Expect(200);
        Assert.Contains("Confiée à Personne collegue", form.Text("[data-row=nb_sites] .row-q"), StringComparison.Ordinal);
        var mine = (await owner.Get($"{dossier}/engagements/contexte?montrer=les-miennes")).Expect(200);
        Assert.Empty(mine.Page.QuerySelectorAll("[data-row]"));
        var colleague = await site.SignInWith("collegue@example.fr");
        Assert.Equal(5, (await colleague.Get($"{dossier}/engagements/contexte?montrer=les-miennes")).Page.QuerySelectorAll("[data-row]").Length);
        Assert.Empty((await colleague.Get($"{dossier}/engagements/E1?montrer=les-miennes")).Page.QuerySelectorAll("[data-row]"));

        page = (await owner.Get($"{dossier}/confier")).Expect(200);
        var refused = (await owner.Submit(page, Give, ("email", "personne"), ("due", "2020-01-01"), ("question", "nb_sites"))).Expect(422);
        Assert.Equal(3, refused.Faults.Count);
        Assert.Equal("personne", refused.Page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.True(refused.Page.QuerySelector("#nb_sites")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_question_that_depends_on_another_shows_what_was_answered_to_it()
    {
        var helper = await InviteAsync("cartographie_pp_annee");
        var path = $"{dossier}/engagements/E1";
        var row = "[data-row=cartographie_pp_annee]";
        Assert.Contains("n’a pas encore répondu", (await helper.Get(path)).Expect(200).Text($"{row} .hint"), StringComparison.Ordinal);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "cartographie_pp", "non", comment: "Secret du dossier");
        var page = (await helper.Get(path)).Expect(200);
        Assert.Contains("est réalisée ou à jour\u00a0» : non", page.Text($"{row} .hint").Replace("\u00a0:", " :", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("non demandé", page.Text($"{row} [data-state]").ToLowerInvariant(), StringComparison.Ordinal);
        Assert.Single(page.Page.QuerySelectorAll("[data-row]"));
        Assert.DoesNotContain("Secret du dossier", page.Page.ToHtml(), StringComparison.Ordinal);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "cartographie_pp", "oui");
        Assert.DoesNotContain("non demandé", (await helper.Get(path)).Text($"{row} [data-state]").ToLowerInvariant(), StringComparison.Ordinal);
        Assert.DoesNotContain("répondu à", (await owner.Get(path)).Text($"{row} .row-q"), StringComparison.Ordinal);
    }

    private async Task<Visitor> InviteAsync(string question = Mine)
    {
        var page = (await owner.Get($"{dossier}/confier")).Expect(200);
        var made = (await owner.Submit(page, Give, ("email", "rh@example.fr"), ("due", "2099-12-31"), ("message", "Comme l’an dernier."), ("question", question))).Expect(200);
        var link = new Uri(made.Text("[data-link]")).AbsolutePath;
        var helper = site.Anonymous();
        var invitation = (await helper.Get(link)).Expect(200);
        Assert.Contains("vous confie des questions", invitation.Text(".lede"), StringComparison.Ordinal);
        (await helper.Submit(invitation, "main form", ("name", "Rose Renfort"), ("password", Site.Password), ("again", Site.Password))).Expect(303);
        return helper;
    }

    private HttpRequestMessage Autosave(Screen form, params (string Name, string Value)[] fields)
    {
        var token = form.Page.QuerySelector("form[data-rows] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, $"{dossier}/saisie")
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Append(("_key", Guid.NewGuid().ToString())).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
        };
        request.Headers.Add("Accept", "application/json");
        return request;
    }
}
