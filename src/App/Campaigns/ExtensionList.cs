using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;

namespace Responsables.App.Campaigns;

/// <summary>An exception to the windows of a campaign, with the name of its body.</summary>
public sealed record ExtensionLine(BodyExtension Extension, string Name, string? Department, DateTimeOffset? SignedAt);

/// <summary>A body that may be given until later.</summary>
/// <param name="Fund">Who reviews it.</param>
/// <param name="Until">The delay that stands; null: none.</param>
public sealed record ExtensibleBody(SubmissionLine Line, string Fund, DateTimeOffset? Until);

/// <summary>Reads the exceptions of a campaign.</summary>
public sealed class ExtensionList(AppDb db, SubmissionList submissions)
{
    /// <summary>Those of the bodies that a person may follow: those that stand, then those that were withdrawn, the last first.</summary>
    public async Task<IReadOnlyList<ExtensionLine>> RunAsync(Actor actor, Guid campaignId, CancellationToken cancel)
    {
        var visible = SubmissionList.VisibleTo(actor, db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaignId));
        return [.. (await (
            from extension in db.BodyExtensions.AsNoTracking()
            join submission in visible on extension.SubmissionId equals submission.Id
            orderby extension.WithdrawnAt != null, extension.At descending
            select new { extension, submission.ShortName, submission.Department, submission.FirstSignedAt }).ToListAsync(cancel))
            .Select(e => new ExtensionLine(e.extension, e.ShortName, e.Department, e.FirstSignedAt))];
    }

    /// <summary>The bodies to which a delay may be of use, by name: of entry, those that never signed; of review, those not accepted. Null for who makes no exception.</summary>
    public async Task<IReadOnlyList<ExtensibleBody>?> BodiesAsync(Actor actor, Campaign campaign, ExtendedWindow window, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageCampaigns))
        {
            return null;
        }

        var all = await submissions.RunAsync(actor, campaign, null, cancel);
        var names = all.ToDictionary(l => l.Organization, l => l.ShortName);
        return [.. all.Where(l => window == ExtendedWindow.Entry ? l.FirstSignedAt is null : l.State != SubmissionState.Accepted)
            .Select(l => new ExtensibleBody(l, names.GetValueOrDefault(l.Reviewer, l.Reviewer.Value), window == ExtendedWindow.Entry ? l.EntryUntil : l.ReviewUntil))];
    }
}
