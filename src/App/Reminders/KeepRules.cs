using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Reminders;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reminders;

/// <summary>A rule as it is typed: so many days, before or after.</summary>
/// <param name="Owner">The fund whose rule it is; null: the federation's.</param>
public sealed record RuleInput(DossierSituation? Situation, ReminderDeadline? Deadline, string Days, bool IsAfter, OrganizationCode? Owner);

/// <summary>A rule with whether this person keeps it.</summary>
public sealed record RuleLine(ReminderRule Rule, bool IsMine);

/// <summary>The rules of reminders: the federation keeps its own, for all bodies; each fund may add some, for its own bodies.</summary>
public sealed class KeepRules(AppDb db, Writing writing)
{
    public const string DaysField = "days";
    public const string SituationField = "situation";
    public const string DeadlineField = "deadline";

    private const int MostRules = 50;

    /// <summary>The rules that bear on what this person follows; null when they send no reminder.</summary>
    public async Task<IReadOnlyList<RuleLine>?> ReadAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.MaySomewhere(Permission.SendReminders))
        {
            return null;
        }

        var rules = await db.ReminderRules.AsNoTracking().ToListAsync(cancel);
        return [.. rules.Where(r => r.Owner is null || Keeps(actor, r.Owner)).OrderBy(r => r.Owner?.Value ?? "", StringComparer.Ordinal).ThenBy(r => r.Deadline).ThenBy(r => r.Days)
            .ThenBy(r => r.Id).Select(r => new RuleLine(r, Keeps(actor, r.Owner)))];
    }

    public Task<Outcome<Guid>> AddAsync(Actor actor, RuleInput input, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => AddAsync(actor, input, now, cancel), cancel);

    /// <summary>Turns a rule on or off.</summary>
    public Task<Outcome<Guid>> SwitchAsync(Actor actor, Guid id, int version, bool isOn, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ChangeAsync(actor, id, version, "reminders.switch-rule", now, rule => (rule.IsOn, rule.At, rule.By, rule.Version) = (isOn, now, actor.Name, rule.Version + 1), cancel), cancel);

    public Task<Outcome<Guid>> RemoveAsync(Actor actor, Guid id, int version, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => ChangeAsync(actor, id, version, "reminders.remove-rule", now, rule => db.ReminderRules.Remove(rule), cancel), cancel);

    /// <summary>Whether somebody keeps the rules of a fund; of the federation, when null.</summary>
    private static bool Keeps(Actor actor, OrganizationCode? owner) =>
        actor.May(Permission.SendReminders) || (owner is { } fund && actor.ScopesOf(Permission.SendReminders).Any(s => s.Code == fund));

    private async Task<Outcome<Guid>> AddAsync(Actor actor, RuleInput input, DateTimeOffset now, CancellationToken cancel)
    {
        if (!Keeps(actor, input.Owner))
        {
            return Outcome.Missing<Guid>();
        }

        var problems = new List<Problem>();
        if (input.Situation is null)
        {
            problems.Add(new Problem("reminders.situation-missing", SituationField));
        }

        if (input.Deadline is null)
        {
            problems.Add(new Problem("reminders.deadline-missing", DeadlineField));
        }

        if (!int.TryParse(input.Days, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days) || days > ReminderTiming.MostDays)
        {
            problems.Add(new Problem("reminders.days-unreadable", DaysField, ReminderTiming.MostDays));
        }

        var signed = input.IsAfter ? days : -days;
        if (problems.Count == 0 && await db.ReminderRules.AnyAsync(r => r.Owner == input.Owner && r.Situation == input.Situation && r.Deadline == input.Deadline && r.Days == signed, cancel))
        {
            problems.Add(new Problem("reminders.rule-twice", DaysField));
        }

        if (await db.ReminderRules.CountAsync(r => r.Owner == input.Owner, cancel) >= MostRules)
        {
            problems.Add(new Problem("reminders.rules-many", null, MostRules));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<Guid>(problems);
        }

        var rule = new ReminderRule { Owner = input.Owner, Situation = input.Situation!.Value, Deadline = input.Deadline!.Value, Days = signed, At = now, By = actor.Name, Version = 1 };
        db.ReminderRules.Add(rule);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("reminders.add-rule", rule.Owner, rule.Id, null, Told(rule))], cancel);
        return Outcome.Done(rule.Id);
    }

    private async Task<Outcome<Guid>> ChangeAsync(Actor actor, Guid id, int version, string act, DateTimeOffset now, Action<ReminderRule> change, CancellationToken cancel)
    {
        if (await db.ReminderRules.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } rule || !Keeps(actor, rule.Owner))
        {
            return Outcome.Missing<Guid>();
        }

        if (rule.Version != version)
        {
            return new Outcome<Guid>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }

        var before = Told(rule);
        change(rule);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry(act, rule.Owner, rule.Id, before, db.Entry(rule).State == EntityState.Deleted ? null : Told(rule))], cancel);
        return Outcome.Done(rule.Id);
    }

    private static object Told(ReminderRule rule) => new { rule.Situation, rule.Deadline, rule.Days, rule.IsOn };
}
