using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>An edition about which something was decided.</summary>
public sealed record EditionDecided(int Number, EditionActKind Kind);

/// <summary>The committee approves an edition, or refuses it with a reason. Nobody decides upon what they made themselves.</summary>
public sealed class DecideEdition(AppDb db, Writing writing, TimeProvider clock)
{
    public const string ReasonField = "motif";

    public Task<Outcome<EditionDecided>> ApproveAsync(Actor actor, int number, Guid key, CancellationToken cancel) =>
        DecideAsync(actor, number, EditionActKind.Approved, null, key, cancel);

    public Task<Outcome<EditionDecided>> RefuseAsync(Actor actor, int number, string reason, Guid key, CancellationToken cancel) =>
        DecideAsync(actor, number, EditionActKind.Refused, WrittenText.Clean(reason), key, cancel);

    /// <summary>Whether a person may decide upon an edition now.</summary>
    public bool May(Actor actor, Edition edition) =>
        actor.May(Permission.ApprovePublication) && Refusals(actor, edition, clock.GetUtcNow()).Count == 0;

    private static List<Problem> Refusals(Actor actor, Edition edition, DateTimeOffset now) =>
    [
        .. EditionStanding.Deciding(edition.StateAt(now, false)),
        .. !actor.IsCommand && edition.CreatedById == actor.Id ? [new Problem("publications.own-edition", null)] : (Problem[])[],
    ];

    private Task<Outcome<EditionDecided>> DecideAsync(Actor actor, int number, EditionActKind kind, string? reason, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(
            key,
            async now =>
            {
                if (!actor.May(Permission.ApprovePublication) || await db.Editions.Include(e => e.Acts).SingleOrDefaultAsync(e => e.Number == number, cancel) is not { } edition)
                {
                    return Outcome.Missing<EditionDecided>();
                }

                var problems = Refusals(actor, edition, now);
                if (reason is not null && WrittenText.Refusal(reason, ReasonField, CreateEdition.MostReason, "publications.refusal-empty") is { } unfit)
                {
                    problems.Add(unfit);
                }

                if (problems.Count > 0)
                {
                    return Outcome.Refused<EditionDecided>(problems);
                }

                db.EditionActs.Add(new EditionAct
                {
                    Edition = number, Sequence = edition.Acts.Count + 1, Kind = kind, At = now, By = actor.Name, ById = actor.IsCommand ? null : actor.Id, Text = reason,
                });
                await TrailWriter.AppendAsync(
                    db, actor, now,
                    [new TrailEntry(kind == EditionActKind.Approved ? "publications.approve" : "publications.refuse", null, edition.CampaignId, null, new { number, edition.Sha256, reason })],
                    cancel);
                return Outcome.Done(new EditionDecided(number, kind));
            },
            cancel);
}
