using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>Letting bodies enter, or be reviewed, until later than the campaign says, and taking it back.</summary>
internal static class ExtensionActs
{
    public static Task<IResult> ShowAsync(
        int year, string? fenetre, string? branche, string? caisse, string? organisme, int? page, HttpContext http, CampaignProgressQuery query, ExtensionList list,
        CancellationToken cancel) =>
        PageAsync(
            year, new ExtensionFilter(ExtensionFilter.WindowOf(fenetre), branche, caisse, page ?? 1), http, query, list,
            ExtensionInput.Empty with { Bodies = new HashSet<string>(organisme is null ? [] : [organisme]) }, [], cancel);

    public static async Task<IResult> GiveAsync(
        int year, string? fenetre, string? branche, string? caisse, int? page, Form form, HttpContext http, CampaignProgressQuery query, ExtensionList list,
        ExtendWindow extend, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        var filter = new ExtensionFilter(ExtensionFilter.WindowOf(fenetre), branche, caisse, page ?? 1);
        var input = ExtensionInput.Of(form);
        if (form["quoi"] == ExtensionInput.All && await query.RunAsync(actor, year, cancel) is { Campaign: var campaign }
            && await list.BodiesAsync(actor, campaign, filter.Window, cancel) is { } bodies)
        {
            input = input with { Bodies = filter.Of(bodies).Select(b => b.Line.Organization.Value).ToHashSet() };
        }

        var asked = new NewExtension(filter.Window, [.. input.Bodies.Select(b => new OrganizationCode(b))], input.Day, input.Time, input.Reason);
        return await extend.RunAsync(actor, year, asked, form.Key, cancel) switch
        {
            Outcome<WindowExtended>.Done { Value: var done } => Page.GoTo(
                filter.Window == ExtendedWindow.Entry ? UrlOf(year) : $"{UrlOf(year)}?fenetre={ExtensionFilter.Review}",
                filter.Window == ExtendedWindow.Entry ? "campaigns.extension.done" : "campaigns.extension.review-done",
                done.Bodies == 1 ? done.Name : Texts.T.Plural("campaigns.bodies", done.Bodies), Show.Deadline(done.Until)),
            Outcome<WindowExtended>.Refused refused => await PageAsync(year, filter, http, query, list, input, refused.Problems, cancel),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> WithdrawAsync(
        int year, Guid extension, Form form, HttpContext http, CampaignProgressQuery query, ExtensionList list, ExtendWindow extend, CancellationToken cancel) =>
        await extend.WithdrawAsync(http.SignedIn(), year, extension, form.Key, cancel) switch
        {
            Outcome<WindowExtended>.Done done => Page.GoTo(UrlOf(year), "campaigns.extension.withdrawn", done.Value.Name),
            Outcome<WindowExtended>.Refused refused => await PageAsync(
                year, new ExtensionFilter(ExtendedWindow.Entry, null, null, 1), http, query, list, ExtensionInput.Empty, refused.Problems, cancel),
            _ => Page.Missing(),
        };

    public static string UrlOf(int year) => $"/campagnes/{year.ToString(CultureInfo.InvariantCulture)}/delais";

    private static async Task<IResult> PageAsync(
        int year, ExtensionFilter filter, HttpContext http, CampaignProgressQuery query, ExtensionList list, ExtensionInput input, IReadOnlyList<Problem> problems,
        CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (!actor.May(Permission.ManageCampaigns) || await query.RunAsync(actor, year, cancel) is not { Campaign: var campaign }
            || await list.BodiesAsync(actor, campaign, filter.Window, cancel) is not { } bodies)
        {
            return Page.Missing();
        }

        return Page.Of<ExtensionsPage>(
            new { Campaign = campaign, Bodies = bodies, Filter = filter, Given = await list.RunAsync(actor, campaign.Id, cancel), Input = input, Problems = problems },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <summary>Which delay, and the bodies of which branch or of which fund are shown, page by page.</summary>
public sealed record ExtensionFilter(ExtendedWindow Window, string? Branch, string? Fund, int Page)
{
    /// <summary>The window of the review, in an address.</summary>
    public const string Review = "examen";

    public static ExtendedWindow WindowOf(string? name) => name == Review ? ExtendedWindow.Review : ExtendedWindow.Entry;

    public IEnumerable<ExtensibleBody> Of(IEnumerable<ExtensibleBody> bodies) => bodies.Where(b =>
        (string.IsNullOrEmpty(Branch) || b.Line.Branch == Branch) && (string.IsNullOrEmpty(Fund) || b.Line.Reviewer.Value == Fund));

    /// <summary>As it stands in an address.</summary>
    public string Query => string.Join('&', new[]
    {
        Window == ExtendedWindow.Review ? $"fenetre={Review}" : null,
        string.IsNullOrEmpty(Branch) ? null : $"branche={Uri.EscapeDataString(Branch)}",
        string.IsNullOrEmpty(Fund) ? null : $"caisse={Uri.EscapeDataString(Fund)}",
        Page > 1 ? string.Create(CultureInfo.InvariantCulture, $"page={Page}") : null,
    }.OfType<string>()) is { Length: > 0 } query ? $"?{query}" : "";
}

/// <summary>What the form of a delay holds.</summary>
public sealed record ExtensionInput(IReadOnlySet<string> Bodies, string Day, string Time, string Reason)
{
    /// <summary>Every body of the branch and the fund that are shown, ticked or not.</summary>
    public const string All = "tous";

    public static readonly ExtensionInput Empty = new(new HashSet<string>(), "", "", "");

    internal static ExtensionInput Of(Form form) =>
        new(form.All(ExtendWindow.Bodies).ToHashSet(), form[ExtendWindow.Day], form[ExtendWindow.Time], form[ExtendWindow.Reason]);
}
