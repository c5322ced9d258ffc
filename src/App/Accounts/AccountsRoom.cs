using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;

namespace Responsables.App.Accounts;

/// <summary>Registers the accounts.</summary>
public static class AccountsRoom
{
    /// <summary>Wrong passwords in a row before an account waits.</summary>
    public const int Attempts = 5;

    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    public static void Add(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            options.Lockout.MaxFailedAccessAttempts = Attempts;
            options.Lockout.DefaultLockoutTimeSpan = Wait;
            // Length is what counts; rules on kinds of characters make passwords alike.
            options.Password.RequiredLength = Passwords.Shortest;
            options.Password.RequiredUniqueChars = Passwords.FewestDistinct;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
        }).AddEntityFrameworkStores<AppDb>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<InvitePeople>();
        services.AddScoped<InvitationGuards>();
        services.AddScoped<WithdrawInvitation>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<ResetLinks>();
        services.AddScoped<ChoosePassword>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<ChangeGrants>();
        services.AddScoped<DelegateSignature>();
        services.AddScoped<DelegationList>();
        services.AddScoped<ChangeEmail>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<SecondFactorPolicy>();
        services.AddScoped<Entrance>();
        services.AddScoped<SwitchAccount>();
        services.AddScoped<AccountList>();
        services.AddScoped<PeopleOfBody>();
        services.AddScoped<LinkQuery>();
        services.AddScoped<ActorQuery>();
        services.AddScoped<DemonstrationAccounts>();
    }
}
