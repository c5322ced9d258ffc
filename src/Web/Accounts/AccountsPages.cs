using Microsoft.AspNetCore.Identity;
using Responsables.App.Accounts;
using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>Pages and acts of the accounts.</summary>
internal static class AccountsPages
{
    public static void Add(IServiceCollection services)
    {
        new IdentityBuilder(typeof(Account), services).AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddSingleton<SignInLimits>();
        services.AddScoped<SignIn>();
        services.AddScoped<SecondStep>();
        services.AddSessionCookie();
        services.AddSingleton<ResetRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<ResetRequests>());
        services.AddScoped<LinkDelivery>();
        services.AddNavigation("/delegations", "accounts.delegations.nav", Permission.SignSubmission, 20);
        services.AddNavigation("/comptes", "accounts.list.nav", Permission.ManageAccounts, 90);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/connexion", SignInActs.Show).Needs(Permission.Anonymous);
        routes.MapPost("/connexion", SignInActs.EnterAsync).Needs(Permission.Anonymous).RequireRateLimiting(RateLimits.Careful);
        routes.MapPost("/connexion/code", SignInActs.EndAsync).Needs(Permission.Anonymous).RequireRateLimiting(RateLimits.Careful);
        routes.MapPost("/deconnexion", SignInActs.LeaveAsync).Needs(Permission.Anonymous);
        routes.MapPost("/session", SignInActs.Stay).Needs(Permission.Anonymous);
        routes.MapGet("/mot-de-passe-oublie", PasswordActs.ShowForgotten).Needs(Permission.Anonymous);
        routes.MapPost("/mot-de-passe-oublie", PasswordActs.Forgotten).Needs(Permission.Anonymous).RequireRateLimiting(RateLimits.Careful);
        routes.MapGet("/invitation/{token}", LinkActs.ShowAsync).Needs(Permission.Anonymous).RequireRateLimiting(RateLimits.Careful);
        routes.MapPost("/invitation/{token}", LinkActs.UseAsync).Needs(Permission.Anonymous).RequireRateLimiting(RateLimits.Careful);
        routes.MapGet("/mon-compte", PasswordActs.ShowMineAsync).Needs(Permission.ReadReference);
        routes.MapPost("/mon-compte/mot-de-passe", PasswordActs.ChangeAsync).Needs(Permission.ReadReference).RequireRateLimiting(RateLimits.Careful);
        routes.MapGet("/delegations", DelegationActs.ShowAsync).Needs(Permission.SignSubmission);
        routes.MapPost("/delegations", DelegationActs.GiveAsync).Needs(Permission.SignSubmission);
        routes.MapPost("/delegations/{id:guid}/retrait", DelegationActs.WithdrawAsync).Needs(Permission.SignSubmission);
        routes.MapPost("/mon-compte/adresse", EmailActs.AskAsync).Needs(Permission.ReadReference).RequireRateLimiting(RateLimits.Careful);
        routes.MapGet("/adresse/{token}", EmailActs.ShowAsync).Needs(Permission.Anonymous).RequireRateLimiting(RateLimits.Careful);
        routes.MapPost("/adresse/{token}", EmailActs.ConfirmAsync).Needs(Permission.Anonymous).RequireRateLimiting(RateLimits.Careful);
        routes.MapGet("/mon-compte/double-authentification", SecondFactorActs.ShowAsync).Needs(Permission.ReadReference).WithoutSecondFactor();
        routes.MapPost("/mon-compte/double-authentification", SecondFactorActs.EnrolAsync)
            .Needs(Permission.ReadReference).WithoutSecondFactor().RequireRateLimiting(RateLimits.Careful);
        routes.MapPost("/mon-compte/double-authentification/codes", SecondFactorActs.RenewAsync).Needs(Permission.ReadReference).RequireRateLimiting(RateLimits.Careful);
        routes.MapPost("/mon-compte/double-authentification/retrait", SecondFactorActs.GiveUpAsync).Needs(Permission.ReadReference).RequireRateLimiting(RateLimits.Careful);
        routes.MapGet("/comptes", AccountsActs.ListAsync).Needs(Permission.ManageAccounts);
        routes.MapGet("/comptes/inviter", InviteActs.ShowAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/inviter", InviteActs.InviteAsync).Needs(Permission.ManageAccounts);
        routes.MapGet("/comptes/inviter/plusieurs", PeopleActs.Show).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/inviter/plusieurs", PeopleActs.InviteAsync).Needs(Permission.ManageAccounts);
        routes.MapGet("/comptes/double-authentification", SecondFactorActs.ShowPolicyAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/double-authentification", SecondFactorActs.ChangePolicyAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/invitations/{id:guid}/retrait", InviteActs.WithdrawAsync).Needs(Permission.ManageAccounts);
        routes.MapGet("/comptes/{id:guid}", AccountsActs.ShowAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/{id:guid}/roles", AccountsActs.GiveAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/{id:guid}/roles/{grant:guid}/retrait", AccountsActs.RemoveAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/{id:guid}/desactivation", AccountsActs.DisableAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/{id:guid}/activation", AccountsActs.EnableAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/{id:guid}/adresse", EmailActs.AskForAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/{id:guid}/double-authentification/retrait", SecondFactorActs.ResetAsync).Needs(Permission.ManageAccounts);
        routes.MapPost("/comptes/{id:guid}/lien", AccountsActs.MakeLinkAsync).Needs(Permission.ManageAccounts);
    }
}
