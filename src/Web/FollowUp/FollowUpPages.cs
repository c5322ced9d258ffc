using System.Globalization;
using System.Text;
using Responsables.App.Campaigns;
using Responsables.App.FollowUp;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;
using Responsables.Web.Reminders;

namespace Responsables.Web.FollowUp;

/// <summary>How complete a campaign is, and who to call.</summary>
internal static class FollowUpPages
{
    /// <summary>What the bodies are gathered by, in an address.</summary>
    public const string By = "par";

    public static void Add(IServiceCollection services) => services.AddNavigation("/suivi", "followUp.nav", Permission.FollowCampaign, 30);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/suivi", ShowLatestAsync).Needs(Permission.FollowCampaign);
        routes.MapGet("/suivi/{year:int}", ShowAsync).Needs(Permission.FollowCampaign);
        routes.MapGet("/suivi/{year:int}/indicateurs", IndicatorsAsync).Needs(Permission.FollowCampaign);
        routes.MapGet("/suivi/{year:int}/appels.csv", DownloadAsync).Needs(Permission.FollowCampaign);
    }

    public static string UrlOf(int year) => $"/suivi/{year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The address of what is gathered so, in the words of the site.</summary>
    public static string NameOf(Gathering by) => by switch { Gathering.Network => "reseau", Gathering.Region => "region", Gathering.Size => "taille", _ => "branche" };

    private static async Task<IResult> ShowLatestAsync(CampaignList campaigns, CancellationToken cancel) =>
        await campaigns.AllAsync(cancel) is [var latest, ..] ? Page.GoTo(UrlOf(latest.Campaign.Year)) : Page.Of<NoFollowUpPage>();

    private static async Task<IResult> ShowAsync(int year, int? page, HttpContext http, FollowUpQuery query, CancellationToken cancel)
    {
        var (filter, by) = Asked(http);
        return await query.RunAsync(http.SignedIn(), year, filter, by, cancel) is { } view
            ? Page.Of<FollowUpPage>(new { View = view, Filter = filter, By = by, PageNumber = page ?? 1 })
            : Page.Missing();
    }

    private static async Task<IResult> IndicatorsAsync(int year, HttpContext http, FollowUpQuery query, CancellationToken cancel)
    {
        var (filter, by) = Asked(http);
        return await query.RunAsync(http.SignedIn(), year, filter, by, cancel) is { } view ? Page.Of<IndicatorsPage>(new { View = view, Filter = filter }) : Page.Missing();
    }

    private static async Task<IResult> DownloadAsync(int year, HttpContext http, FollowUpQuery query, CancellationToken cancel)
    {
        var (filter, by) = Asked(http);
        return await query.RunAsync(http.SignedIn(), year, filter, by, cancel) is { } view
            ? Results.File(Encoding.UTF8.GetBytes(CallsCsv.Write(view.Calls)), "text/csv; charset=utf-8", $"suivi-{year.ToString(CultureInfo.InvariantCulture)}.csv")
            : Page.Missing();
    }

    private static (SubmissionFilter Filter, Gathering By) Asked(HttpContext http) => (
        Selection.Of(http.Request.Query),
        Enum.GetValues<Gathering>().FirstOrDefault(g => NameOf(g) == http.Request.Query[By]));
}
