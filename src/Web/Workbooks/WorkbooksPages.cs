using Microsoft.AspNetCore.Mvc;
using Responsables.Domain.Accounts;
using Responsables.Reports.Spreadsheets;
using Responsables.Web.Platform;

namespace Responsables.Web.Workbooks;

/// <summary>The form of a body, or of many, as a workbook: taken away, and brought back.</summary>
internal static class WorkbooksPages
{
    /// <summary>Let in beyond the largest file, so that one that is somewhat too large is told so by a page.</summary>
    private const long Around = 10 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dossiers/{id:guid}/classeur.xlsx", DownloadActs.OneAsync).Needs(Permission.ReadSubmitted);
        routes.MapGet("/dossiers/{id:guid}/classeur", BringActs.ShowAsync).Needs(Permission.EnterAnswers);
        routes.MapPost("/dossiers/{id:guid}/classeur", BringActs.SendAsync).Needs(Permission.EnterAnswers)
            .WithMetadata(new RequestSizeLimitAttribute(SpreadsheetLimits.OneBody.MostBytes + Around));
        routes.MapGet("/dossiers/{id:guid}/classeur/{upload:guid}", BringActs.PreviewAsync).Needs(Permission.EnterAnswers);
        routes.MapPost("/dossiers/{id:guid}/classeur/{upload:guid}", BringActs.TakeAsync).Needs(Permission.EnterAnswers);
        routes.MapGet("/campagnes/{year:int}/classeurs", ManyActs.ShowAsync).Needs(Permission.ReadSubmitted);
        routes.MapGet("/campagnes/{year:int}/classeur.xlsx", DownloadActs.ManyAsync).Needs(Permission.ReadSubmitted);
        routes.MapPost("/campagnes/{year:int}/classeurs", ManyActs.SendAsync).Needs(Permission.ManageCampaigns)
            .WithMetadata(new RequestSizeLimitAttribute(SpreadsheetLimits.ManyBodies.MostBytes + Around));
        routes.MapGet("/campagnes/{year:int}/classeurs/{upload:guid}", ManyActs.PreviewAsync).Needs(Permission.ManageCampaigns);
        routes.MapPost("/campagnes/{year:int}/classeurs/{upload:guid}", ManyActs.TakeAsync).Needs(Permission.ManageCampaigns);
    }
}
