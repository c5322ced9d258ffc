using Responsables.App.Consolidation;
using Responsables.App.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Reviews.SignedYear;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Reviews;

/// <summary>Validating several dossiers at once, and taking it back until somebody else has acted.</summary>
public sealed class ValidateManyTests
{
    private const int Blocks = 5;

    private static readonly Actor Coordinator = Of(Role.Coordinator, FundA);

    [Theory, EachEngine]
    public async Task What_has_a_remark_is_left_aside_and_counted_on_the_desk(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, vehicles: 150);
        await campaign.SignAsync(AlphaNormandie);
        Assert.Equal((1, 0), ((await campaign.RowOf(Alpha75)).FirstLooks, (await campaign.RowOf(AlphaNormandie)).FirstLooks));

        var ids = new[] { await campaign.IdOf(Alpha75), await campaign.IdOf(AlphaNormandie), await campaign.IdOf(AlphaNowhere) };
        var preview = (await campaign.Database.WithAsync<ValidateMany, BulkPreview?>(v => v.PreviewAsync(Coordinator, Year, ids, BulkScope.WithoutRemark, default)))!;
        Assert.Equal([("alpha-75", Blocks - 1, 1), ("alpha-normandie", Blocks, 0)],
            preview.Done.Select(l => (l.Submission.Organization.Value, l.Validated.Count, l.Left.Count)).OrderBy(l => l.Value));
        Assert.Equal(LeftAside.HasRemark, preview.Done.Single(l => l.Left.Count > 0).Left[0].Why);
        Assert.Equal("alpha-sans", Assert.Single(preview.NotDone).Submission.Organization.Value);

        var done = Done(await campaign.ValidateAsync(Coordinator, BulkScope.WithoutRemark, [Alpha75, AlphaNormandie]));
        Assert.Equal((2, (2 * Blocks) - 1), (done.Submissions, done.Blocks));
        Assert.Equal((Blocks - 1, 1), (await campaign.CountAsync(Alpha75, BlockState.Validated), await campaign.CountAsync(Alpha75, BlockState.Signed)));
        Assert.Equal(2, (await campaign.TrailAsync()).Count(a => a == "reviews.validate-many"));
        Done(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75]));
        Assert.Equal((0, Blocks), ((await campaign.RowOf(Alpha75)).FirstLooks, await campaign.CountAsync(Alpha75, BlockState.Validated)));
    }

    [Theory, EachEngine]
    public async Task It_is_done_once_as_it_was_shown_and_by_the_reviewer_only(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75);
        await campaign.SignAsync(Beta14);
        var before = await campaign.ContentAsync();
        Assert.IsType<Outcome<ManyValidated>.Missing>(await campaign.ValidateAsync(Of(Role.Coordinator, FundB), BulkScope.All, [Alpha75]));
        Assert.IsType<Outcome<ManyValidated>.Missing>(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75, Beta14]));
        Assert.IsType<Outcome<ManyValidated>.Missing>(await campaign.ValidateAsync(Of(Role.Auditor), BulkScope.All, [Alpha75]));
        var stale = Assert.IsType<Outcome<ManyValidated>.Stale>(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75], later: -1));
        Assert.Equal(("reviews.bulk-changed", "alpha-75"), (stale.Problems[0].Code, stale.Problems[0].Place));
        Assert.Equal(["reviews.nothing-waiting"], Refused(await campaign.ValidateAsync(Coordinator, BulkScope.All, [AlphaNowhere])).Select(p => p.Code));
        Assert.Equal(before, await campaign.ContentAsync());

        var key = Guid.NewGuid();
        var first = Done(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75], key));
        Assert.Equal(first, Done(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75], key)));
        Assert.Single(await campaign.TrailAsync(), "reviews.validate-many");
    }

    [Theory, EachEngine]
    public async Task Taken_back_a_body_is_as_it_was_and_the_others_stay(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        await campaign.SignAsync(Alpha75, vehicles: 150);
        await campaign.SignAsync(AlphaNormandie);
        var validated = await ShownAsync(campaign);
        var batch = Done(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75, AlphaNormandie])).Batch;
        Assert.IsType<Outcome<BatchUndone>.Missing>(await campaign.UndoAsync(Of(Role.Coordinator, FundA), batch, Alpha75));
        Assert.IsType<Outcome<BatchUndone>.Missing>(await campaign.UndoAsync(Coordinator, batch, AlphaNowhere));

        Assert.Equal(new BatchUndone(1, Blocks), Done(await campaign.UndoAsync(Coordinator, batch, Alpha75)));
        Assert.Equal((Blocks, 0, Blocks), (await campaign.CountAsync(Alpha75, BlockState.Signed), await campaign.CountAsync(Alpha75, BlockState.Validated),
            await campaign.CountAsync(AlphaNormandie, BlockState.Validated)));
        Assert.Equal(1, (await campaign.RowOf(Alpha75)).FirstLooks);
        Assert.Equal("reviews.undo", (await campaign.TrailAsync())[^1]);
        Assert.Equal(["reviews.undo-done"], Refused(await campaign.UndoAsync(Coordinator, batch, Alpha75, AlphaNormandie)).Select(p => p.Code));
        Done(await campaign.UndoAsync(Coordinator, batch, AlphaNormandie));
        Assert.Equal(validated, await ShownAsync(campaign));
        // What was taken back is decided again as anything else.
        Done(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75]));
    }

    [Theory, EachEngine]
    public async Task Nothing_is_taken_back_once_somebody_else_has_acted(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        foreach (var body in new[] { Alpha75, AlphaNormandie, AlphaNowhere })
        {
            await campaign.SignAsync(body);
        }

        var batch = Done(await campaign.ValidateAsync(Coordinator, BulkScope.All, [Alpha75, AlphaNormandie, AlphaNowhere])).Batch;
        var accepted = await campaign.IdOf(Alpha75);
        Done(await campaign.Database.WithAsync<AcceptSubmission, Outcome<Accepted>>(a => a.RunAsync(Of(Role.Federation), [accepted], Guid.NewGuid(), default)));
        var dossier = await campaign.DossierOf(AlphaNormandie);
        var block = dossier.Questionnaire.Blocks[1].Key;
        Done(await campaign.Database.WithAsync<ReviewBlocks, Outcome<Reviewed>>(r => r.RunAsync(
            Of(Role.Coordinator, FundA), dossier.Submission.Id, [new BlockDecision(block, ReviewDecision.Returned, "À revoir.", dossier.Blocks[block].Seal)], Guid.NewGuid(), default)));

        var before = await campaign.ContentAsync();
        var refused = Refused(await campaign.UndoAsync(Coordinator, batch, Alpha75, AlphaNormandie, AlphaNowhere));
        Assert.Equal(["alpha-75 reviews.undo-accepted", "alpha-normandie reviews.undo-decided"], refused.Select(p => $"{p.Place} {p.Code}").Order(StringComparer.Ordinal));
        Assert.Equal(before, await campaign.ContentAsync());
        var view = (await campaign.Database.WithAsync<UndoBatch, BatchView?>(u => u.FindAsync(Coordinator, batch, default)))!;
        Assert.Equal(["alpha-sans"], view.Lines.Where(l => l.MayUndo).Select(l => l.Submission.Organization.Value));
        Done(await campaign.UndoAsync(Coordinator, batch, AlphaNowhere));
    }

    private static async Task<string> ShownAsync(SmallCampaign campaign) =>
        string.Join('\n', (await campaign.ConsolidateAsync()).Select(r => r.ToString()).Order(StringComparer.Ordinal));
}
