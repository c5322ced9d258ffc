using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>Pages and acts of the campaigns.</summary>
internal static class CampaignsPages
{
    public static void Add(IServiceCollection services) => services.AddNavigation("/campagnes", "campaigns.nav", Permission.ReadReference, 60);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campagnes", CampaignActs.ListAsync).Needs(Permission.ReadReference);
        routes.MapGet("/campagnes/{year:int}", CampaignActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet("/campagnes/nouvelle", OpeningActs.ShowAsync).Needs(Permission.ManageCampaigns);
        routes.MapPost("/campagnes/nouvelle", OpeningActs.OpenAsync).Needs(Permission.ManageCampaigns);
        routes.MapGet("/campagnes/{year:int}/cloture", ClosureActs.ShowAsync).Needs(Permission.ManageCampaigns);
        routes.MapPost("/campagnes/{year:int}/cloture", ClosureActs.CloseAsync).Needs(Permission.ManageCampaigns);
        routes.MapGet("/campagnes/{year:int}/calendrier", CalendarActs.ShowAsync).Needs(Permission.ManageCampaigns);
        routes.MapPost("/campagnes/{year:int}/calendrier", CalendarActs.ChangeAsync).Needs(Permission.ManageCampaigns);
        routes.MapGet("/campagnes/{year:int}/delais", ExtensionActs.ShowAsync).Needs(Permission.ManageCampaigns);
        routes.MapPost("/campagnes/{year:int}/delais", ExtensionActs.GiveAsync).Needs(Permission.ManageCampaigns);
        routes.MapPost("/campagnes/{year:int}/delais/{extension:guid}/retrait", ExtensionActs.WithdrawAsync).Needs(Permission.ManageCampaigns);
        routes.MapGet("/campagnes/{year:int}/echeances", TermsActs.ShowAsync).Needs(Permission.ChooseOptional);
        routes.MapPost("/campagnes/{year:int}/echeances", TermsActs.SetAsync).Needs(Permission.ChooseOptional);
        routes.MapGet(SupplementUrls.Page, SupplementActs.ShowAsync).Needs(Permission.ReadReference);
        routes.MapGet(SupplementUrls.File, SupplementActs.DownloadAsync).Needs(Permission.ReadReference);
        routes.MapPost(SupplementUrls.File, SupplementActs.ImportAsync).Needs(Permission.ChooseOptional);
        routes.MapGet(SupplementUrls.Indicator, SupplementActs.ShowFormAsync).Needs(Permission.ChooseOptional);
        routes.MapPost(SupplementUrls.Indicator, SupplementActs.AddAsync).Needs(Permission.ChooseOptional);
        routes.MapPost(SupplementUrls.Removal, SupplementActs.RemoveAsync).Needs(Permission.ChooseOptional);
        routes.MapGet("/campagnes/choix", ChoiceActs.ShowAsync).Needs(Permission.ChooseOptional);
        routes.MapPost("/campagnes/choix", ChoiceActs.ChooseAsync).Needs(Permission.ChooseOptional);
    }
}
