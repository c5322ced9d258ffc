using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reminders;

/// <summary>A reminder by hand, before it is sent.</summary>
/// <param name="Subject">The exact message of the first person, to be read before.</param>
/// <param name="Seal">What was shown: the sending is refused when it would be another one.</param>
/// <param name="Against">Why it cannot be sent now.</param>
public sealed record HandPreview(ReminderPlan Plan, string? Subject, string? Text, string Seal, IReadOnlyList<Problem> Against);

/// <summary>Reminders that were written.</summary>
public sealed record Reminded(Guid Batch, int People, int Bodies);

/// <summary>Somebody who follows bodies reminds those of a selection, once: shown first, with every name and the exact text, then sent as it was shown.</summary>
public sealed class RemindByHand(AppDb db, SubmissionList submissions, MailSettings mail, MessageText texts, Writing writing, TimeProvider clock)
{
    /// <summary>What it would send; null when there is no such campaign, no situation, or this person reminds nobody.</summary>
    public async Task<HandPreview?> PreviewAsync(Actor actor, int year, SubmissionFilter filter, CancellationToken cancel)
    {
        if (await CampaignAsync(actor, year, cancel) is not { } campaign || filter.Situation is not { } situation)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var plan = await PlanAsync(actor, campaign, situation, filter, now, cancel);
        var first = plan.Reminders.Count == 0 || !mail.IsSet ? null
            : plan.Reminders.Where(r => r.Person.Account == plan.Reminders[0].Person.Account).Select(r => plan.MessageOf(r, "", now, actor.Name, actor.Id, null)).ToList();
        var (subject, text) = first is null ? (null, null) : texts.Of(first, plan.Reminders[0].Person.Choice.Language);
        return new HandPreview(plan, subject, text, SealOf(plan), [.. Refusing(plan, now)]);
    }

    /// <param name="seal">Of the preview that was read.</param>
    public Task<Outcome<Reminded>> RunAsync(Actor actor, int year, SubmissionFilter filter, string seal, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => SendAsync(actor, year, filter, seal, key, now, cancel), cancel);

    /// <summary>What was sent by hand in a campaign, the last first.</summary>
    public async Task<IReadOnlyList<ReminderBatch>> LastAsync(Actor actor, Guid campaign, int most, CancellationToken cancel)
    {
        var all = db.ReminderBatches.AsNoTracking().Where(b => b.CampaignId == campaign);
        return actor.MaySomewhere(Permission.ReadMessages)
            ? await (actor.May(Permission.ReadMessages) ? all : all.Where(b => b.ById == actor.Id)).OrderByDescending(b => b.At).Take(most).ToListAsync(cancel)
            : [];
    }

    private async Task<Outcome<Reminded>> SendAsync(Actor actor, int year, SubmissionFilter filter, string seal, Guid key, DateTimeOffset now, CancellationToken cancel)
    {
        if (await CampaignAsync(actor, year, cancel) is not { } campaign || filter.Situation is not { } situation)
        {
            return Outcome.Missing<Reminded>();
        }

        var plan = await PlanAsync(actor, campaign, situation, filter, now, cancel);
        if (Refusing(plan, now).ToList() is { Count: > 0 } problems)
        {
            return Outcome.Refused<Reminded>(problems);
        }

        if (SealOf(plan) != seal)
        {
            return new Outcome<Reminded>.Stale([new Problem("reminders.changed-since-read", null)]);
        }

        var batch = new ReminderBatch
        {
            Id = key, CampaignId = campaign.Id, Situation = situation, At = now, By = actor.Name, ById = actor.IsCommand ? null : actor.Id, People = plan.People, Bodies = plan.Told,
        };
        db.ReminderBatches.Add(batch);
        db.Outbox.AddRange(plan.Reminders.Select(r => plan.MessageOf(r, $"batch:{batch.Id:N}", now, actor.Name, batch.ById, batch.Id)));
        await TrailWriter.AppendAsync(
            db, actor, now, [new TrailEntry("reminders.send", null, campaign.Id, null, new { campaign.Year, Situation = situation, batch.People, batch.Bodies, Batch = batch.Id })], cancel);
        return Outcome.Done(new Reminded(batch.Id, batch.People, batch.Bodies));
    }

    private async Task<Campaign?> CampaignAsync(Actor actor, int year, CancellationToken cancel) =>
        actor.MaySomewhere(Permission.SendReminders) ? await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel) : null;

    private async Task<ReminderPlan> PlanAsync(
        Actor actor, Campaign campaign, DossierSituation situation, SubmissionFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        var lines = await submissions.RunAsync(actor, campaign, s => ReachOf(actor, s), cancel);
        List<SubmissionLine> bodies = [.. lines.Where(filter.Matches)];
        var concerned = await Concerned.OfAsync(db, [.. bodies.Select(b => new Around(b.Organization, b.Reviewer))], [], now, cancel);
        return ReminderPlan.Of(campaign, situation, ReminderPlan.DeadlineOf(situation), bodies, concerned, actor.Id);
    }

    /// <summary>The dossiers whose people somebody may remind.</summary>
    internal static IQueryable<Submission> ReachOf(Actor actor, IQueryable<Submission> all)
    {
        if (actor.May(Permission.SendReminders))
        {
            return all;
        }

        var funds = actor.ScopesOf(Permission.SendReminders).Select(s => s.Code).ToList();
        return all.Where(s => funds.Contains(s.Reviewer) || funds.Contains(s.Organization));
    }

    private IEnumerable<Problem> Refusing(ReminderPlan plan, DateTimeOffset now)
    {
        if (!mail.IsSet)
        {
            yield return new Problem("reminders.no-mail-server", null);
        }

        if (SubmissionGuards.IsClosed(plan.Campaign, now))
        {
            yield return new Problem("reminders.campaign-closed", null, plan.Campaign.Year);
        }

        if (plan.Reminders.Count == 0)
        {
            yield return new Problem("reminders.nobody", null);
        }
    }

    // Who, about what, until when: not what was entered meanwhile by those who are reminded all the same.
    private static string SealOf(ReminderPlan plan) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(
        '\n', plan.Reminders.Select(r => $"{r.Person.Account:N} {r.Day:O} {string.Join(',', r.Bodies.Select(b => b.Id.ToString("N")).Order(StringComparer.Ordinal))}")))));
}
