using Microsoft.EntityFrameworkCore;
using Responsables.App.Publications;
using Responsables.App.Reviews;
using Responsables.App.Tests.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Publications;

/// <summary>The small federation, in which alpha-75 has trained 3 persons, and those who publish its figures.</summary>
internal static class PublishedFederation
{
    public static readonly Actor Committee = Of(Role.Committee);
    public static readonly Actor Federation = Of(Role.Federation);

    private static readonly string[] Answers =
    [
        .. Body("alpha-75", 100, 3), .. Body("alpha-normandie", 50, 25), .. Body("alpha-sans", 40, 12), .. Body("beta-14", 60, 30), .. Body("beta-75", 70, 0),
        .. Body("fonds-a", 80, 41), .. Body("ecole", 30, 20),
    ];

    public static async Task<SmallCampaign> StartAsync(Engine engine)
    {
        var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Answers, sign: true, validate: true));
        return campaign;
    }

    public static async Task PublishFirstAsync(SmallCampaign campaign)
    {
        Done(await CreateAsync(campaign));
        Done(await ApproveAsync(campaign, Committee));
        Done(await PublishAsync(campaign, Federation));
        campaign.Database.Clock.Set(campaign.Database.Clock.GetUtcNow().AddMinutes(1));
    }

    /// <summary>What was validated goes back to the body, which gives other answers; they are validated in their turn.</summary>
    public static async Task MendAsync(SmallCampaign campaign, string code, int staff, int trained)
    {
        var dossier = await campaign.DossierOf(new OrganizationCode(code));
        Done(await campaign.Database.WithAsync<ReviewBlocks, Outcome<Reviewed>>(r => r.RunAsync(
            new Actor(Guid.NewGuid(), "Caisse", [new Grant(Role.Federation, null), new Grant(Role.Coordinator, dossier.Place.Reviewer)], false), dossier.Submission.Id,
            [.. dossier.Blocks.Where(b => dossier.StateOf(b.Key) == BlockState.Validated).Select(b => new BlockDecision(b.Key, ReviewDecision.Returned, "À revoir.", b.Value.Seal))],
            Guid.NewGuid(), default)));
        Done(await campaign.ImportAsync(Body(code, staff, trained), sign: true, validate: true));
    }

    private static string[] Body(string code, int staff, int trained) => [$"{code},effectif_physique_3112,,{staff},,", $"{code},formes,,{trained},,"];

    public static Actor Of(Role role) =>
        new(Guid.NewGuid(), role.ToString(), [new Grant(role, role is Role.Federation or Role.Committee or Role.Auditor ? null : SmallFederation.FundA)], false);

    public static Task<Outcome<EditionMade>> CreateAsync(SmallCampaign campaign, Actor? actor = null, string reason = "", Guid? key = null) =>
        campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(c => c.RunAsync(actor ?? Actor.Command, Year, reason, key ?? Guid.NewGuid(), default));

    public static Task<Outcome<EditionDecided>> ApproveAsync(SmallCampaign campaign, Actor actor, int number = 1) =>
        campaign.Database.WithAsync<DecideEdition, Outcome<EditionDecided>>(d => d.ApproveAsync(actor, number, Guid.NewGuid(), default));

    public static Task<Outcome<EditionDecided>> RefuseAsync(SmallCampaign campaign, Actor actor, string reason) =>
        campaign.Database.WithAsync<DecideEdition, Outcome<EditionDecided>>(d => d.RefuseAsync(actor, 1, reason, Guid.NewGuid(), default));

    public static Task<Outcome<EditionPublished>> PublishAsync(SmallCampaign campaign, Actor actor, DateOnly? embargo = null, int number = 1) =>
        campaign.Database.WithAsync<PublishEdition, Outcome<EditionPublished>>(p => p.RunAsync(actor, number, new PublicationTerms(embargo, false), Guid.NewGuid(), default));

    public static Task<EditionContent> ContentAsync(SmallCampaign campaign, int number) =>
        campaign.Database.WithAsync<EditionsQuery, EditionContent>(q => q.WholeAsync(number, withBodies: true, default));

    public static Task<byte[]> JsonAsync(SmallCampaign campaign, int number, bool withBodies) =>
        campaign.Database.WithAsync<EditionsQuery, byte[]>(async q => await q.JsonAsync((await q.FindAsync(Actor.Command, number, default))!.Edition, withBodies, default));

    public static async Task<EditionVerified> VerifyAsync(SmallCampaign campaign, byte[] file) =>
        (await campaign.Database.ReadAsync(db => VerifyEdition.HereAsync(db, file, default)))!;

    public static async Task<IEnumerable<(int, EditionState)>> PublicAsync(SmallCampaign campaign) =>
        (await campaign.Database.WithAsync<EditionsQuery, IReadOnlyList<EditionRead>>(q => q.ListAsync(null, default))).Select(e => (e.Edition.Number, e.State));

    public static Task<string> StateAsync(SmallCampaign campaign) => campaign.Database.ReadAsync(async db => string.Join(
        ' ', await db.EditionParts.OrderBy(p => p.Edition).ThenBy(p => p.Name).Select(p => p.Sha256).ToListAsync())
        + await db.EditionActs.CountAsync() + await db.Restatements.CountAsync() + await db.Editions.CountAsync());
}
