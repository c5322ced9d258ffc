using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Reminders;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reminders;

/// <summary>A reminder that a rule makes due.</summary>
public sealed record DueReminder(ReminderRule Rule, Campaign Campaign, ReminderFor Reminder, OutboxMessage Message);

/// <summary>How many reminders were written.</summary>
public sealed record RemindersQueued(int Messages);

/// <summary>
/// Writes the reminders that the rules make due today. Carried out as often as one likes, by several nodes at once: a reminder has a key of its
/// rule, campaign, deadline and person, and is never written twice.
/// </summary>
public sealed class RemindByRules(AppDb db, SubmissionList submissions, MailSettings mail, Writing writing, TimeProvider clock)
{
    /// <summary>Those that would be written now.</summary>
    /// <param name="year">Of one campaign; null: of all that are open.</param>
    public async Task<IReadOnlyList<DueReminder>> PreviewAsync(int? year, CancellationToken cancel) => await DueAsync(await CampaignsAsync(year, cancel), clock.GetUtcNow(), cancel);

    public Task<Outcome<RemindersQueued>> RunAsync(int? year, CancellationToken cancel) =>
        writing.OnceAsync(Guid.CreateVersion7(), now => QueueAsync(year, now, cancel), cancel);

    private async Task<Outcome<RemindersQueued>> QueueAsync(int? year, DateTimeOffset now, CancellationToken cancel)
    {
        if (!mail.IsSet)
        {
            return Outcome.Refused<RemindersQueued>(new Problem("reminders.no-mail-server", null));
        }

        var campaigns = await CampaignsAsync(year, cancel);
        if (db is PostgresDb)
        {
            // One node after the other: what the first wrote, the second finds.
            var ids = campaigns.Select(c => c.Id).ToArray();
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM (SELECT 1 FROM campaigns WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR UPDATE) AS locked""", cancel);
        }

        var due = await DueAsync(campaigns, now, cancel);
        db.Outbox.AddRange(due.Select(d => d.Message));
        return Outcome.Done(new RemindersQueued(due.Count));
    }

    private Task<List<Campaign>> CampaignsAsync(int? year, CancellationToken cancel) =>
        db.Campaigns.AsNoTracking().Where(c => year == null || c.Year == year).OrderBy(c => c.Year).ToListAsync(cancel);

    private async Task<IReadOnlyList<DueReminder>> DueAsync(IReadOnlyList<Campaign> campaigns, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = await db.ReminderRules.AsNoTracking().Where(r => r.IsOn).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(cancel);
        var found = new List<DueReminder>();
        foreach (var campaign in campaigns.Where(c => rules.Count > 0 && !SubmissionGuards.IsClosed(c, now)))
        {
            var lines = await submissions.RunAsync(Actor.Command, campaign, null, cancel);
            var concerned = await Concerned.OfAsync(db, [.. lines.Select(l => new Around(l.Organization, l.Reviewer))], [], now, cancel);
            found.AddRange(rules.SelectMany(r => OfRule(r, campaign, lines, concerned, now)));
        }

        var keys = found.ConvertAll(d => d.Message.UniqueKey);
        var known = keys.Count == 0 ? [] : (await db.Outbox.AsNoTracking().Where(m => keys.Contains(m.UniqueKey)).Select(m => m.UniqueKey).ToListAsync(cancel)).ToHashSet();
        return [.. found.Where(d => !known.Contains(d.Message.UniqueKey))];
    }

    private static IEnumerable<DueReminder> OfRule(ReminderRule rule, Campaign campaign, IReadOnlyList<SubmissionLine> lines, Concerned concerned, DateTimeOffset now)
    {
        var today = Deadline.DayAt(now);
        List<SubmissionLine> bodies =
        [
            .. lines.Where(l => (rule.Owner is null || l.Reviewer == rule.Owner)
                && rule.Situation.IsOf(l.State, l.Blocks) && ReminderTiming.IsDue(ReminderPlan.DayOf(l, campaign, rule.Deadline), rule.Days, today)),
        ];
        var plan = ReminderPlan.Of(campaign, rule.Situation, rule.Deadline, bodies, concerned, null);
        return plan.Reminders.Select(r => new DueReminder(rule, campaign, r, plan.MessageOf(r, $"rule:{rule.Id:N}:{campaign.Id:N}", now, "", null, null)));
    }
}
