using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Quality;

/// <summary>Pages and acts of the quality desk.</summary>
internal static class QualityPages
{
    public static void Add(IServiceCollection services) => services.AddNavigation("/qualite", "quality.nav", Permission.FollowAnomalies, 22);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/qualite", AnomaliesActs.ShowLatestAsync).Needs(Permission.FollowAnomalies);
        routes.MapGet("/qualite/{year:int}", AnomaliesActs.ShowAsync).Needs(Permission.FollowAnomalies);
        routes.MapPost("/qualite/{year:int}/lot", ManyAnomaliesActs.TreatAsync).Needs(Permission.ReviewSubmission);
        routes.MapGet("/qualite/{year:int}/regles", RulesActs.ShowAsync).Needs(Permission.FollowAnomalies);
        routes.MapGet("/qualite/{year:int}/regles/{rule}", RulesActs.AskAsync).Needs(Permission.ManageCampaigns);
        routes.MapPost("/qualite/{year:int}/regles/{rule}", RulesActs.TuneAsync).Needs(Permission.ManageCampaigns);
        routes.MapGet("/qualite/{year:int}/{submission:guid}/{rule}/{variable}", AnomalyActs.ShowAsync).Needs(Permission.FollowAnomalies);
        routes.MapPost("/qualite/{year:int}/{submission:guid}/{rule}/{variable}/question", AnomalyActs.AskAsync).Needs(Permission.ReviewSubmission);
        routes.MapPost("/qualite/{year:int}/{submission:guid}/{rule}/{variable}/reponse", AnomalyActs.AnswerAsync).Needs(Permission.AnswerAnomalies);
        routes.MapPost("/qualite/{year:int}/{submission:guid}/{rule}/{variable}/decision", AnomalyActs.DecideAsync).Needs(Permission.ReviewSubmission);
    }
}
