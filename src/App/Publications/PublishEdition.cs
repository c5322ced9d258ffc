using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>How an edition is published.</summary>
/// <param name="Embargo">The day from which the public reads it, from its first instant in Paris on; null: at once.</param>
/// <param name="OpensBodies">Whether the figures of each body are published too, or only those of nodes of several.</param>
public sealed record PublicationTerms(DateOnly? Embargo, bool OpensBodies);

/// <summary>An edition that was published.</summary>
public sealed record EditionPublished(int Number, DateTimeOffset PublicFrom, int Restatements);

/// <summary>The act of publication: from it on, or from the end of the embargo, the public reads the edition. It is never taken back.</summary>
public sealed class PublishEdition(AppDb db, Writing writing)
{
    public const string EmbargoField = "embargo";

    private static readonly TimeSpan LongestEmbargo = TimeSpan.FromDays(366);

    public Task<Outcome<EditionPublished>> RunAsync(Actor actor, int number, PublicationTerms terms, Guid key, CancellationToken cancel) =>
        actor.May(Permission.PreparePublication)
            ? writing.OnceAsync(key, now => PublishAsync(actor, number, terms, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<EditionPublished>());

    /// <summary>What stands against the publication of an edition now; empty: nothing.</summary>
    public async Task<IReadOnlyList<Problem>> RefusalsAsync(Edition edition, DateTimeOffset now, CancellationToken cancel) => EditionStanding.Publishing(
        edition.StateAt(now, false),
        await db.Editions.AnyAsync(e => e.CampaignId == edition.CampaignId && e.Acts.Any(a => a.Kind == EditionActKind.Published && a.At > edition.CreatedAt), cancel));

    private async Task<Outcome<EditionPublished>> PublishAsync(Actor actor, int number, PublicationTerms terms, DateTimeOffset now, CancellationToken cancel)
    {
        await EditionTurn.TakeAsync(db, cancel);
        if (await db.Editions.Include(e => e.Acts).SingleOrDefaultAsync(e => e.Number == number, cancel) is not { } edition)
        {
            return Outcome.Missing<EditionPublished>();
        }

        var problems = (await RefusalsAsync(edition, now, cancel)).ToList();
        var from = now;
        if (terms.Embargo is { } day)
        {
            switch (Deadline.StartOf(day, Deadline.Paris))
            {
                case Outcome<DateTimeOffset>.Done start when start.Value > now && start.Value <= now + LongestEmbargo:
                    from = start.Value;
                    break;
                default:
                    problems.Add(new Problem("publications.embargo-range", EmbargoField));
                    break;
            }
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<EditionPublished>(problems);
        }

        var restated = edition.Corrects is { } corrected ? await RestatedAsync(corrected, number, cancel) : [];
        await BulkInsert.WriteAsync(db, restated, cancel);
        var act = new EditionAct
        {
            Edition = number, Sequence = edition.Acts.Count + 1, Kind = EditionActKind.Published, At = now, By = actor.Name, ById = actor.IsCommand ? null : actor.Id,
            PublicFrom = from, OpensBodies = terms.OpensBodies,
        };
        db.EditionActs.Add(act);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry(
                "publications.publish", null, edition.CampaignId, null, new { number, edition.Year, edition.Sha256, act.PublicFrom, terms.OpensBodies, Restatements = restated.Count })],
            cancel);
        return Outcome.Done(new EditionPublished(number, from, restated.Count));
    }

    private async Task<List<RestatementRow>> RestatedAsync(int before, int after, CancellationToken cancel)
    {
        var name = EditionSection.NodePrefix;
        var hashes = (await db.EditionParts.AsNoTracking().Where(p => (p.Edition == before || p.Edition == after) && p.Name.StartsWith(name))
            .Select(p => new { p.Edition, p.Name, p.Sha256 }).ToListAsync(cancel)).ToLookup(p => p.Name);
        var rows = new List<RestatementRow>();
        foreach (var section in hashes.Where(h => h.Select(p => p.Sha256).Distinct().Count() > 1 || h.Count() == 1).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            var node = new NodeKey(section.Key[name.Length..]);
            rows.AddRange(Restatement.Between(await OfAsync(before, node), await OfAsync(after, node)).Select(r => RestatementRow.Of(after, r)));
        }

        return rows;

        async Task<IEnumerable<EditionFigure>> OfAsync(int edition, NodeKey node) => (await FrozenFigures.OfAsync(db, edition, [node], cancel))[node];
    }
}
