using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Reviews;

namespace Responsables.Web.Tests.Campaigns;

/// <summary>What a branch adds to the framework, and its terms, through the pages.</summary>
public sealed class SupplementPagesTests : IAsyncLifetime
{
    private const string Form = "main form[method=post]";

    private static readonly (string, string)[] Filled =
    [
        ("titre-directeur", "Schéma directeur 2025"), ("prefixe", "mal"), ("objectif", "E1.1.1"), ("intitule", "Accueils équipés"), ("nature", "nombre"), ("question", "Accueils"), ("unite", "accueils"),
    ];

    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        await new RunningYear(site).LoadFrameworkAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_coordinator_adds_an_indicator_reads_it_and_takes_it_back()
    {
        var coordinator = await site.SignInAs(Role.Coordinator);
        var empty = (await coordinator.Get("/campagnes/declinaison")).Expect(200);
        Assert.Equal("Maladie n’ajoute rien au référentiel", Plain(empty.Title));
        var form = (await coordinator.Get("/campagnes/declinaison/indicateur")).Expect(200);
        Assert.Equal("mal", form.Page.QuerySelector("#prefixe")!.GetAttribute("value"));

        var refused = (await coordinator.Submit(form, Form, ("prefixe", "2 "), ("nature", "rapport"), ("intitule", "Accueils équipés"))).Expect(422);
        Assert.Equal(
            ["#prefixe", "#objectif", "#total-de", "#titre-directeur", "#question", "#unite"], refused.Page.QuerySelectorAll(".faults a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Accueils équipés", refused.Page.QuerySelector("#intitule")!.GetAttribute("value"));

        var added = await coordinator.Follow((await coordinator.Submit(refused, Form, Filled)).Expect(303));
        Assert.Equal("Maladie ajoute 1 indicateur au référentiel", Plain(added.Title));
        Assert.Contains("« Accueils équipés » sera demandé", Plain(added.Notice), StringComparison.Ordinal);
        (await coordinator.Get("/referentiels/rso-2020/indicateurs/mal-accueils-equipes")).Expect(200);
        Assert.Contains("Maladie", (await coordinator.Get("/referentiels/rso-2020")).Text("main"), StringComparison.Ordinal);
        var file = (await coordinator.Get("/campagnes/declinaison/fichier?branche=Maladie")).Expect(200);
        Assert.Contains("mal_accueils_equipes", await file.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // The form that was sent first is not kept a second time, nor upon what it did not show.
        (await coordinator.Submit(form, Form, Filled)).Expect(409);
        var gone = await coordinator.Follow((await coordinator.Submit(added, "td form")).Expect(303));
        Assert.Equal("Maladie n’ajoute rien au référentiel", Plain(gone.Title));
        Assert.Equal(["campaigns.supplement", "campaigns.supplement"], await site.TrailAsync());
    }

    [Fact]
    public async Task Others_read_it_and_do_not_write_it()
    {
        var contributor = await site.SignInAs(Role.Contributor);
        var page = (await contributor.Get("/campagnes/declinaison?branche=Famille")).Expect(200);
        Assert.Empty(page.Page.QuerySelectorAll(Form));
        (await contributor.Get("/campagnes/declinaison/indicateur")).Expect(403);
        var coordinator = await site.SignInAs(Role.Coordinator);
        Assert.Empty((await coordinator.Get("/campagnes/declinaison?branche=Famille")).Expect(200).Page.QuerySelectorAll(Form));
    }

    [Fact]
    public async Task A_branch_sets_its_terms_and_the_campaign_shows_them()
    {
        var federation = await site.SignInAs(Role.Federation);
        var preview = await federation.Submit(await federation.Get("/campagnes/nouvelle?annee=2024"), Form);
        (await federation.Submit(preview, Form)).Expect(303);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var form = (await coordinator.Get("/campagnes/2024/echeances")).Expect(200);
        var refused = (await coordinator.Submit(form, Form, ("entry-by", "2024-01-01"))).Expect(422);
        Assert.Equal("#entry-by", refused.Page.QuerySelector(".faults a")!.GetAttribute("href"));
        var done = await coordinator.Follow((await coordinator.Submit(form, Form, ("entry-by", "2025-03-10"), ("review-by", "2025-04-15"))).Expect(303));
        Assert.Contains("10 mars 2025", Plain(done.Text("#echeances")), StringComparison.Ordinal);
        Assert.Equal(["2025-03-10", "2025-04-15"], (await coordinator.Get("/campagnes/2024/echeances")).Page.QuerySelectorAll("main input[type=date]").Select(i => i.GetAttribute("value")));
        Assert.Equal("Maladie", await site.WithDbAsync(db => db.BranchTerms.Select(t => t.Branch).SingleAsync()));
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
