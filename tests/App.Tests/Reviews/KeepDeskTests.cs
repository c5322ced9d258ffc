using Microsoft.EntityFrameworkCore;
using Responsables.App.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Xunit;
using static Responsables.App.Tests.Reviews.SignedYear;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Reviews;

/// <summary>What a reviewer keeps of the desk for themselves.</summary>
public sealed class KeepDeskTests
{
    private static readonly Actor Coordinator = Of(Role.Coordinator, FundA);
    private static readonly Actor Colleague = Of(Role.Coordinator, FundA);

    [Theory, EachEngine]
    public async Task A_filter_is_its_owners_and_the_same_name_replaces_it(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var first = Done(await SaveAsync(Coordinator, " En retard ", "?retard=oui"));
        Assert.Equal(first.Id, Done(await SaveAsync(Coordinator, "En retard", "?etat=a-examiner&retard=oui")).Id);
        Assert.Equal([("En retard", "?etat=a-examiner&retard=oui")], (await DeskAsync(campaign, Coordinator)).Filters.Select(f => (f.Name, f.Query)));
        Assert.Empty((await DeskAsync(campaign, Colleague)).Filters);
        Assert.IsType<Outcome<DeskKept>.Missing>(await DropAsync(Colleague, first.Id));
        Assert.IsType<Outcome<DeskKept>.Missing>(await SaveAsync(Of(Role.Contributor, Alpha75), "Non", "?retard=oui"));
        Assert.Equal(["reviews.filter-name-required", "reviews.filter-empty"], Refused(await SaveAsync(Coordinator, " ", "")).Select(p => p.Code));
        Assert.Equal(["shared.text-too-long"], Refused(await SaveAsync(Coordinator, new string('x', KeepDesk.MostName + 1), "?retard=oui")).Select(p => p.Code));
        Done(await DropAsync(Coordinator, first.Id));
        Assert.Empty((await DeskAsync(campaign, Coordinator)).Filters);
        Assert.Equal(["reviews.save-filter", "reviews.save-filter", "reviews.drop-filter"], (await campaign.TrailAsync()).Where(a => a.StartsWith("reviews.", StringComparison.Ordinal)));

        Task<Outcome<DeskKept>> SaveAsync(Actor actor, string name, string query) =>
            campaign.Database.WithAsync<KeepDesk, Outcome<DeskKept>>(k => k.SaveFilterAsync(actor, name, query, Guid.NewGuid(), default));
        Task<Outcome<DeskKept>> DropAsync(Actor actor, Guid id) =>
            campaign.Database.WithAsync<KeepDesk, Outcome<DeskKept>>(k => k.DropFilterAsync(actor, id, Guid.NewGuid(), default));
    }

    [Theory, EachEngine]
    public async Task A_kept_reason_is_its_owners(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var kept = Done(await KeepAsync(Coordinator, "Précisez le site."));
        Assert.Equal(["reviews.kept-reason-known"], Refused(await KeepAsync(Coordinator, "Précisez le site.")).Select(p => p.Code));
        Assert.Equal(["reviews.kept-reason-required"], Refused(await KeepAsync(Coordinator, " ")).Select(p => p.Code));
        Assert.IsType<Outcome<DeskKept>.Missing>(await DropAsync(Colleague));
        Done(await DropAsync(Coordinator));
        Assert.False(await campaign.Database.ReadAsync(db => db.KeptReasons.AnyAsync()));

        Task<Outcome<DeskKept>> KeepAsync(Actor actor, string text) =>
            campaign.Database.WithAsync<KeepDesk, Outcome<DeskKept>>(k => k.KeepReasonAsync(actor, text, Guid.NewGuid(), default));
        Task<Outcome<DeskKept>> DropAsync(Actor actor) =>
            campaign.Database.WithAsync<KeepDesk, Outcome<DeskKept>>(k => k.DropReasonAsync(actor, kept.Id, Guid.NewGuid(), default));
    }

    [Theory, EachEngine]
    public async Task What_is_new_is_what_others_did_since_one_looked(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75);
        var desk = await DeskAsync(campaign, Coordinator);
        Assert.Null(desk.News.Look);
        Assert.Empty(desk.News.Acts);
        Done(await LookAsync(desk.News.Head));

        // One's own acts are no news, nor those of another fund.
        Done(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75]));
        await campaign.SignAsync(Beta14);
        Assert.Empty((await DeskAsync(campaign, Coordinator)).News.Acts);
        await campaign.SignAsync(AlphaNormandie);
        desk = await DeskAsync(campaign, Coordinator);
        Assert.Equal(["alpha-normandie"], desk.All.Where(l => desk.News.Of(l) > 0).Select(l => l.Organization.Value));
        Assert.Equal(["alpha-normandie"], (await DeskAsync(campaign, Coordinator, new DeskRequest { News = true })).Found.Select(l => l.Organization.Value));
        var id = await campaign.IdOf(AlphaNormandie);
        Assert.Equal(["submissions.reprise"], (await campaign.Database.WithAsync<ReviewQuery, ReviewView?>(q => q.RunAsync(Coordinator, id, default)))!.News.Select(t => t.Act));

        // What was done after the page was read stays new; looking never goes back, nor beyond the trail.
        var read = desk.News.Head;
        await campaign.SignAsync(AlphaNowhere);
        Done(await LookAsync(read));
        Assert.Equal(["alpha-sans"], (await DeskAsync(campaign, Coordinator)).News.Acts.Keys.Select(k => desk.All.Single(l => l.Id == k).Organization.Value));
        Done(await LookAsync(0));
        Assert.Single((await DeskAsync(campaign, Coordinator)).News.Acts);
        Done(await LookAsync(long.MaxValue));
        var last = (await DeskAsync(campaign, Coordinator)).News;
        Assert.True(last.Look!.Sequence <= last.Head);
        Assert.Empty(last.Acts);

        Task<Outcome<DeskKept>> LookAsync(long sequence) => campaign.Database.WithAsync<KeepDesk, Outcome<DeskKept>>(
            k => k.LookAsync(Coordinator, Year, sequence, campaign.Database.Clock.GetUtcNow(), Guid.NewGuid(), default));
    }

    [Theory, EachEngine]
    public async Task The_desk_keeps_what_is_asked(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, vehicles: 150);
        await campaign.SignAsync(AlphaNormandie);
        Assert.Equal(["alpha-75"], await FoundAsync(new DeskRequest { FirstLooks = true }));
        Assert.Empty(await FoundAsync(new DeskRequest { MovedFar = true }));
        Assert.Equal(["alpha-normandie"], await FoundAsync(new DeskRequest { Region = "28" }));
        Assert.Equal(["alpha-75"], await FoundAsync(new DeskRequest { Department = "75" }));
        Assert.Empty(await FoundAsync(new DeskRequest { Branch = "Famille" }));
        Assert.Equal(3, (await FoundAsync(new DeskRequest { Branch = "Maladie" })).Count);

        async Task<List<string>> FoundAsync(DeskRequest request) => [.. (await DeskAsync(campaign, Coordinator, request)).Found.Select(l => l.Organization.Value)];
    }

    private static async Task<ReviewDesk> DeskAsync(SmallCampaign campaign, Actor actor, DeskRequest? request = null) =>
        (await campaign.Database.WithAsync<ReviewDeskQuery, ReviewDesk?>(d => d.RunAsync(actor, request ?? new DeskRequest(), default)))!;
}
