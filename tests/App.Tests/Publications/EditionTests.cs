using System.Data.Common;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Disclosure;
using Responsables.App.Publications;
using Responsables.App.Tests.Support;
using Responsables.App.Tests.Trust;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Publications.PublishedFederation;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Publications;

/// <summary>What an edition of the small federation holds, and that nothing changes it.</summary>
public class EditionTests
{
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
        var edition = (await campaign.Database.WithAsync<EditionsQuery, EditionRead?>(q => q.FindAsync(Federation, 1, default)))!.Edition;
        Assert.Equal((frozen.Count, frozen.Values.Count(f => f.IsSecret)), (edition.Figures, edition.Secrets));
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
    public async Task The_database_refuses_to_change_or_remove_an_edition(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        await PublishFirstAsync(campaign);
        await MendAsync(campaign, "beta-14", 60, 33);
        Done(await CreateAsync(campaign, Federation, "Corrigé."));
        Done(await ApproveAsync(campaign, Committee, 2));
        Done(await PublishAsync(campaign, Federation, null, 2));
        await campaign.Database.ReadAsync(db =>
        {
            db.EditionDocuments.Add(new EditionDocument { Edition = 1, Name = "edition-1.ods", MediaType = "text/plain", Bytes = [1], Sha256 = "", MadeAt = campaign.Database.Clock.GetUtcNow() });
            return db.SaveChangesAsync();
        });
        var before = await StateAsync(campaign);
        foreach (var table in (string[])["editions", "edition_parts", "edition_acts", "restatements", "edition_documents"])
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
}
