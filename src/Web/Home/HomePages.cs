using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Home;

/// <summary>The home page and the pages of the footer.</summary>
internal static class HomePages
{
    public static readonly IReadOnlyList<(string Url, string Name)> About =
    [
        ("/accessibilite", "accessibility"), ("/mentions-legales", "legal"), ("/donnees-personnelles", "privacy"), ("/ecoconception", "eco"),
        ("/aide", "help"), ("/contact", "contact"), ("/code-source", "source"), ("/securite", "security"),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<InstanceSettings>();
        services.AddNavigation("/", "home.nav", Permission.Anonymous, 1);
        services.AddNavigation("/reglages", "home.settings.nav", Permission.ManageAccounts, 97);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", HomeActs.ShowAsync).Needs(Permission.Anonymous);
        foreach (var (url, name) in About.Where(p => p.Url != "/accessibilite"))
        {
            routes.MapGet(url, () => Page.Of<InfoPage>(new { Name = name })).Needs(Permission.Anonymous);
        }

        routes.MapGet("/reglages", SettingsActs.ShowAsync).Needs(Permission.ManageAccounts);
        routes.MapGet("/accessibilite", () => Page.Of<AccessibilityPage>(new { Audit = AccessibilityAudit.Recorded })).Needs(Permission.Anonymous);
        routes.MapGet("/aide/{subject}", HomeActs.ShowHelp).Needs(Permission.Anonymous);
        routes.MapPost("/raccourcis", Shortcuts.Set).Needs(Permission.ReadReference);
        routes.MapPost("/guide", HomeActs.DismissGuideAsync).Needs(Permission.ReadReference);
        routes.MapGet("/plan-du-site", () => Page.Of<SiteMapPage>(new { Footer = About })).Needs(Permission.Anonymous);
        routes.MapGet("/etat-du-service", StateActs.ShowAsync).Needs(Permission.Anonymous);
        routes.MapGet("/.well-known/security.txt", StateActs.SecurityText).Needs(Permission.Anonymous);
    }
}
