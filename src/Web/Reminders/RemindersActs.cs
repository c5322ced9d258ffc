using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.App.Outbox;
using Responsables.App.Reminders;
using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Reminders;

/// <summary>Showing reminders, and sending some by hand.</summary>
internal static class RemindersActs
{
    private const int MostBatches = 10;

    public static async Task<IResult> ShowLatestAsync(HttpContext http, CampaignList campaigns, CancellationToken cancel) =>
        await campaigns.AllAsync(cancel) is [var latest, ..]
            ? Page.GoTo(UrlOf(latest.Campaign.Year))
            : Page.Of<NoRemindersPage>();

    public static Task<IResult> ShowAsync(
        int year, HttpContext http, CampaignProgressQuery campaigns, KeepRules rules, RemindByHand hand, MailSettings mail, CancellationToken cancel) =>
        PageAsync(year, http, campaigns, rules, hand, mail, null, [], cancel);

    public static async Task<IResult> PreviewAsync(int year, HttpContext http, RemindByHand hand, CancellationToken cancel) =>
        await PreviewAsync(year, http, hand, [], StatusCodes.Status200OK, cancel);

    public static async Task<IResult> SendAsync(int year, Form form, HttpContext http, RemindByHand hand, CancellationToken cancel)
    {
        var filter = Selection.Of(http.Request.Query);
        return await hand.RunAsync(http.SignedIn(), year, filter, form["seal"], form.Key, cancel) switch
        {
            Outcome<Reminded>.Done { Value: var done } => Page.GoTo(
                UrlOf(year), "reminders.sent", Texts.T.Plural("reminders.people", done.People), Texts.T.Plural("reminders.bodies", done.Bodies)),
            Outcome<Reminded>.Refused => await PreviewAsync(year, http, hand, [], StatusCodes.Status422UnprocessableEntity, cancel),
            Outcome<Reminded>.Stale stale => await PreviewAsync(year, http, hand, stale.Problems, StatusCodes.Status409Conflict, cancel),
            _ => Page.Missing(),
        };
    }

    public static string UrlOf(int year) => $"/relances/{year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The page, with what was refused of a new rule.</summary>
    public static async Task<IResult> PageAsync(
        int year, HttpContext http, CampaignProgressQuery campaigns, KeepRules rules, RemindByHand hand, MailSettings mail, RuleInput? input, IReadOnlyList<Problem> problems,
        CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (await rules.ReadAsync(actor, cancel) is not { } kept || await campaigns.RunAsync(actor, year, cancel) is not { } progress)
        {
            return Page.Missing();
        }

        return Page.Of<RemindersPage>(
            new
            {
                Progress = progress, Rules = kept, Batches = await hand.LastAsync(actor, progress.Campaign.Id, MostBatches, cancel), IsSending = mail.IsSet,
                Input = input ?? new RuleInput(null, null, "", false, null), Problems = problems,
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> PreviewAsync(int year, HttpContext http, RemindByHand hand, IReadOnlyList<Problem> problems, int status, CancellationToken cancel)
    {
        var filter = Selection.Of(http.Request.Query);
        http.RequestServices.GetRequiredService<Visit>().StandsAt = ($"{UrlOf(year)}/apercu", http.Request.QueryString.Value ?? "");
        return await hand.PreviewAsync(http.SignedIn(), year, filter, cancel) is { } preview
            ? Page.Of<PreviewPage>(new { Preview = preview, Filter = filter, Problems = problems }, status)
            : Page.Missing();
    }
}
