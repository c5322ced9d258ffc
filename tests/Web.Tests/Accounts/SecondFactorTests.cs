using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Accounts;

public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string Mine = "/mon-compte/double-authentification";

    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_is_set_up_asked_for_at_sign_in_and_reset_by_an_administrator()
    {
        const string email = "committee.tout@example.fr";
        var here = await site.SignInAs(Role.Committee);
        var elsewhere = await site.SignInWith(email);
        var page = (await here.Get(Mine)).Expect(200);
        var secret = TotpSecret.Read(page.Text("[data-secret]").Replace(" ", "", StringComparison.Ordinal))!;
        Assert.Single((await here.Submit(page, "main form", ("code", "000000"))).Expect(422).Faults);
        var codes = await here.Submit(page, "main form", ("code", Code(secret)));
        Assert.Equal(10, codes.Expect(200).Page.QuerySelectorAll("[data-codes] li").Length);
        (await here.Get("/mon-compte")).Expect(200);
        (await elsewhere.Get("/mon-compte")).Expect(302);

        site.Clock.Advance(TimeSpan.FromSeconds(31));
        var visitor = site.Anonymous();
        var asked = await visitor.Submit(await visitor.Get("/connexion?retour=/mon-compte"), "main form", ("email", email), ("password", Site.Password));
        (await visitor.Get("/mon-compte")).Expect(302);
        Assert.Single((await visitor.Submit(asked.Expect(200), "main form", ("code", "000000"))).Expect(422).Faults);
        Assert.Equal("/mon-compte", (await visitor.Submit(asked, "main form", ("code", Code(secret)))).Expect(303).Location);
        (await visitor.Get("/mon-compte")).Expect(200);

        // Neither the code nor the proof is good twice over: the code was used, and then the time is over.
        var replayed = site.Anonymous();
        (await replayed.Submit(asked, "main form", ("code", Code(secret)))).Expect(400);
        var recovery = codes.Page.QuerySelector("[data-codes] li")!.TextContent;
        Assert.Equal(303, await EnterAsync(email, recovery));
        Assert.Equal(422, await EnterAsync(email, recovery));

        var admin = await site.SignInAs(Role.Federation);
        var path = $"/comptes/{await site.AccountIdAsync(email)}";
        (await admin.Submit(await admin.Get(path), "form[action$='/double-authentification/retrait']")).Expect(303);
        (await visitor.Get("/mon-compte")).Expect(302);
        await site.SignInWith(email);
        Assert.Equal(["accounts.set-second-factor", "accounts.reset-second-factor"], await site.TrailAsync());
    }

    [Fact]
    public async Task The_key_is_also_an_image_that_a_camera_reads()
    {
        var page = (await (await site.SignInAs(Role.Committee)).Get(Mine)).Expect(200);
        var link = page.Page.QuerySelector("main a[href^='otpauth:']")!.GetAttribute("href")!;
        Assert.Contains(page.Text("[data-secret]").Replace(" ", "", StringComparison.Ordinal), link, StringComparison.Ordinal);
        var image = page.Page.QuerySelector("svg.qr")!;
        Assert.Contains("QR code", image.GetAttribute("aria-label")!, StringComparison.Ordinal);
        var drawn = image.QuerySelector("path")!.GetAttribute("d")!.Split("h1v1h-1z", StringSplitOptions.RemoveEmptyEntries).Select(m => m[1..]).ToHashSet();
        var matrix = QRCoder.QRCodeGenerator.GenerateQrCode(link, QRCoder.QRCodeGenerator.ECCLevel.M).ModuleMatrix;
        Assert.Equal($"0 0 {matrix.Count} {matrix.Count}", image.GetAttribute("viewBox"));
        Assert.Equal(
            matrix.SelectMany((row, y) => Enumerable.Range(0, row.Count).Where(x => row[x]).Select(x => $"{x} {y}")).Order(), drawn.Order());

        // The three marks of the corners, inside a margin of four.
        foreach (var (x, y) in ((int, int)[])[(4, 4), (matrix.Count - 11, 4), (4, matrix.Count - 11)])
        {
            Assert.All(Enumerable.Range(0, 7), i => Assert.Contains($"{x + i} {y}", drawn));
            Assert.DoesNotContain($"{x + 1} {y + 1}", drawn);
            Assert.Contains($"{x + 3} {y + 3}", drawn);
        }
    }

    [Fact]
    public async Task Its_time_to_be_typed_ends()
    {
        const string email = "committee.tout@example.fr";
        var here = await site.SignInAs(Role.Committee);
        var page = await here.Get(Mine);
        var secret = TotpSecret.Read(page.Text("[data-secret]").Replace(" ", "", StringComparison.Ordinal))!;
        (await here.Submit(page, "main form", ("code", Code(secret)))).Expect(200);
        var visitor = site.Anonymous();
        var asked = await visitor.Submit(await visitor.Get("/connexion"), "main form", ("email", email), ("password", Site.Password));
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        var late = await visitor.Submit(asked, "main form", ("code", Code(secret)));
        Assert.Equal("/connexion", late.Expect(422).Page.QuerySelector("main form")!.GetAttribute("action"));
        (await visitor.Get("/mon-compte")).Expect(302);
    }

    [Fact]
    public async Task A_reset_link_does_not_go_round_it()
    {
        var here = await site.SignInAs(Role.Committee);
        var page = await here.Get(Mine);
        var secret = TotpSecret.Read(page.Text("[data-secret]").Replace(" ", "", StringComparison.Ordinal))!;
        (await here.Submit(page, "main form", ("code", Code(secret)))).Expect(200);
        var admin = await site.SignInAs(Role.Federation);
        var made = await admin.Submit(await admin.Get($"/comptes/{await site.AccountIdAsync("committee.tout@example.fr")}"), "form[action$='/lien']");
        var visitor = site.Anonymous();
        var link = new Uri(made.Text("[data-link]")).AbsolutePath;
        var chosen = await visitor.Submit(await visitor.Get(link), "form[action^='/invitation']", ("password", "un tout nouveau secret"), ("again", "un tout nouveau secret"));
        Assert.Equal("/connexion", chosen.Expect(303).Location);
        (await visitor.Get("/mon-compte")).Expect(302);
    }

    [Fact]
    public async Task A_role_that_asks_for_it_leads_there_before_anything_else_on_each_node()
    {
        await using var second = await site.SecondNodeAsync();
        var auditor = await site.SignInAs(Role.Auditor);
        (await auditor.Get("/journal")).Expect(200);
        var admin = await site.SignInAs(Role.Federation);
        (await admin.Submit(await admin.Get("/comptes/double-authentification"), "main form", ("role-Auditor", "oui"))).Expect(303);
        foreach (var at in (Visitor[])[auditor, auditor.At(second.Address)])
        {
            Assert.Equal(Mine, (await at.Get("/journal")).Expect(302).Location);
            Assert.Equal(Mine, (await at.Get("/")).Expect(302).Location);
            (await at.Get("/aide")).Expect(200);
            (await at.Get(Mine)).Expect(200);
        }

        var page = await auditor.Get(Mine);
        var secret = TotpSecret.Read(page.Text("[data-secret]").Replace(" ", "", StringComparison.Ordinal))!;
        (await auditor.Submit(page, "main form", ("code", Code(secret)))).Expect(200);
        (await auditor.Get("/journal")).Expect(200);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_the_next_request_on_each_node()
    {
        await using var second = await site.SecondNodeAsync();
        var person = await site.SignInAs(Role.Contributor);
        var there = person.At(second.Address);
        (await there.Get("/mon-compte")).Expect(200);
        var admin = (await site.SignInAs(Role.Federation)).At(second.Address);
        var path = $"/comptes/{await site.AccountIdAsync("contributor.alpha-75@example.fr")}";
        (await admin.Submit(await admin.Get(path), "form[action$='/desactivation']")).Expect(303);
        (await person.Get("/mon-compte")).Expect(302);
        (await there.Get("/mon-compte")).Expect(302);
    }

    [Fact]
    public async Task The_last_sign_in_is_shown()
    {
        var id = await site.OpenAccount("personne.neuve@example.fr", new Grant(Role.Committee, null));
        var admin = await site.SignInAs(Role.Federation);
        var before = (await admin.Get($"/comptes/{id}")).Text("main");
        Assert.Contains("jamais", before, StringComparison.Ordinal);
        await site.SignInWith("personne.neuve@example.fr");
        var line = (await admin.Get("/comptes?q=neuve@")).Text("tbody tr");
        Assert.DoesNotContain("jamais", line, StringComparison.Ordinal);
        Assert.Matches(@"\d{4} à\u00A0\d\d:\d\d", line);
    }

    private async Task<int> EnterAsync(string email, string code)
    {
        var visitor = site.Anonymous();
        var asked = await visitor.Submit(await visitor.Get("/connexion"), "main form", ("email", email), ("password", Site.Password));
        return (await visitor.Submit(asked, "main form", ("code", code))).Status;
    }

    private string Code(TotpSecret secret) => Totp.CodeOf(secret, Totp.StepAt(site.Clock.GetUtcNow()));
}
