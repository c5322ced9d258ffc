using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Frameworks;

/// <summary>The federation rewrites the texts of a sheet, an indicator or the context: seen before it is kept.</summary>
public sealed class TextsTests : IAsyncLifetime
{
    private const string Path = "/referentiels/essai/fiches/E1.1/textes";

    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        await site.LoadAsync(SmallFramework.Yaml);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_changes_is_shown_before_the_version_is_made_and_what_was_typed_stays()
    {
        var federation = await site.SignInAs(Role.Federation);
        var sheet = (await federation.Get("/referentiels/essai/fiches/E1.1")).Expect(200);
        Assert.NotNull(sheet.Page.QuerySelector($"main a[href='{Path}']"));
        var seen = (await federation.Submit(await federation.Get(Path), "#textes", ("about", "Ligne une.\r\nLigne <deux> & \"trois\"."))).Expect(200);
        Assert.Contains("Une présentation.", seen.Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("Ligne <deux>", seen.Page.QuerySelector("#about")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.WithDbAsync(db => db.FrameworkVersions.CountAsync()));
        var after = await federation.Follow((await federation.Submit(seen, "#garder")).Expect(303));
        Assert.Contains("version 2", after.Notice, StringComparison.Ordinal);
        Assert.Equal("Ligne une.\nLigne <deux> & \"trois\".", after.Page.QuerySelector("#propos p")!.TextContent);
        Assert.Contains("frameworks.texts", await site.TrailAsync());
        (await federation.Submit(seen, "#garder")).Expect(303);
        Assert.Equal(2, await site.WithDbAsync(db => db.FrameworkVersions.CountAsync()));
        Assert.Contains("Ligne une.", (await federation.Get("/referentiels/comparaison?de=essai@1&vers=essai@2")).Expect(200).Text("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_stand_at_their_fields_and_an_older_version_is_stale()
    {
        var federation = await site.SignInAs(Role.Federation);
        var page = await federation.Get(Path);
        var refused = (await federation.Submit(page, "#textes", ("about", " "), ("action-0", new string('x', 5001)))).Expect(422);
        Assert.Equal(2, refused.Faults.Count);
        Assert.NotNull(refused.Page.QuerySelector("#about[aria-invalid=true]"));
        (await federation.Submit(await federation.Submit(await federation.Get("/referentiels/essai/contexte/textes"), "#textes", ("help-surface_m2", "Utile.")), "#garder")).Expect(303);
        (await federation.Submit(page, "#textes", ("about", "Autre"))).Expect(409);
        (await federation.Get("/referentiels/essai/fiches/E9/textes")).Expect(404);
        var indicator = (await federation.Get("/referentiels/essai/indicateurs/flotte/textes")).Expect(200);
        Assert.DoesNotContain("frameworks.", indicator.Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Auditor)]
    public async Task Others_may_not(Role role)
    {
        var visitor = await site.SignInAs(role);
        (await visitor.Get(Path)).Expect(403);
        Assert.Null((await visitor.Get("/referentiels/essai/fiches/E1.1")).Expect(200).Page.QuerySelector($"main a[href='{Path}']"));
    }
}
