using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;

namespace Responsables.App.Home;

/// <summary>Reads the latest dossier of each body that a person answers or signs for, what was returned of it, and last year's figures.</summary>
public sealed class OwnBodies(AppDb db, DossierStore dossiers, LatestResults results)
{
    /// <summary>Bodies whose figures are read: whoever answers for more has a list.</summary>
    private const int MostWithFigures = 3;

    public async Task<IReadOnlyList<BodyHome>> RunAsync(Actor actor, IReadOnlyList<Campaign> campaigns, CancellationToken cancel)
    {
        var bodies = OwnSubmissions.BodiesOf(actor);
        if (bodies.Count == 0)
        {
            return [];
        }

        var mine = await db.Submissions.AsNoTracking().Where(s => bodies.Contains(s.Organization)).Select(s => new { s.Id, s.Organization, s.CampaignId }).ToListAsync(cancel);
        var latest = campaigns.SelectMany(c => mine.Where(m => m.CampaignId == c.Id)).DistinctBy(m => m.Organization).ToLookup(m => m.CampaignId, m => m.Id);
        var found = new List<BodyHome>();
        foreach (var campaign in campaigns.Where(c => latest.Contains(c.Id)))
        {
            var read = await dossiers.ManyAsync(campaign, [.. latest[campaign.Id]], tracked: false, cancel);
            var reviews = await ReturnsAsync(read, cancel);
            var given = read.Select(d => d.Submission.ExtensionId).OfType<Guid>().ToList();
            var extensions = given.Count == 0 ? [] : await db.BodyExtensions.AsNoTracking().Where(e => given.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
            var sentBack = await db.StandingSendBacksAsync([.. latest[campaign.Id]], cancel);
            foreach (var dossier in read.Where(d => actor.May(Permission.ReadDraft, d.Place)).OrderBy(d => d.Submission.ShortName, StringComparer.CurrentCultureIgnoreCase))
            {
                found.Add(new BodyHome(
                    dossier,
                    [.. from block in dossier.Questionnaire.Blocks
                        where dossier.StateOf(block.Key) == BlockState.Returned && reviews.ContainsKey(dossier.Blocks[block.Key].ReviewId ?? Guid.Empty)
                        select (block, reviews[dossier.Blocks[block.Key].ReviewId!.Value])],
                    sentBack.GetValueOrDefault(dossier.Submission.Id),
                    found.Count < MostWithFigures ? await results.OfBodyAsync(campaigns, campaign.Year, dossier.Place, cancel) : null,
                    actor.May(Permission.EnterAnswers, dossier.Place),
                    actor.May(Permission.SignSubmission, dossier.Place))
                {
                    Extension = dossier.Submission.ExtensionId is { } extension ? extensions.GetValueOrDefault(extension) : null,
                });
            }
        }

        return found;
    }

    private async Task<Dictionary<Guid, Review>> ReturnsAsync(IReadOnlyList<Dossier> read, CancellationToken cancel)
    {
        var ids = read.SelectMany(d => d.Blocks.Values).Where(b => b.IsReturned && b.ReviewId is not null).Select(b => b.ReviewId!.Value).ToList();
        return ids.Count == 0 ? [] : await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
    }
}
