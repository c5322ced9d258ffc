using Responsables.App.Reminders;
using Responsables.Domain.Reminders;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Reminders;

/// <summary>Rules of reminders in words.</summary>
internal static class Words
{
    public static IReadOnlyList<Option> Situations => [.. Enum.GetValues<DossierSituation>().Select(s => new Option(s.ToString(), T[$"reminders.situation.{s}"]))];

    public static IReadOnlyList<Option> Deadlines => [.. Enum.GetValues<ReminderDeadline>().Select(d => new Option(d.ToString(), T[$"reminders.deadline.{d}"]))];

    /// <summary>When a rule acts: « 7 jours avant la fin de la saisie ».</summary>
    public static string When(ReminderRule rule) => rule.Days == 0
        ? T["reminders.on-day", T[$"reminders.deadline.{rule.Deadline}"]]
        : T.Plural(rule.Days < 0 ? "reminders.before" : "reminders.after", Math.Abs(rule.Days), T[$"reminders.deadline.{rule.Deadline}"]);
}
