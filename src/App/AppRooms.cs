using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Responsables.App.Accounts;
using Responsables.App.Campaigns;
using Responsables.App.CarryOver;
using Responsables.App.Consolidation;
using Responsables.App.Dashboards;
using Responsables.App.Demonstration;
using Responsables.App.Disclosure;
using Responsables.App.FollowUp;
using Responsables.App.Evidence;
using Responsables.App.Frameworks;
using Responsables.App.Home;
using Responsables.App.Organizations;
using Responsables.App.Quality;
using Responsables.App.OpenData;
using Responsables.App.Outbox;
using Responsables.App.Publications;
using Responsables.App.Reminders;
using Responsables.App.Reviews;
using Responsables.App.Search;
using Responsables.App.Series;
using Responsables.App.Submissions;
using Responsables.App.Targets;
using Responsables.App.Trail;
using Responsables.App.Workbooks;

namespace Responsables.App;

/// <summary>Registers the use cases of every room; the database is added beside (see <see cref="Database.DatabaseRoom"/>).</summary>
public static class AppRooms
{
    public static IServiceCollection Add(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        AccountsRoom.Add(services);
        FrameworksRoom.Add(services);
        OrganizationsRoom.Add(services);
        CampaignsRoom.Add(services);
        SubmissionsRoom.Add(services);
        WorkbooksRoom.Add(services);
        EvidenceRoom.Add(services);
        CarryOverRoom.Add(services);
        ReviewsRoom.Add(services);
        ConsolidationRoom.Add(services);
        QualityRoom.Add(services);
        DisclosureRoom.Add(services);
        SeriesRoom.Add(services);
        TargetsRoom.Add(services);
        services.AddScoped<DashboardQuery>();
        services.AddScoped<SeriesSheetQuery>();
        services.AddScoped<BranchSeriesQuery>();
        services.AddScoped<PeerNames>();
        services.AddScoped<BenchmarkQuery>();
        FollowUpRoom.Add(services);
        OutboxRoom.Add(services);
        RemindersRoom.Add(services);
        PublicationsRoom.Add(services);
        OpenDataRoom.Add(services);
        TrailRoom.Add(services);
        HomeRoom.Add(services);
        SearchRoom.Add(services);
        DemonstrationRoom.Add(services);
        return services;
    }
}
