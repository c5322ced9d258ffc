using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>Pages and acts of the dossiers: where each stands, its form, its check and signature.</summary>
internal static class SubmissionsPages
{
    public static void Add(IServiceCollection services) =>
        services.AddNavigation("/dossiers", "submissions.nav", Permission.ReadSubmitted, 10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dossiers", DossierActs.ListAsync).Needs(Permission.ReadSubmitted);
        routes.MapGet("/dossiers/{id:guid}", DossierActs.ShowAsync).Needs(Permission.ReadSubmitted);
        routes.MapGet("/dossiers/{id:guid}/engagements/{code}", EntryActs.ShowAsync).Needs(Permission.ReadSubmitted);
        routes.MapPost("/dossiers/{id:guid}/engagements/{code}", EntryActs.SaveAsync).Needs(Permission.EnterAnswers);
        routes.MapGet("/dossiers/{id:guid}/engagements/{code}/coller", PasteActs.ShowAsync).Needs(Permission.EnterAnswers);
        routes.MapPost("/dossiers/{id:guid}/engagements/{code}/coller", PasteActs.PreviewAsync).Needs(Permission.EnterAnswers);
        routes.MapPost("/dossiers/{id:guid}/saisie", AutosaveActs.SaveAsync).Needs(Permission.EnterAnswers);
        routes.MapGet("/dossiers/{id:guid}/questions/{variable}", QuestionActs.ShowAsync).Needs(Permission.ReadSubmitted);
        routes.MapPost("/dossiers/{id:guid}/questions/{variable}/commentaires", QuestionActs.CommentAsync).Needs(Permission.CommentAnswers);
        routes.MapGet("/dossiers/{id:guid}/confier", AssignActs.ShowAsync).Needs(Permission.AssignQuestions);
        routes.MapPost("/dossiers/{id:guid}/confier", AssignActs.AssignAsync).Needs(Permission.AssignQuestions).RequireRateLimiting(RateLimits.Careful);
        routes.MapGet("/dossiers/{id:guid}/confier/{assignment:guid}", AssignActs.ShowOneAsync).Needs(Permission.AssignQuestions);
        routes.MapPost("/dossiers/{id:guid}/confier/{assignment:guid}", AssignActs.ChangeAsync).Needs(Permission.AssignQuestions);
        routes.MapPost("/dossiers/{id:guid}/confier/{assignment:guid}/fin", AssignActs.EndAsync).Needs(Permission.AssignQuestions);
        routes.MapGet("/dossiers/{id:guid}/verification", CheckActs.ShowAsync).Needs(Permission.ReadSubmitted);
        routes.MapPost("/dossiers/{id:guid}/signature", CheckActs.SignAsync).Needs(Permission.SignSubmission);
        routes.MapPost("/dossiers/{id:guid}/renvoi", CheckActs.SendBackAsync).Needs(Permission.SignSubmission);
        routes.MapPost("/dossiers/{id:guid}/signature/retrait", CheckActs.WithdrawAsync).Needs(Permission.SignSubmission);
    }
}
