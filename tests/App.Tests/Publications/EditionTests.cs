using System.Data.Common;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Disclosure;
using Responsables.App.Publications;
using Responsables.App.Reviews;
using Responsables.App.Tests.Support;
using Responsables.App.Tests.Reviews;
using Responsables.App.Tests.Trust;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Publications;

/// <summary>Editions of the small federation, in which alpha-75 has trained 3 persons.</summary>
public class EditionTests
{
    private static readonly string[] Answers =
    [
        .. Body("alpha-75", 100, 3), .. Body("alpha-normandie", 50, 25), .. Body("alpha-sans", 40, 12), .. Body("beta-14", 60, 30), .. Body("beta-75", 70, 0),
        .. Body("fonds-a", 80, 41), .. Body("ecole", 30, 20),
    ];

    private static readonly Actor Committee = Of(Role.Committee);
    private static readonly Actor Federation = Of(Role.Federation);

    [Theory, EachEngine]
    public async Task An_edition_holds_every_figure_as_the_public_may_read_it(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Assert.Equal(1, Done(await CreateAsync(campaign)).Number);
        var content = await ContentAsync(campaign, 1);
        var frozen = content.Nodes.SelectMany(n => n.Figures).ToDictionary(f => (f.Node, f.Indicator, f.Breakdown));
        var expected = new List<ConsolidationRow>();
        foreach (var by in Enum.GetValues<Hierarchy>())
        {
            expected.AddRange(await campaign.Database.WithAsync<PublicRows, List<ConsolidationRow>>(async r => await Done(await r.OfAsync(
                Actor.Command, new ConsolidationQuery(Year, by, null, null, FigureLevel.Validated), default)).ToListAsync()));
        }

        Assert.Equal(expected.Count, frozen.Count);
        Assert.All(expected, row =>
        {
            var figure = frozen[(row.Node, row.Indicator, row.Breakdown)];
            Assert.Equal(
                (row.Figure.Value, row.Figure.Numerator, row.Figure.Denominator, row.Figure.Reason, row.Figure.Expected, row.Figure.Answered),
                (figure.Value, figure.Numerator, figure.Denominator, figure.Reason, figure.Expected, figure.Answered));
        });
        Assert.True(frozen[(new NodeKey("alpha-75"), SmallFramework.TrainedShare, "")].IsSecret);
        Assert.Equal(131m, frozen[(new NodeKey("fed"), SmallFramework.TrainedShare, "")].Numerator);
        Assert.Equal(("fed", 5, 1, 2024), (content.Perimeter.Root.Value, content.Head.SmallNumbers, content.Head.Edition, content.Head.Year));
    }

    [Theory, EachEngine]
    public async Task Its_file_is_genuine_and_the_same_each_time(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var made = Done(await CreateAsync(campaign));
        var file = await JsonAsync(campaign, 1, withBodies: true);
        Assert.Equal(file, await JsonAsync(campaign, 1, withBodies: true));
        var verified = await VerifyAsync(campaign, file);
        Assert.Empty(verified.Faults);
        Assert.Equal((made.Sha256, true), (verified.Check.Seal, verified.IsOwnKey));
        // Made again a year later from the same answers, the content is the same but for its number and date.
        campaign.Database.Clock.Set(campaign.Database.Clock.GetUtcNow().AddYears(1));
        Done(await CreateAsync(campaign));
        var hashes = await campaign.Database.ReadAsync(db => db.EditionParts.AsNoTracking().OrderBy(p => p.Name).ToListAsync());
        Assert.Equal(
            hashes.Where(h => h.Edition == 1 && h.Name != "edition").Select(h => (h.Name, h.Sha256)), hashes.Where(h => h.Edition == 2 && h.Name != "edition").Select(h => (h.Name, h.Sha256)));
    }

