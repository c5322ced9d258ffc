using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Campaigns;
using Responsables.App.Organizations;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Organizations;

public class ReorganizeTests
{
    private static readonly Reorganization Merger = new Reorganization.Merger(
        new(2025, 1, 1), [SmallFederation.Alpha75, SmallFederation.AlphaNowhere], new(new("alpha-idf"), "Alpha d’Île-de-France", null));

    [Theory, EachEngine]
    public async Task The_effect_is_told_in_numbers_then_done_once_under_trail(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        await GiveAsync(world, SmallFederation.Alpha75);
        var parts = await world.ContentAsync();
        var effect = SmallCampaign.Done(await PreviewAsync(world, Merger));
        Assert.Equal((1, 2, 0), (effect.Change.Arrived.Count, effect.Change.Left.Count, effect.Change.Moved.Count));
        Assert.Equal(new CampaignConcerned(SmallCampaign.Year, 2, 0, false), Assert.Single(effect.Campaigns));
        Assert.Equal("Quelqu’un", Assert.Single(effect.Accounts).Name);
        Assert.Equal(parts, await world.ContentAsync());

        var key = Guid.NewGuid();
        Assert.Equal(3, SmallCampaign.Done(await DoAsync(world, Merger, effect.Seal, key)).Concerned);
        SmallCampaign.Done(await DoAsync(world, Merger, effect.Seal, key));
        Assert.Equal(3, await world.Database.ReadAsync(db => db.Trail.CountAsync(t => t.Act == "organizations.reorganize")));
        var register = await world.Database.WithAsync<OrganizationRegisterQuery, OrganizationRegister>(q => q.RunAsync(default));
        Assert.Null(register.At(new(2025, 1, 1)).Find(SmallFederation.Alpha75));

        // The year that is open keeps its tree; the next one follows the new one, and its parts with it.
        Assert.Equal(0, (await world.RebuildAsync()).Differing);
        SmallCampaign.Done(await world.OpenYearAsync(2025));
        var bodies = await world.Database.ReadAsync(db => db.Submissions.Where(s => s.Campaign.Year == 2025).Select(s => s.Organization).ToListAsync());
        Assert.Contains(new OrganizationCode("alpha-idf"), bodies);
        Assert.DoesNotContain(SmallFederation.Alpha75, bodies);
    }

    [Theory, EachEngine]
    public async Task What_was_shown_must_still_be_so(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        var seal = SmallCampaign.Done(await PreviewAsync(world, Merger)).Seal;
        var other = new Reorganization.Renaming(new(2025, 3, 1), SmallFederation.Beta14, "Autre nom", "Autre");
        SmallCampaign.Done(await DoAsync(world, other, SmallCampaign.Done(await PreviewAsync(world, other)).Seal, Guid.NewGuid()));
        Assert.IsType<Outcome<Reorganized>.Stale>(await DoAsync(world, Merger, seal, Guid.NewGuid()));
    }

    [Theory, EachEngine]
    public async Task A_closed_year_is_not_told_otherwise(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        var early = Merger with { Day = new(2024, 12, 31) };
        Assert.True(Assert.Single(SmallCampaign.Done(await PreviewAsync(world, early)).Campaigns).IsBehind);
        await world.Database.ReadAsync(db => db.Campaigns.ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosedAt, world.Database.Clock.GetUtcNow())));
        var before = await world.ContentAsync();
        Assert.Equal("organizations.closed-year", Assert.Single(SmallCampaign.Refused(await DoAsync(world, early, "", Guid.NewGuid()))).Code);
        Assert.Equal(before, await world.ContentAsync());
        SmallCampaign.Done(await PreviewAsync(world, Merger));
    }

    [Theory, EachEngine]
    public async Task Whoever_does_not_keep_organisations_changes_none(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        var actor = new Actor(Guid.NewGuid(), "x", [new Grant(Role.Coordinator, SmallFederation.FundA)], false);
        Assert.IsType<Outcome<Reorganized>.Missing>(await world.Database.WithAsync<Reorganize, Outcome<Reorganized>>(
            r => r.RunAsync(actor, Merger, "", Guid.NewGuid(), default)));
        Assert.IsType<Outcome<ReorganizationEffect>.Missing>(await world.Database.WithAsync<Reorganize, Outcome<ReorganizationEffect>>(
            r => r.PreviewAsync(actor, Merger, default)));
    }

    private static Task<int> GiveAsync(SmallCampaign world, OrganizationCode scope) => world.Database.ReadAsync(db =>
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = "q", Email = "q@example.fr", DisplayName = "Quelqu’un" };
        account.Grants.Add(new AccountGrant { AccountId = account.Id, Role = Role.Contributor, Scope = scope, GrantedAt = world.Database.Clock.GetUtcNow() });
        db.Users.Add(account);
        return db.SaveChangesAsync();
    });

    private static Task<Outcome<ReorganizationEffect>> PreviewAsync(SmallCampaign world, Reorganization act) =>
        world.Database.WithAsync<Reorganize, Outcome<ReorganizationEffect>>(r => r.PreviewAsync(Actor.Command, act, default));

    private static Task<Outcome<Reorganized>> DoAsync(SmallCampaign world, Reorganization act, string seal, Guid key) =>
        world.Database.WithAsync<Reorganize, Outcome<Reorganized>>(r => r.RunAsync(Actor.Command, act, seal, key, default));
}
