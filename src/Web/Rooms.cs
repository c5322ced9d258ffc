using Responsables.App;
using Responsables.App.Accounts;
using Responsables.Web.Accounts;
using Responsables.Web.Campaigns;
using Responsables.Web.CarryOver;
using Responsables.Web.Charts;
using Responsables.Web.Consolidation;
using Responsables.Web.Disclosure;
using Responsables.Web.FollowUp;
using Responsables.Web.Evidence;
using Responsables.Web.Frameworks;
using Responsables.Web.Home;
using Responsables.Web.Organizations;
using Responsables.Web.Outbox;
using Responsables.Web.Platform;
using Responsables.Web.Publications;
using Responsables.Web.Public;
using Responsables.Web.Quality;
using Responsables.Web.Reminders;
using Responsables.Web.Reviews;
using Responsables.Web.Search;
using Responsables.Web.Series;
using Responsables.Web.Submissions;
using Responsables.Web.Targets;
using Responsables.Web.Trail;
using Responsables.Web.Workbooks;

namespace Responsables.Web;

/// <summary>The rooms of the site: each registers what it needs, then its pages. A new room adds a line to both lists.</summary>
internal static class Rooms
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        EvidencePages.Add(services, configuration);
        AppRooms.Add(services);
        AccountsRoom.Add(services);
        ChartsRoom.Add(services);
        AccountsPages.Add(services);
        HomePages.Add(services);
        CampaignsPages.Add(services);
        ReviewsPages.Add(services);
        QualityPages.Add(services);
        TrailPages.Add(services);
        ConsolidationPages.Add(services);
        TargetsPages.Add(services);
        FrameworksPages.Add(services);
        SearchPages.Add(services);
        OrganizationsPages.Add(services);
        SubmissionsPages.Add(services);
        FollowUpPages.Add(services);
        OutboxPages.Add(services);
        RemindersPages.Add(services);
        PublicationsPages.Add(services);
        services.AddSingleton<Kit.Navigation>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        Health.Map(routes);
        HomePages.Map(routes);
        AccountsPages.Map(routes);
        CampaignsPages.Map(routes);
        ReviewsPages.Map(routes);
        QualityPages.Map(routes);
        TrailPages.Map(routes);
        ConsolidationPages.Map(routes);
        DisclosurePages.Map(routes);
        SeriesPages.Map(routes);
        TargetsPages.Map(routes);
        FrameworksPages.Map(routes);
        SearchPages.Map(routes);
        OrganizationsPages.Map(routes);
        SubmissionsPages.Map(routes);
        WorkbooksPages.Map(routes);
        FollowUpPages.Map(routes);
        OutboxPages.Map(routes);
        RemindersPages.Map(routes);
        PublicationsPages.Map(routes);
        EvidencePages.Map(routes);
        CarryOverPages.Map(routes);
        PublicPages.Map(routes);
    }
}
