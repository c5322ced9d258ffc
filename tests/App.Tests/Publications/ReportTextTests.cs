using Microsoft.EntityFrameworkCore;
using Responsables.App.Publications;
using Responsables.App.Publications.Documents;
using Responsables.App.Publications.Texts;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Reports.Documents;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Publications;

/// <summary>Texts of the reports of the small federation: of 200 persons 60 were trained in the whole, 30 of 100 in fund A.</summary>
public class ReportTextTests
{
    private static readonly NodeKey Fed = new("fed");
    private static readonly NodeKey Fund = new(SmallFederation.FundA.Value);
    private static readonly Actor Writer = Of(Role.Federation, null);
    private static readonly Actor Reader = Of(Role.Federation, null);

    [Theory, EachEngine]
    public async Task A_text_that_is_signed_off_goes_into_the_edition_with_its_figures(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await WriteAsync(campaign, Writer, Fed, "avant-propos", "Part formée : {valeur:part-formes}, par {reponses:part-formes}.", 0));
        Done(await WriteAsync(campaign, Writer, Fed, "methode", "Jamais relu.", 0));
        Done(await SignAsync(campaign, Reader, Fed, "avant-propos", 1));
        Assert.Equal("Part formée : 30,0\u00A0%, par 2 organismes sur 10.", Assert.Single(await TextsAsync(campaign)).Text);
    }

    [Theory, EachEngine]
    public async Task Whoever_wrote_a_text_does_not_sign_it_and_a_change_asks_for_it_again(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await WriteAsync(campaign, Writer, Fed, "methode", "Un.", 0));
        Assert.Equal(["publications.text-own"], Refused(await SignAsync(campaign, Writer, Fed, "methode", 1)).Select(p => p.Code));
        Done(await SignAsync(campaign, Reader, Fed, "methode", 1));
        Assert.Equal(["publications.text-already-signed"], Refused(await SignAsync(campaign, Reader, Fed, "methode", 1)).Select(p => p.Code));
        Done(await WriteAsync(campaign, Writer, Fed, "methode", "Deux.", 1));
        Assert.Empty(await TextsAsync(campaign));
        Assert.IsType<Outcome<TextKept>.Stale>(await SignAsync(campaign, Reader, Fed, "methode", 1));
        var text = await campaign.Database.ReadAsync(db => db.ReportTexts.Include(t => t.Versions).SingleAsync());
        Assert.Equal(["Un.", "Deux."], text.Versions.OrderBy(v => v.Version).Select(v => v.Text));
    }

    [Theory, EachEngine]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await WriteAsync(campaign, Writer, Fed, "methode", "Un.", 0));
        Assert.IsType<Outcome<TextKept>.Stale>(await WriteAsync(campaign, Reader, Fed, "methode", "Autre.", 0));
        // The same text again is no new version.
        Assert.Equal(1, Done(await WriteAsync(campaign, Reader, Fed, "methode", "Un.", 1)).Version);
    }

    [Theory, EachEngine]
    public async Task Places_that_are_none_are_refused_all_at_once(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var problems = Refused(await WriteAsync(campaign, Writer, Fed, "methode", "{valeur} et {valeur:inconnu} et {varie:part-formes:20}", 0));
        Assert.Equal(["publications.place-unreadable", "publications.place-unreadable", "publications.place-indicator"], problems.Select(p => p.Code));
        Assert.Empty(await campaign.Database.ReadAsync(db => db.ReportTexts.ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task A_chart_stands_alone_and_needs_years(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Assert.Equal(["publications.chart-crowded"], Refused(await WriteAsync(campaign, Writer, Fed, "methode", "Voici {graphique:part-formes}.", 0)).Select(p => p.Code));
        Done(await WriteAsync(campaign, Writer, Fed, "methode", "Voici.\n\n{graphique:part-formes}", 0));
        Done(await SignAsync(campaign, Reader, Fed, "methode", 1));
        // One year is no line.
        var refused = Refused(await campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(c => c.RunAsync(Writer, Year, "", Guid.NewGuid(), default)));
        Assert.Equal([("publications.place-unbound", "{graphique:part-formes}")], refused.Select(p => (p.Code, (string)p.Arguments[0]!)));
    }

    [Theory, EachEngine]
    public async Task A_place_that_has_nothing_to_tell_refuses_the_edition(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await WriteAsync(campaign, Writer, Fed, "methode", "Elle {varie:part-formes:2020}.", 0));
        Done(await SignAsync(campaign, Reader, Fed, "methode", 1));
        var refused = Refused(await campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(c => c.RunAsync(Writer, Year, "", Guid.NewGuid(), default)));
        Assert.Equal([("publications.place-unbound", "fed, methode")], refused.Select(p => (p.Code, p.Place!)));
        Assert.Empty(await campaign.Database.ReadAsync(db => db.Editions.ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task A_fund_writes_its_own_report_and_nobody_anothers(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var coordinator = Of(Role.Coordinator, SmallFederation.FundA);
        Done(await WriteAsync(campaign, coordinator, Fund, "methode", "Part formée : {valeur:part-formes}.", 0));
        Done(await SignAsync(campaign, Reader, Fund, "methode", 1));
        Assert.Equal((Fund, "Part formée : 30,0\u00A0%."), Assert.Single(await TextsAsync(campaign)) is var text ? (text.Node, text.Text) : default);
        foreach (var (actor, node) in ((Actor, NodeKey)[])
        [
            (coordinator, Fed), (Of(Role.Coordinator, SmallFederation.FundB), Fund), (Of(Role.Contributor, SmallFederation.FundA), Fund), (Of(Role.Director, SmallFederation.FundA), Fund),
            (Of(Role.Committee, null), Fed), (Of(Role.Auditor, null), Fed), (Writer, new NodeKey("alpha-75")), (Writer, new NodeKey("reg-11")),
        ])
        {
            Assert.IsType<Outcome<TextKept>.Missing>(await WriteAsync(campaign, actor, node, "methode", "Non.", 0));
        }

        Assert.IsType<Outcome<TextKept>.Missing>(await WriteAsync(campaign, Writer, Fed, "rien", "Non.", 0));
    }

    [Theory, EachEngine]
    public async Task A_preview_has_what_is_written_today_with_the_figures_that_one_may_read(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var coordinator = Of(Role.Coordinator, SmallFederation.FundA);
        Done(await WriteAsync(campaign, coordinator, Fund, "methode", "Part : {valeur:part-formes}.\n\n{graphique:part-formes}", 0));
        Assert.Equal(["publications.preview-no-edition"], Refused(await PreviewAsync(campaign, coordinator, Fund)).Select(p => p.Code));
        Done(await WriteAsync(campaign, Writer, Fed, "methode", "Pas d’ici.", 0));
        await TextsAsync(campaign);
        // Prepared and not published: for those who prepare it.
        Assert.Equal(["publications.preview-no-edition"], Refused(await PreviewAsync(campaign, coordinator, Fund)).Select(p => p.Code));
        var source = Done(await PreviewAsync(campaign, Writer, Fund));
        var said = YearlyReport.Of(source, Fund).AllBlocks.OfType<Paragraph>().Select(p => p.Text).ToList();
        // Written and signed off by nobody yet; the chart that cannot be drawn stays as it is written.
        Assert.Contains("Part : 30,0\u00A0%.", said);
        Assert.Contains("{graphique:part-formes}", said);
        Assert.DoesNotContain("Pas d’ici.", said);
        Assert.Contains("non publié", YearlyReport.Of(source, Fund).Foot, StringComparison.Ordinal);
        Assert.IsType<Outcome<EditionSource>.Missing>(await PreviewAsync(campaign, Of(Role.Coordinator, SmallFederation.FundB), Fund));
        await campaign.Database.WithAsync<DecideEdition, Outcome<EditionDecided>>(d => d.ApproveAsync(PublishedFederation.Committee, 1, Guid.NewGuid(), default));
        Done(await PublishedFederation.PublishAsync(campaign, Writer));
        Done(await PreviewAsync(campaign, coordinator, Fund));
    }

    private static Task<Outcome<EditionSource>> PreviewAsync(SmallCampaign campaign, Actor actor, NodeKey node) =>
        campaign.Database.WithAsync<PreviewReport, Outcome<EditionSource>>(p => p.SourceAsync(actor, Year, node, default));

    private static async Task<SmallCampaign> StartAsync(Engine engine)
    {
        var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(
            ["alpha-75,effectif_physique_3112,,100,,", "alpha-75,formes,,30,,", "beta-14,effectif_physique_3112,,100,,", "beta-14,formes,,30,,"], sign: true, validate: true));
        return campaign;
    }

    private static Actor Of(Role role, OrganizationCode? scope) => new(Guid.NewGuid(), role.ToString(), [new Grant(role, scope)], false);

    private static Task<Outcome<TextKept>> WriteAsync(SmallCampaign campaign, Actor actor, NodeKey node, string section, string text, int version) =>
        campaign.Database.WithAsync<WriteReport, Outcome<TextKept>>(w => w.WriteAsync(actor, Year, node, section, text, version, Guid.NewGuid(), default));

    private static Task<Outcome<TextKept>> SignAsync(SmallCampaign campaign, Actor actor, NodeKey node, string section, int version) =>
        campaign.Database.WithAsync<WriteReport, Outcome<TextKept>>(w => w.SignAsync(actor, Year, node, section, version, Guid.NewGuid(), default));

    private static async Task<IReadOnlyList<EditionText>> TextsAsync(SmallCampaign campaign)
    {
        var made = Done(await campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(c => c.RunAsync(Actor.Command, Year, "", Guid.NewGuid(), default)));
        return (await campaign.Database.WithAsync<EditionsQuery, EditionContent>(q => q.ContentAsync(made.Number, [], default))).Texts;
    }
}
