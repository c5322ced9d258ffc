using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

public sealed class SignatureTests : IAsyncLifetime
{
    private const string Sign = "form[action$='/signature']";

    private Site site = null!;
    private Dossiers dossiers = null!;
    private string check = "";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
        check = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75)}/verification";
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_director_signs_reads_the_receipt_and_withdraws()
    {
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        var director = await site.SignInAs(Role.Director);
        var signed = await director.Submit((await director.Get(check)).Expect(200), Sign);
        Assert.StartsWith("Dossier signé le ", (await director.Get(signed.Expect(303).Location!.Split('#')[0])).Notice, StringComparison.Ordinal);

        var after = await director.Get(check);
        Assert.Contains("Personne director.alpha-75", after.Text("#signature .facts"), StringComparison.Ordinal);
        Assert.Equal(64, after.Text("#signature code").Replace(" ", "", StringComparison.Ordinal).Length);
        Assert.Null(after.Page.QuerySelector(Sign));
        var contributor = await site.SignInAs(Role.Contributor);
        Assert.Empty((await contributor.Get(await dossiers.FormAsync("E3"))).Page.QuerySelectorAll("[name=ges_scope1]"));

        (await director.Submit(after, "form[action$='/retrait']")).Expect(303);
        Assert.NotNull((await director.Get(check)).Page.QuerySelector(Sign));
        Assert.NotEmpty((await contributor.Get(await dossiers.FormAsync("E3"))).Page.QuerySelectorAll("[name=ges_scope1]"));
    }

    [Fact]
    public async Task What_is_not_ready_has_no_button_and_is_refused()
    {
        var director = await site.SignInAs(Role.Director);
        var page = await director.Get(check);
        Assert.Null(page.Page.QuerySelector(Sign));
        Assert.Contains("ne peut pas encore être signé", page.Text("#signature"), StringComparison.Ordinal);
        var before = await dossiers.CountsAsync();
        var token = page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var refused = await director.Post(check.Replace("verification", "signature", StringComparison.Ordinal), ("__RequestVerificationToken", token), ("_key", Guid.NewGuid().ToString()), ("version", "0"));
        Assert.NotEmpty(refused.Expect(422).Faults);
        Assert.Equal(before, await dossiers.CountsAsync());
    }

    [Fact]
    public async Task A_dossier_that_changed_since_it_was_read_is_not_signed()
    {
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        var director = await site.SignInAs(Role.Director);
        var page = await director.Get(check);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "nb_sites", "3");
        var before = await dossiers.CountsAsync();
        var stale = (await director.Submit(page, Sign)).Expect(409);
        Assert.Single(stale.Faults);
        Assert.Equal(before, await dossiers.CountsAsync());
        (await director.Submit(stale, Sign)).Expect(303);
    }

    [Fact]
    public async Task A_contributor_is_told_to_tell_the_director()
    {
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        var page = await (await site.SignInAs(Role.Contributor)).Get(check);
        Assert.Contains("Prévenez la direction", page.Text("#signature"), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_body_overseas_reads_its_deadline_in_its_own_time()
    {
        var person = await site.SignInAs(Role.Contributor, SmallFederation.Beta974);
        var page = await person.Get($"/dossiers/{await dossiers.IdAsync(SmallFederation.Beta974)}");
        Assert.Contains("heure de Paris", page.Text(".lede"), StringComparison.Ordinal);
        Assert.Contains("La Réunion", page.Text(".lede"), StringComparison.Ordinal);
        Assert.Equal(2, (await person.Get("/dossiers")).Page.QuerySelectorAll(".tasks li").Length);
    }

    [Fact]
    public async Task A_director_hands_back_with_a_reason_that_stands_until_the_signature()
    {
        const string Back = "form[action$='/renvoi']";
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        var director = await site.SignInAs(Role.Director);
        var contributor = await site.SignInAs(Role.Contributor);
        var page = await director.Get(check);
        var before = await dossiers.CountsAsync();
        var refused = (await director.Submit(page, Back, ("reason", "  "))).Expect(422);
        Assert.Single(refused.Faults);
        Assert.Equal(before, await dossiers.CountsAsync());

        (await director.Submit(page, Back, ("reason", "Les déchets de mars manquent."))).Expect(303);
        Assert.Contains("submissions.send-back", await site.TrailAsync());
        Assert.All(
            [await contributor.Get("/"), await contributor.Get(await dossiers.FormAsync("E3")), await contributor.Get(check), await contributor.Get(check.Replace("/verification", "", StringComparison.Ordinal))],
            screen => Assert.Contains("Les déchets de mars manquent.", screen.Page.Body!.TextContent, StringComparison.Ordinal));

        (await director.Submit(await director.Get(check), Sign)).Expect(303);
        Assert.DoesNotContain("Les déchets de mars", (await contributor.Get("/")).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await director.Get(check)).Page.QuerySelector(Back));
        Assert.Contains("Les déchets de mars", (await director.Get(check)).Page.QuerySelector(".trail")!.TextContent, StringComparison.Ordinal);
        (await director.Post(check.Replace("/verification", "/renvoi", StringComparison.Ordinal), ("reason", "Trop tard"))).Expect(400);
        Assert.DoesNotContain("Les déchets de mars", (await (await site.SignInAs(Role.Coordinator)).Get(check)).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_begins_with_what_prevents_the_signature_then_what_changed_and_its_explanations()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "100", Dossiers.Year - 1);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope2", "100", Dossiers.Year - 1);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "101");
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope2", "400", comment: "Deux sites de plus");
        var page = await (await site.SignInAs(Role.Director)).Get(check);
        var sections = page.Page.QuerySelectorAll("main section");
        Assert.Equal("À faire avant la signature", sections[0].QuerySelector("h2")!.TextContent);
        var rows = sections[1].QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains("Deux sites de plus", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("101", rows[1].TextContent, StringComparison.Ordinal);
    }
}
