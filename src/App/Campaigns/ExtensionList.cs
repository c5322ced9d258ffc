using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Campaigns;

/// <summary>An exception to the windows of a campaign, with the name of its body.</summary>
public sealed record ExtensionLine(EntryExtension Extension, string Name, string? Department, DateTimeOffset? SignedAt);

/// <summary>A body that may be given until later.</summary>
public sealed record ExtensibleBody(OrganizationCode Code, string Name, string Branch, DateTimeOffset? EntryUntil, int Required, int Answered);

/// <summary>Reads the exceptions of a campaign.</summary>
public sealed class ExtensionList(AppDb db)
{
    /// <summary>Those of the bodies that a person may follow: those that stand, then those that were withdrawn, the last first.</summary>
    public async Task<IReadOnlyList<ExtensionLine>> RunAsync(Actor actor, Guid campaignId, CancellationToken cancel)
    {
        var visible = SubmissionList.VisibleTo(actor, db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaignId));
        return [.. (await (
            from extension in db.EntryExtensions.AsNoTracking()
            join submission in visible on extension.SubmissionId equals submission.Id
            orderby extension.WithdrawnAt != null, extension.At descending
            select new { extension, submission.ShortName, submission.Department, submission.FirstSignedAt }).ToListAsync(cancel))
            .Select(e => new ExtensionLine(e.extension, e.ShortName, e.Department, e.FirstSignedAt))];
    }

    /// <summary>The bodies that never signed, by name; null for who makes no exception.</summary>
    public async Task<IReadOnlyList<ExtensibleBody>?> BodiesAsync(Actor actor, Guid campaignId, CancellationToken cancel) => actor.May(Permission.ManageCampaigns)
        ? await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaignId && s.FirstSignedAt == null).OrderBy(s => s.ShortName)
            .Select(s => new ExtensibleBody(s.Organization, s.ShortName, s.Branch, s.EntryUntil, s.Required, s.Answered)).ToListAsync(cancel)
        : null;
}
