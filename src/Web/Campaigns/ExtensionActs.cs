using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>Letting bodies enter until later than the campaign says, and taking it back.</summary>
internal static class ExtensionActs
{
    public static Task<IResult> ShowAsync(
        int year, string? branche, string? organisme, HttpContext http, CampaignProgressQuery query, ExtensionList list, CancellationToken cancel) =>
        PageAsync(year, branche, http, query, list, ExtensionInput.Empty with { Bodies = new HashSet<string>(organisme is null ? [] : [organisme]) }, [], cancel);

    public static async Task<IResult> GiveAsync(
        int year, string? branche, Form form, HttpContext http, CampaignProgressQuery query, ExtensionList list, ExtendEntry extend, CancellationToken cancel)
    {
        var input = ExtensionInput.Of(form);
        var asked = new NewExtension([.. input.Bodies.Select(b => new OrganizationCode(b))], input.Day, input.Time, input.Reason);
        return await extend.RunAsync(http.SignedIn(), year, asked, form.Key, cancel) switch
        {
            Outcome<EntryExtended>.Done { Value: var done } => Page.GoTo(
                UrlOf(year), "campaigns.extension.done", done.Bodies == 1 ? done.Name : Texts.T.Plural("campaigns.bodies", done.Bodies), Show.Deadline(done.Until)),
            Outcome<EntryExtended>.Refused refused => await PageAsync(year, branche, http, query, list, input, refused.Problems, cancel),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> WithdrawAsync(
        int year, Guid extension, Form form, HttpContext http, CampaignProgressQuery query, ExtensionList list, ExtendEntry extend, CancellationToken cancel) =>
        await extend.WithdrawAsync(http.SignedIn(), year, extension, form.Key, cancel) switch
        {
            Outcome<EntryExtended>.Done done => Page.GoTo(UrlOf(year), "campaigns.extension.withdrawn", done.Value.Name),
            Outcome<EntryExtended>.Refused refused => await PageAsync(year, null, http, query, list, ExtensionInput.Empty, refused.Problems, cancel),
            _ => Page.Missing(),
        };

    public static string UrlOf(int year) => $"/campagnes/{year.ToString(CultureInfo.InvariantCulture)}/delais";

    private static async Task<IResult> PageAsync(
        int year, string? branch, HttpContext http, CampaignProgressQuery query, ExtensionList list, ExtensionInput input, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (!actor.May(Permission.ManageCampaigns) || await query.RunAsync(actor, year, cancel) is not { Campaign: var campaign }
            || await list.BodiesAsync(actor, campaign.Id, cancel) is not { } bodies)
        {
            return Page.Missing();
        }

        return Page.Of<ExtensionsPage>(
            new { Campaign = campaign, Bodies = bodies, Branch = branch, Given = await list.RunAsync(actor, campaign.Id, cancel), Input = input, Problems = problems },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <summary>What the form of a delay holds.</summary>
public sealed record ExtensionInput(IReadOnlySet<string> Bodies, string Day, string Time, string Reason)
{
    public static readonly ExtensionInput Empty = new(new HashSet<string>(), "", "", "");

    internal static ExtensionInput Of(Form form) =>
        new(form.All(ExtendEntry.Bodies).ToHashSet(), form[ExtendEntry.Day], form[ExtendEntry.Time], form[ExtendEntry.Reason]);
}
