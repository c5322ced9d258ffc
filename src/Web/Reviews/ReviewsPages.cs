using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Reviews;

/// <summary>Pages and acts of the review.</summary>
internal static class ReviewsPages
{
    public static void Add(IServiceCollection services) => services
        .AddNavigation("/examen", "reviews.desk.nav", Permission.ReviewSubmission, 20)
        .AddNavigation("/acceptation", "reviews.accept.nav", Permission.AcceptSubmission, 25);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/examen", DeskActs.ShowLatestAsync).Needs(Permission.ReviewSubmission);
        routes.MapGet("/examen/{year:int}", DeskActs.ShowAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/{year:int}/vu", DeskActs.LookAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/{year:int}/filtres", DeskActs.SaveFilterAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/filtres/{id:guid}/retrait", DeskActs.DropFilterAsync).Needs(Permission.ReviewSubmission);
        routes.MapGet("/examen/motifs", DeskActs.ReasonsAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/motifs", DeskActs.KeepReasonAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/motifs/{id:guid}/retrait", DeskActs.DropReasonAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/{year:int}/lot", BulkActs.ValidateAsync).Needs(Permission.ReviewSubmission);
        routes.MapGet("/examen/lots/{id:guid}", BulkActs.ShowAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/lots/{id:guid}/annulation", BulkActs.UndoAsync).Needs(Permission.ReviewSubmission);
        routes.MapGet("/examen/dossiers/{id:guid}", ReviewActs.ShowAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/dossiers/{id:guid}", ReviewActs.DecideAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/examen/dossiers/{id:guid}/reste", ReviewActs.ValidateRestAsync).Needs(Permission.ReviewSubmission);
        routes.MapGet("/acceptation", AcceptanceActs.ShowLatestAsync).Needs(Permission.AcceptSubmission);
        routes.MapGet("/acceptation/{year:int}", AcceptanceActs.ShowAsync).Needs(Permission.AcceptSubmission);
        routes.MapPost("/acceptation/{year:int}", AcceptanceActs.AcceptAsync).Needs(Permission.AcceptSubmission);
        routes.MapGet("/acceptation/lots/{id:guid}", AcceptanceActs.ShowBatchAsync).Needs(Permission.AcceptSubmission);
        routes.MapPost("/acceptation/lots/{id:guid}/annulation", AcceptanceActs.UndoAsync).Needs(Permission.AcceptSubmission);
    }
}
