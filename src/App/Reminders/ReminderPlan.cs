using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.App.Outbox;
using Responsables.App.Submissions;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Reminders;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reminders;

/// <summary>What one person is reminded of: all the bodies that share a deadline.</summary>
public sealed record ReminderFor(Recipient Person, DateOnly Day, IReadOnlyList<SubmissionLine> Bodies);

/// <summary>A reminder before it is sent: the same plan is shown, then carried out.</summary>
/// <param name="Bodies">The dossiers that it is about.</param>
/// <param name="Unwilling">People whom it concerns and who chose to have no reminder.</param>
/// <param name="Orphans">Dossiers for which there is nobody to remind.</param>
public sealed record ReminderPlan(
    Campaign Campaign, DossierSituation Situation, IReadOnlyList<SubmissionLine> Bodies, IReadOnlyList<ReminderFor> Reminders, int Unwilling, IReadOnlyList<SubmissionLine> Orphans)
{
    /// <summary>How many people get a message: each gets one.</summary>
    public int People => Reminders.Select(r => r.Person.Account).Distinct().Count();

    /// <summary>How many bodies somebody is reminded of.</summary>
    public int Told => Reminders.SelectMany(r => r.Bodies).Select(b => b.Id).Distinct().Count();

    /// <summary>Who is told of a situation: those who can do something about it.</summary>
    public static Audience AudienceOf(DossierSituation situation) => situation switch
    {
        DossierSituation.WaitingSignature => Audience.Directors,
        DossierSituation.WaitingReview => Audience.Reviewer,
        _ => Audience.Body,
    };

    /// <summary>The deadline of a situation when no rule names one.</summary>
    public static ReminderDeadline DeadlineOf(DossierSituation situation) => situation switch
    {
        DossierSituation.WaitingReview => ReminderDeadline.Review,
        DossierSituation.Returned => ReminderDeadline.Correction,
        _ => ReminderDeadline.Entry,
    };

    /// <summary>The day, in Paris, of a deadline of a body.</summary>
    public static DateOnly DayOf(SubmissionLine line, Campaign campaign, ReminderDeadline deadline) => Deadline.DayAt(deadline switch
    {
        ReminderDeadline.Entry => line.EntryTermIn(campaign),
        ReminderDeadline.Review => line.ReviewTermIn(campaign),
        _ => campaign.CorrectionTo,
    });

    /// <param name="sender">Whoever sends it, who is not reminded; null: nobody.</param>
    public static ReminderPlan Of(Campaign campaign, DossierSituation situation, ReminderDeadline deadline, IReadOnlyList<SubmissionLine> bodies, Concerned concerned, Guid? sender)
    {
        var told = bodies.Select(b => (Body: b, People: concerned.Of(new Around(b.Organization, b.Reviewer), AudienceOf(situation), []).Where(p => p.Account != sender).ToList())).ToList();
        var people = told.SelectMany(t => t.People.Select(p => (Person: p, t.Body, Day: DayOf(t.Body, campaign, deadline)))).ToList();
        return new ReminderPlan(
            campaign, situation, bodies,
            [.. people.Where(p => p.Person.Choice.Reminders).GroupBy(p => (p.Person.Account, p.Day))
                .Select(g => new ReminderFor(g.First().Person, g.Key.Day, [.. g.Select(p => p.Body)]))
                .OrderBy(r => r.Person.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(r => r.Person.Account).ThenBy(r => r.Day)],
            people.Where(p => !p.Person.Choice.Reminders).Select(p => p.Person.Account).Distinct().Count(),
            [.. told.Where(t => t.People.Count == 0).Select(t => t.Body)]);
    }

    /// <summary>The message of one of them.</summary>
    /// <param name="key">What makes it the only one.</param>
    public OutboxMessage MessageOf(ReminderFor reminder, string key, DateTimeOffset now, string by, Guid? byId, Guid? batch)
    {
        var about = Situation switch { DossierSituation.WaitingReview => "reminder-review", DossierSituation.Returned => "reminder-mend", _ => "reminder-entry" };
        return new OutboxMessage
        {
            Kind = MessageKind.Reminder,
            Code = reminder.Day < Deadline.DayAt(now) ? about + "-late" : about,
            Payload = OutboxWriter.Written(new MessagePayload(
                [Campaign.Year.ToString(CultureInfo.InvariantCulture), MessagePayload.Of(reminder.Day)],
                [.. reminder.Bodies.Select(b => new MessageLine(b.ShortName, $"state.{b.State}", Situation == DossierSituation.WaitingReview ? $"/examen/dossiers/{b.Id}" : $"/dossiers/{b.Id}"))])),
            AccountId = reminder.Person.Account,
            Email = reminder.Person.Email,
            Bodies = [.. reminder.Bodies.Select(b => new OutboxBody { Organization = b.Organization })],
            By = by,
            ById = byId,
            BatchId = batch,
            UniqueKey = $"{key}:{reminder.Day:yyyyMMdd}:{reminder.Person.Account:N}",
            At = now,
            DueAt = MessageDay.DueFor(reminder.Person.Choice, now),
        };
    }
}
