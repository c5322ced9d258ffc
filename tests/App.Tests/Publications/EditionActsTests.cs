using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;
using Responsables.App.Publications;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Publications.PublishedFederation;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Publications;

/// <summary>Who prepares, approves and publishes an edition, when the public reads it, and how it is corrected.</summary>
public class EditionActsTests
{
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

        var edition = (await campaign.Database.WithAsync<EditionsQuery, EditionRead?>(q => q.FindAsync(null, 2, default)))!.Edition;
        Assert.Equal((1, "Deux organismes ont corrigé leur saisie."), (edition.Corrects, edition.Reason));
        var restated = await campaign.Database.WithAsync<EditionsQuery, IReadOnlyList<Restatement>>(q => q.RestatementsAsync(2, default));
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

    // Between what is read and what is kept another edition is published: on SQLite, writers take turns and the act cannot be halted there.
    [Fact]
    public async Task An_edition_that_was_read_before_another_was_published_is_not_kept()
    {
        await using var campaign = await StartAsync(Engine.Postgres);
        Done(await CreateAsync(campaign));
        Done(await ApproveAsync(campaign, Committee));
        var outcome = await campaign.Database.WithAsync<IServiceProvider, Outcome<EditionMade>>(services =>
        {
            var writing = new Writing(services.GetRequiredService<AppDb>(), new Interrupted(campaign.Database.Clock, () => Done(PublishAsync(campaign, Federation).GetAwaiter().GetResult())));
            var create = new CreateEdition(services.GetRequiredService<AppDb>(), services.GetRequiredService<EditionMaker>(), services.GetRequiredService<SigningKeys>(), writing);
            return create.RunAsync(Actor.Command, Year, "", Guid.NewGuid(), default);
        });
        Assert.Equal("publications.overtaken", Assert.Single(Assert.IsType<Outcome<EditionMade>.Stale>(outcome).Problems).Code);
        Assert.Equal(1, await campaign.Database.ReadAsync(db => db.Editions.CountAsync()));
    }

    /// <summary>Something happens whenever somebody looks at the clock.</summary>
    private sealed class Interrupted(TimeProvider clock, Action happens) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            happens();
            return clock.GetUtcNow();
        }
    }
}
