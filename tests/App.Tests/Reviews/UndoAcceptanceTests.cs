using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Reviews.SignedYear;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Reviews;

/// <summary>The federation takes its acceptance back, one dossier or all, until the campaign is closed.</summary>
public sealed class UndoAcceptanceTests
{
    private const int Blocks = 5;

    private static readonly Actor Federation = Of(Role.Federation);

    [Theory, EachEngine]
    public async Task One_of_several_or_all_are_taken_back_and_stay_validated(Engine engine)
    {
        await using var campaign = await AcceptableAsync(engine);
        var batch = (await AcceptAsync(campaign, Alpha75, AlphaNormandie)).Batch;
        var colleague = Of(Role.Federation);
        Assert.Equal(1, Done(await UndoAsync(campaign, colleague, batch, Alpha75)).Submissions);
        Assert.Equal((Blocks, 0), (await campaign.CountAsync(Alpha75, BlockState.Validated), await campaign.CountAsync(Alpha75, BlockState.Accepted)));
        Assert.Equal(Blocks, await campaign.CountAsync(AlphaNormandie, BlockState.Accepted));
        var act = await campaign.Database.ReadAsync(db => db.Trail.SingleAsync(t => t.Act == "reviews.undo-acceptance"));
        Assert.Equal((Alpha75, colleague.Name), (act.Organization!.Value, act.Actor));
        Assert.Contains(Federation.Name, act.Before!, StringComparison.Ordinal);

        // Twice: told as such, and one refused refuses the request.
        Assert.Equal(["reviews.undo-acceptance-done"], Refused(await UndoAsync(campaign, Federation, batch, Alpha75, AlphaNormandie)).Select(p => p.Code));
        Assert.Equal(Blocks, await campaign.CountAsync(AlphaNormandie, BlockState.Accepted));
        Assert.Equal((2, 1), (await ListAsync(campaign)) is [var only] ? (only.Dossiers, only.Standing) : default);

        // Accepted again, taken back again: the first act has nothing left to say.
        var again = (await AcceptAsync(campaign, Alpha75)).Batch;
        Done(await UndoAsync(campaign, Federation, again, Alpha75));
        Done(await UndoAsync(campaign, Federation, batch, AlphaNormandie));
        Assert.Equal(0, await campaign.CountAsync(AlphaNormandie, BlockState.Accepted));
        Assert.Equal(3, (await campaign.TrailAsync()).Count(a => a == "reviews.undo-acceptance"));
    }

    [Theory, EachEngine]
    public async Task A_closed_campaign_another_person_or_an_acceptance_that_fell_changes_nothing(Engine engine)
    {
        await using var campaign = await AcceptableAsync(engine);
        var batch = (await AcceptAsync(campaign, Alpha75, AlphaNormandie)).Batch;
        var before = await campaign.ContentAsync();
        foreach (var other in (Actor[])[Of(Role.Coordinator, FundA), Of(Role.Director, Alpha75), Of(Role.Committee), Of(Role.Auditor)])
        {
            Assert.IsType<Outcome<AcceptanceUndone>.Missing>(await UndoAsync(campaign, other, batch, Alpha75));
            Assert.Null(await campaign.Database.WithAsync<UndoAcceptance, AcceptanceBatchView?>(u => u.FindAsync(other, batch, default)));
        }

        Assert.IsType<Outcome<AcceptanceUndone>.Missing>(await UndoAsync(campaign, Federation, batch, Beta14));
        Assert.IsType<Outcome<AcceptanceUndone>.Missing>(await UndoAsync(campaign, Federation, Guid.NewGuid(), Alpha75));
        Assert.Equal("reviews.nothing-chosen", Assert.Single(Refused(await UndoAsync(campaign, Federation, batch))).Code);
        Assert.Equal(before, await campaign.ContentAsync());

        // After the federation's term it still may; once closed it may not.
        campaign.Database.Clock.Set(new DateTimeOffset(2025, 7, 1, 8, 0, 0, TimeSpan.Zero));
        Done(await UndoAsync(campaign, Federation, batch, Alpha75));
        Done(await campaign.Database.WithAsync<CloseCampaign, Outcome<int>>(c => c.RunAsync(Federation, Year, Guid.NewGuid(), default)));
        Assert.Equal(["reviews.campaign-closed"], Refused(await UndoAsync(campaign, Federation, batch, AlphaNormandie)).Select(p => p.Code));
        Assert.Equal(Blocks, await campaign.CountAsync(AlphaNormandie, BlockState.Accepted));
    }

    private static async Task<SmallCampaign> AcceptableAsync(Engine engine)
    {
        var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75);
        await campaign.SignAsync(AlphaNormandie);
        Done(await campaign.ValidateAsync(Of(Role.Coordinator, FundA), BulkScope.All, [Alpha75, AlphaNormandie]));
        return campaign;
    }

    private static async Task<Accepted> AcceptAsync(SmallCampaign campaign, params OrganizationCode[] bodies)
    {
        var ids = await IdsAsync(campaign, bodies);
        return Done(await campaign.Database.WithAsync<AcceptSubmission, Outcome<Accepted>>(a => a.RunAsync(Federation, ids, Guid.NewGuid(), default)));
    }

    private static async Task<Outcome<AcceptanceUndone>> UndoAsync(SmallCampaign campaign, Actor actor, Guid batch, params OrganizationCode[] bodies)
    {
        var ids = await IdsAsync(campaign, bodies);
        return await campaign.Database.WithAsync<UndoAcceptance, Outcome<AcceptanceUndone>>(u => u.RunAsync(actor, batch, ids, Guid.NewGuid(), default));
    }

    private static async Task<IReadOnlyList<AcceptanceBatch>> ListAsync(SmallCampaign campaign)
    {
        var id = (await campaign.RowOf(Alpha75)).CampaignId;
        return await campaign.Database.WithAsync<UndoAcceptance, IReadOnlyList<AcceptanceBatch>>(u => u.LastAsync(Federation, id, 10, default));
    }

    private static async Task<List<Guid>> IdsAsync(SmallCampaign campaign, OrganizationCode[] bodies)
    {
        var ids = new List<Guid>();
        foreach (var body in bodies)
        {
            ids.Add(await campaign.IdOf(body));
        }

        return ids;
    }
}
