using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>Where a framework is at work for a person: the national figures of its last year that has some, and the dossiers that they answer.</summary>
/// <param name="Year">Null: there are no figures, or they are not for this person.</param>
public sealed record FrameworkPlaces(int? Year, NodeKey Root, IReadOnlyList<(Guid Submission, string Body, int Year)> Dossiers);

/// <summary>Finds them: three statements.</summary>
public sealed class FrameworkPlacesQuery(AppDb db, ConsolidationSources sources, TimeProvider clock)
{
    public async Task<FrameworkPlaces> RunAsync(Actor actor, FrameworkCode framework, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => c.FrameworkCode == framework).OrderByDescending(c => c.Year).ToListAsync(cancel);
        if (campaigns.Count == 0)
        {
            return new FrameworkPlaces(null, default, []);
        }

        var now = clock.GetUtcNow();
        var over = campaigns.Find(c => c.ClosedAt is not null || now > c.AcceptanceTo) ?? campaigns[0];
        var perimeter = await sources.PerimeterOfAsync(over, cancel);
        var bodies = OwnSubmissions.BodiesOf(actor);
        var latest = campaigns[0].Id;
        var mine = bodies.Count == 0 ? [] : await db.Submissions.AsNoTracking().Where(s => s.CampaignId == latest && bodies.Contains(s.Organization))
            .OrderBy(s => s.ShortName).Select(s => new { s.Id, s.ShortName }).ToListAsync(cancel);
        return new FrameworkPlaces(
            FigureAccess.LevelsOf(actor, perimeter, perimeter.Root.Node).Contains(FigureLevel.Validated) ? over.Year : null,
            perimeter.Root.Node,
            [.. mine.Select(m => (m.Id, m.ShortName, campaigns[0].Year))]);
    }
}
