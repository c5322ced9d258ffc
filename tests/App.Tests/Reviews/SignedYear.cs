using Microsoft.EntityFrameworkCore;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Tests.Reviews;

/// <summary>Short ways to say what is done on the campaign of 2024.</summary>
internal static class SignedYear
{
    public static Actor Of(Role role, OrganizationCode? scope = null) => new(Guid.CreateVersion7(), $"Personne {role}", [new Grant(role, scope)], false);

    /// <summary>All the answers of a body, signed. More than a hundred vehicles come with their explanation: to be looked at first.</summary>
    public static async Task SignAsync(this SmallCampaign campaign, OrganizationCode body, int trained = 10, int vehicles = 3) =>
        SmallCampaign.Done(await campaign.ImportAsync(
            [
                $"{body},effectif_physique_3112,,100,,", $"{body},surface_m2,,1000,,", $"{body},formes,,{trained},,", $"{body},delai,,20,,", $"{body},factures,,50,,",
                $"{body},plan,,oui,,", $"{body},vehicules,,{vehicles},,{(vehicles > 100 ? "Une flotte partagée" : "")}",
            ],
            sign: true));

    public static Task<Guid> IdOf(this SmallCampaign campaign, OrganizationCode body) =>
        campaign.Database.ReadAsync(db => db.Submissions.Where(s => s.Organization == body).Select(s => s.Id).SingleAsync());

    public static Task<Submission> RowOf(this SmallCampaign campaign, OrganizationCode body) =>
        campaign.Database.ReadAsync(db => db.Submissions.AsNoTracking().SingleAsync(s => s.Organization == body));

    public static async Task<Dossier> DossierOf(this SmallCampaign campaign, OrganizationCode body)
    {
        var id = await campaign.IdOf(body);
        return (await campaign.Database.WithAsync<DossierStore, Dossier?>(store => store.ReadAsync(id, default)))!;
    }

    public static async Task<int> CountAsync(this SmallCampaign campaign, OrganizationCode body, BlockState state)
    {
        var dossier = await campaign.DossierOf(body);
        return dossier.Questionnaire.Blocks.Count(b => dossier.StateOf(b.Key) == state);
    }

    public static async Task<Outcome<ManyValidated>> ValidateAsync(
        this SmallCampaign campaign, Actor actor, BulkScope scope, OrganizationCode[] bodies, Guid? key = null, int later = 0)
    {
        var versions = new Dictionary<Guid, int>();
        foreach (var body in bodies)
        {
            var row = await campaign.RowOf(body);
            versions[row.Id] = row.Version + later;
        }

        return await campaign.Database.WithAsync<ValidateMany, Outcome<ManyValidated>>(
            v => v.RunAsync(actor, SmallCampaign.Year, versions, scope, key ?? Guid.NewGuid(), default));
    }

    public static async Task<Outcome<BatchUndone>> UndoAsync(this SmallCampaign campaign, Actor actor, Guid batch, params OrganizationCode[] bodies)
    {
        var ids = new List<Guid>();
        foreach (var body in bodies)
        {
            ids.Add(await campaign.IdOf(body));
        }

        return await campaign.Database.WithAsync<UndoBatch, Outcome<BatchUndone>>(u => u.RunAsync(actor, batch, ids, Guid.NewGuid(), default));
    }

    public static Task<List<string>> TrailAsync(this SmallCampaign campaign) =>
        campaign.Database.ReadAsync(db => db.Trail.OrderBy(t => t.Sequence).Select(t => t.Act).ToListAsync());
}
