using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Organizations;

public sealed class ReorganizationPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_act_shows_its_effect_before_it_is_done()
    {
        await site.SignInAs(Role.Contributor, SmallFederation.Beta14);
        var admin = await site.SignInAs(Role.Federation);
        var form = (await admin.Get("/organismes/actes/fermeture?organisme=beta-14")).Expect(200);
        Assert.Single((await admin.Submit(form, "main form")).Expect(422).Faults);
        var effect = (await admin.Submit(form, "main form", ("date", "2026-01-01"), ("successeurs", "beta-75\r\nbeta-974"))).Expect(200);
        Assert.Contains("Contribution", effect.Text("main"), StringComparison.Ordinal);
        Assert.Empty(await site.TrailAsync());

        var fields = effect.Page.QuerySelectorAll("main form input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToList();
        var back = await admin.Post("/organismes/actes/fermeture", [.. fields, ("etape", "corriger")]);
        Assert.Equal("2026-01-01", back.Expect(200).Page.QuerySelector("#date")!.GetAttribute("value"));
        (await admin.Post("/organismes/actes/fermeture", [.. fields, ("etape", "faire")])).Expect(303);
        Assert.Equal(["organizations.reorganize"], await site.TrailAsync());
        Assert.Contains("beta-974", (await admin.Get("/organismes/beta-14")).Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        // What was shown is no longer so.
        (await admin.Post("/organismes/actes/fermeture", [.. fields.Where(f => f.Item1 != "_key"), ("_key", Guid.NewGuid().ToString()), ("etape", "faire")])).Expect(422);
    }

    [Theory]
    [InlineData("creation")]
    [InlineData("fermeture")]
    [InlineData("fusion")]
    [InlineData("scission")]
    [InlineData("rattachement")]
    [InlineData("nom")]
    public async Task Each_act_has_its_form_and_says_what_is_missing(string act)
    {
        var admin = await site.SignInAs(Role.Federation);
        var form = (await admin.Get($"/organismes/actes/{act}")).Expect(200);
        Assert.NotEmpty((await admin.Submit(form, "main form")).Expect(422).Faults);
    }
}
