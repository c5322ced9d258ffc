using Responsables.App.Outbox;
using Responsables.App.Reminders;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Reminders;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Reminders;

/// <summary>Keeping the rules of reminders.</summary>
internal static class RulesActs
{
    public static async Task<IResult> AddAsync(
        int year, Form form, HttpContext http, CampaignProgressQuery campaigns, KeepRules rules, RemindByHand hand, MailSettings mail, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        var input = new RuleInput(
            form.Choice<DossierSituation>(KeepRules.SituationField), form.Choice<ReminderDeadline>(KeepRules.DeadlineField), form[KeepRules.DaysField], form["side"] == "after",
            OwnerOf(actor, form["owner"]));
        var outcome = await rules.AddAsync(actor, input, form.Key, cancel);
        return outcome is Outcome<Guid>.Refused refused
            ? await RemindersActs.PageAsync(year, http, campaigns, rules, hand, mail, input, refused.Problems, cancel)
            : outcome.ToPage(_ => Page.GoTo(RemindersActs.UrlOf(year) + "#regles", "reminders.rule.added"), _ => Page.Missing());
    }

    public static async Task<IResult> SwitchAsync(int year, Guid id, Form form, HttpContext http, KeepRules rules, CancellationToken cancel) =>
        (await rules.SwitchAsync(http.SignedIn(), id, VersionOf(form), form["on"] == "oui", form.Key, cancel))
            .ToPage(_ => Page.GoTo(RemindersActs.UrlOf(year) + "#regles", form["on"] == "oui" ? "reminders.rule.switched-on" : "reminders.rule.switched-off"), _ => Page.Missing());

    public static async Task<IResult> RemoveAsync(int year, Guid id, Form form, HttpContext http, KeepRules rules, CancellationToken cancel) =>
        (await rules.RemoveAsync(http.SignedIn(), id, VersionOf(form), form.Key, cancel))
            .ToPage(_ => Page.GoTo(RemindersActs.UrlOf(year) + "#regles", "reminders.rule.removed"), _ => Page.Missing());

    /// <summary>The funds whose rules somebody keeps; none for the federation, which keeps its own.</summary>
    public static IReadOnlyList<OrganizationCode> FundsOf(Actor actor) =>
        actor.May(Permission.SendReminders) ? [] : [.. actor.ScopesOf(Permission.SendReminders).Select(s => s.Code).Distinct()];

    private static OrganizationCode? OwnerOf(Actor actor, string asked)
    {
        var funds = FundsOf(actor);
        return funds.Count == 0 ? null : funds.Any(f => f.Value == asked) ? new OrganizationCode(asked) : funds[0];
    }

    private static int VersionOf(Form form) => int.TryParse(form["version"], out var version) ? version : -1;
}