    [Theory, EachEngine]
    public async Task A_figure_changed_in_the_file_is_named_by_its_node(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await CreateAsync(campaign));
        var file = JsonNode.Parse(await JsonAsync(campaign, 1, withBodies: true))!;
        file["figures"]!.AsArray().First(f => (string?)f!["node"] == "beta-14" && f["value"] is not null)!["value"] = "99";
        var verified = await VerifyAsync(campaign, Encoding.UTF8.GetBytes(file.ToJsonString()));
        Assert.Equal([("publications.verify-altered", "nodes/beta-14")], verified.Faults.Select(f => (f.Code, f.Place)));
        // The file of another instance is whole, and not ours.
        await using var other = await StartAsync(engine);
        Done(await CreateAsync(other));
        Assert.Equal(["publications.verify-other-key"], (await VerifyAsync(campaign, await JsonAsync(other, 1, withBodies: true))).Faults.Select(f => f.Code));
    }

    [Theory, EachEngine]
    public async Task Bodies_are_left_out_of_the_file_where_they_are_not_opened(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await CreateAsync(campaign));
        var file = JsonNode.Parse(await JsonAsync(campaign, 1, withBodies: false))!;
        var perimeter = (await ContentAsync(campaign, 1)).Perimeter;
        var told = file["figures"]!.AsArray().Select(f => (string)f!["node"]!).Distinct().ToList();
        Assert.Contains("fonds-a", told);
        Assert.Empty(told.Intersect(perimeter.Nodes.Where(n => n.IsOneBody).Select(n => n.Node.Value)));
        Assert.DoesNotContain("alpha-75", told);
        var verified = await VerifyAsync(campaign, Encoding.UTF8.GetBytes(file.ToJsonString()));
        Assert.Empty(verified.Faults);
        Assert.Contains(("nodes/alpha-75", SectionState.LeftOut), verified.Check.Sections);
    }

    [Theory, EachEngine]
    public async Task The_committee_approves_the_federation_publishes_and_nobody_else(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = Of(role);
            Assert.Equal(role == Role.Federation, await CreateAsync(campaign, actor) is Outcome<EditionMade>.Done);
        }

        Assert.Equal(["publications.not-approved"], Refused(await PublishAsync(campaign, Federation)).Select(p => p.Code));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Committee))
        {
            Assert.IsType<Outcome<EditionDecided>.Missing>(await ApproveAsync(campaign, Of(role)));
        }

        Assert.Equal(["publications.refusal-empty"], Refused(await RefuseAsync(campaign, Committee, " ")).Select(p => p.Code));
        Done(await ApproveAsync(campaign, Committee));
        Assert.Equal(["publications.already-decided"], Refused(await ApproveAsync(campaign, Committee)).Select(p => p.Code));
        Assert.Equal(["publications.already-decided"], Refused(await RefuseAsync(campaign, Committee, "Trop tard.")).Select(p => p.Code));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Federation))
        {
            Assert.IsType<Outcome<EditionPublished>.Missing>(await PublishAsync(campaign, Of(role)));
        }

        Done(await PublishAsync(campaign, Federation));
        Assert.Equal(["publications.already-published"], Refused(await PublishAsync(campaign, Federation)).Select(p => p.Code));
        var acts = await campaign.Database.ReadAsync(db => db.Trail.AsNoTracking().Where(t => t.Act.StartsWith("publications.")).Select(t => t.Act).ToListAsync());
        Assert.Equal(["publications.create", "publications.approve", "publications.publish"], acts);
    }

    [Theory, EachEngine]
    public async Task Whoever_made_an_edition_does_not_approve_it_and_what_is_refused_is_not_published(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var both = new Actor(Guid.NewGuid(), "Les deux", [new Grant(Role.Federation, null), new Grant(Role.Committee, null)], false);
        Done(await CreateAsync(campaign, both));
        Assert.Equal(["publications.own-edition"], Refused(await ApproveAsync(campaign, both)).Select(p => p.Code));
        Done(await RefuseAsync(campaign, Committee, "Une caisse manque."));
        Assert.Equal(["publications.was-refused"], Refused(await PublishAsync(campaign, Federation)).Select(p => p.Code));
    }

    [Theory, EachEngine]
    public async Task Nobody_of_the_public_sees_an_edition_before_the_end_of_its_embargo(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await CreateAsync(campaign));
        Done(await ApproveAsync(campaign, Committee));
        foreach (var day in (DateOnly[])[new(2025, 2, 15), new(2024, 1, 1), new(2027, 1, 1)])
        {
            Assert.Equal([("publications.embargo-range", "embargo")], Refused(await PublishAsync(campaign, Federation, day)).Select(p => (p.Code, p.Place)));
        }

        Assert.Empty(await PublicAsync(campaign));
        // The first instant of 1 March in Paris.
        Assert.Equal(new DateTimeOffset(2025, 2, 28, 23, 0, 0, TimeSpan.Zero), Done(await PublishAsync(campaign, Federation, new DateOnly(2025, 3, 1))).PublicFrom);
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 2, 28, 22, 59, 59, TimeSpan.Zero));
        Assert.Empty(await PublicAsync(campaign));
        Assert.Single(await campaign.Database.WithAsync<EditionsQuery, IReadOnlyList<EditionRead>>(q => q.ListAsync(Committee, default)), e => e.State == EditionState.Embargoed);
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 2, 28, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal([(1, EditionState.Public)], await PublicAsync(campaign));
    }

    [Theory, EachEngine]
    public async Task A_correction_says_why_and_what_changed_and_keeps_hidden_what_was(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        await PublishFirstAsync(campaign);
        // alpha-75 mends its answer: no longer a small number. beta-14 changes too.
        await MendAsync(campaign, "alpha-75", 100, 40);
        await MendAsync(campaign, "beta-14", 60, 33);
        Assert.Equal([("publications.reason-empty", "motif")], Refused(await CreateAsync(campaign, Federation)).Select(p => (p.Code, p.Place)));
        Done(await CreateAsync(campaign, Federation, "Deux organismes ont corrigé leur saisie."));
        Done(await ApproveAsync(campaign, Committee, 2));
        Assert.True(Done(await PublishAsync(campaign, Federation, null, 2)).Restatements > 0);
        Assert.Equal([(2, EditionState.Public), (1, EditionState.Corrected)], await PublicAsync(campaign));

        var after = (await ContentAsync(campaign, 2)).Nodes.SelectMany(n => n.Figures).Where(f => f.Indicator == SmallFramework.TrainedShare).ToDictionary(f => f.Node.Value);
        var before = (await ContentAsync(campaign, 1)).Nodes.SelectMany(n => n.Figures).Where(f => f.Indicator == SmallFramework.TrainedShare).ToDictionary(f => f.Node.Value);
        Assert.All(before.Where(f => f.Value.IsSecret), f => Assert.True(after[f.Key].IsSecret, f.Key));
        Assert.Equal(171m, after["fed"].Numerator);

        var (edition, restated) = Assert.Single(await campaign.Database.WithAsync<EditionsQuery, IReadOnlyList<(EditionRead, IReadOnlyList<Restatement>)>>(q => q.RestatementsAsync(null, default)));
        Assert.Equal((2, 1, "Deux organismes ont corrigé leur saisie."), (edition.Edition.Number, edition.Edition.Corrects, edition.Edition.Reason));
        var national = restated.Single(r => r.Node.Value == "fed" && r.Indicator == SmallFramework.TrainedShare && r.Breakdown.Length == 0);
        Assert.Equal((before["fed"].Value, after["fed"].Value), (national.From, national.To));
        Assert.Contains(restated, r => r.Node.Value == "beta-14");
        Assert.DoesNotContain(restated, r => r.Node.Value is "alpha-75" or "ecole");
    }

    [Theory, EachEngine]
    public async Task An_edition_prepared_before_another_was_published_is_overtaken(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await CreateAsync(campaign));
        campaign.Database.Clock.Set(campaign.Database.Clock.GetUtcNow().AddMinutes(1));
        Done(await CreateAsync(campaign));
        campaign.Database.Clock.Set(campaign.Database.Clock.GetUtcNow().AddMinutes(1));
        Done(await ApproveAsync(campaign, Committee, 1));
        Done(await ApproveAsync(campaign, Committee, 2));
        Done(await PublishAsync(campaign, Federation, null, 1));
        Assert.Equal(["publications.overtaken"], Refused(await PublishAsync(campaign, Federation, null, 2)).Select(p => p.Code));
    }

    [Theory, EachEngine]
    public async Task The_database_refuses_to_change_or_remove_an_edition(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        await PublishFirstAsync(campaign);
        await MendAsync(campaign, "beta-14", 60, 33);
        Done(await CreateAsync(campaign, Federation, "Corrigé."));
        Done(await ApproveAsync(campaign, Committee, 2));
        Done(await PublishAsync(campaign, Federation, null, 2));
        var before = await StateAsync(campaign);
        foreach (var table in (string[])["editions", "edition_parts", "edition_acts", "restatements"])
        {
            var column = table == "editions" ? "Number" : "Edition";
            List<string> statements = [$"UPDATE {table} SET \"{column}\" = 9", $"DELETE FROM {table}"];
            statements.Add(engine == Engine.Postgres ? $"TRUNCATE {table} CASCADE" : $"REPLACE INTO {table} SELECT * FROM {table}");
            foreach (var statement in statements)
            {
                var refusal = await Assert.ThrowsAnyAsync<DbException>(() => campaign.RunAsync(statement));
                Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, await StateAsync(campaign));
    }

    [Theory, EachEngine]
    public async Task Without_a_validated_figure_there_is_nothing_to_freeze(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Assert.Equal(["publications.nothing-validated"], Refused(await CreateAsync(campaign)).Select(p => p.Code));
        Assert.Equal(["campaigns.year-unknown"], Refused(await campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(
            c => c.RunAsync(Actor.Command, 1999, "", Guid.NewGuid(), default))).Select(p => p.Code));
        Assert.Empty(await campaign.Database.ReadAsync(db => db.Editions.ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task The_same_request_sent_twice_makes_one_edition(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var key = Guid.NewGuid();
        var made = Done(await CreateAsync(campaign, key: key));
        Assert.Equal(made, Done(await CreateAsync(campaign, key: key)));
        Assert.Equal(1, await campaign.Database.ReadAsync(db => db.Editions.CountAsync()));
    }

    private static async Task<SmallCampaign> StartAsync(Engine engine)
    {
        var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Answers, sign: true, validate: true));
        return campaign;
    }

    private static async Task PublishFirstAsync(SmallCampaign campaign)
    {
        Done(await CreateAsync(campaign));
        Done(await ApproveAsync(campaign, Committee));
        Done(await PublishAsync(campaign, Federation));
        campaign.Database.Clock.Set(campaign.Database.Clock.GetUtcNow().AddMinutes(1));
    }

    /// <summary>What was validated goes back to the body, which gives other answers; they are validated in their turn.</summary>
    private static async Task MendAsync(SmallCampaign campaign, string code, int staff, int trained)
    {
        var dossier = await campaign.DossierOf(new OrganizationCode(code));
        Done(await campaign.Database.WithAsync<ReviewBlocks, Outcome<Reviewed>>(r => r.RunAsync(
            new Actor(Guid.NewGuid(), "Caisse", [new Grant(Role.Federation, null), new Grant(Role.Coordinator, dossier.Place.Reviewer)], false), dossier.Submission.Id,
            [.. dossier.Blocks.Where(b => dossier.StateOf(b.Key) == BlockState.Validated).Select(b => new BlockDecision(b.Key, ReviewDecision.Returned, "À revoir.", b.Value.Seal))],
            Guid.NewGuid(), default)));
        Done(await campaign.ImportAsync(Body(code, staff, trained), sign: true, validate: true));
    }

    private static string[] Body(string code, int staff, int trained) => [$"{code},effectif_physique_3112,,{staff},,", $"{code},formes,,{trained},,"];

    private static Actor Of(Role role) =>
        new(Guid.NewGuid(), role.ToString(), [new Grant(role, role is Role.Federation or Role.Committee or Role.Auditor ? null : SmallFederation.FundA)], false);

    private static Task<Outcome<EditionMade>> CreateAsync(SmallCampaign campaign, Actor? actor = null, string reason = "", Guid? key = null) =>
        campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(c => c.RunAsync(actor ?? Actor.Command, Year, reason, key ?? Guid.NewGuid(), default));

    private static Task<Outcome<EditionDecided>> ApproveAsync(SmallCampaign campaign, Actor actor, int number = 1) =>
        campaign.Database.WithAsync<DecideEdition, Outcome<EditionDecided>>(d => d.ApproveAsync(actor, number, Guid.NewGuid(), default));

    private static Task<Outcome<EditionDecided>> RefuseAsync(SmallCampaign campaign, Actor actor, string reason) =>
        campaign.Database.WithAsync<DecideEdition, Outcome<EditionDecided>>(d => d.RefuseAsync(actor, 1, reason, Guid.NewGuid(), default));

    private static Task<Outcome<EditionPublished>> PublishAsync(SmallCampaign campaign, Actor actor, DateOnly? embargo = null, int number = 1) =>
        campaign.Database.WithAsync<PublishEdition, Outcome<EditionPublished>>(p => p.RunAsync(actor, number, new PublicationTerms(embargo, false), Guid.NewGuid(), default));

    private static Task<EditionContent> ContentAsync(SmallCampaign campaign, int number) =>
        campaign.Database.WithAsync<EditionsQuery, EditionContent>(q => q.WholeAsync(number, withBodies: true, default));

    private static Task<byte[]> JsonAsync(SmallCampaign campaign, int number, bool withBodies) =>
        campaign.Database.WithAsync<EditionsQuery, byte[]>(async q => await q.JsonAsync((await q.FindAsync(Actor.Command, number, default))!.Edition, withBodies, default));

    private static async Task<EditionVerified> VerifyAsync(SmallCampaign campaign, byte[] file) =>
        (await campaign.Database.ReadAsync(db => VerifyEdition.HereAsync(db, file, default)))!;

    private static async Task<IEnumerable<(int, EditionState)>> PublicAsync(SmallCampaign campaign) =>
        (await campaign.Database.WithAsync<EditionsQuery, IReadOnlyList<EditionRead>>(q => q.ListAsync(null, default))).Select(e => (e.Edition.Number, e.State));

    private static Task<string> StateAsync(SmallCampaign campaign) => campaign.Database.ReadAsync(async db => string.Join(
        ' ', await db.EditionParts.OrderBy(p => p.Edition).ThenBy(p => p.Name).Select(p => p.Sha256).ToListAsync())
        + await db.EditionActs.CountAsync() + await db.Restatements.CountAsync() + await db.Editions.CountAsync());
}
