using Microsoft.AspNetCore.Mvc;
using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Publications;

/// <summary>Editions, for those who prepare them, decide upon them and publish them.</summary>
internal static class PublicationsPages
{
    /// <summary>Let in beyond the largest file, so that one that is somewhat too large is told so by a page.</summary>
    private const long Around = 10 * 1024 * 1024;

    public static void Add(IServiceCollection services) => services
        .AddNavigation("/publications", "publications.nav", Permission.PreviewPublication, 55)
        .AddNavigation("/rapports", "publications.reports.nav", Permission.WriteReports, 56);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/publications", EditionsActs.ListAsync).Needs(Permission.PreviewPublication);
        routes.MapPost("/publications", EditionsActs.CreateAsync).Needs(Permission.PreparePublication);
        routes.MapGet("/publications/{number:int}", EditionsActs.ShowAsync).Needs(Permission.PreviewPublication);
        routes.MapGet("/publications/{number:int}/edition.json", EditionsActs.FileAsync).Needs(Permission.PreviewPublication);
        routes.MapGet("/publications/{number:int}/documents/{format}", EditionsActs.DocumentsAsync).Needs(Permission.PreviewPublication);
        routes.MapPost("/publications/{number:int}/approbation", EditionsActs.ApproveAsync).Needs(Permission.ApprovePublication);
        routes.MapPost("/publications/{number:int}/refus", EditionsActs.RefuseAsync).Needs(Permission.ApprovePublication);
        routes.MapPost("/publications/{number:int}/publication", EditionsActs.PublishAsync).Needs(Permission.PreparePublication);
        routes.MapGet("/publications/verification", VerifyActs.Ask).Needs(Permission.PreviewPublication);
        routes.MapPost("/publications/verification", VerifyActs.VerifyAsync).Needs(Permission.PreviewPublication)
            .WithMetadata(new RequestSizeLimitAttribute(VerifyActs.MostBytes + Around));
        routes.MapGet("/rapports", ReportsActs.ShowLatestAsync).Needs(Permission.WriteReports);
        routes.MapGet("/rapports/{year:int}", ReportsActs.ListAsync).Needs(Permission.WriteReports);
        routes.MapGet("/rapports/{year:int}/{node}", ReportsActs.ShowAsync).Needs(Permission.WriteReports);
        routes.MapGet("/rapports/{year:int}/{node}/identite", IdentityActs.ShowAsync).Needs(Permission.WriteReports);
        routes.MapPost("/rapports/{year:int}/{node}/identite", IdentityActs.KeepAsync).Needs(Permission.WriteReports);
        routes.MapGet("/rapports/{year:int}/{node}/apercu.pdf", ReportsActs.PreviewAsync).Needs(Permission.WriteReports);
        routes.MapGet("/rapports/{year:int}/{node}/logo.png", IdentityActs.LogoAsync).Needs(Permission.WriteReports);
        routes.MapGet("/rapports/{year:int}/{node}/graphiques/{indicator}.svg", ReportsActs.ChartAsync).Needs(Permission.WriteReports);
        routes.MapGet("/rapports/{year:int}/{node}/{section}", ReportsActs.OpenAsync).Needs(Permission.WriteReports);
        routes.MapPost("/rapports/{year:int}/{node}/{section}", ReportsActs.WriteAsync).Needs(Permission.WriteReports);
        routes.MapPost("/rapports/{year:int}/{node}/{section}/relecture", ReportsActs.SignAsync).Needs(Permission.WriteReports);
    }
}
