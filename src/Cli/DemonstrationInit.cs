using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Accounts;
using Responsables.App.Demonstration;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>The part of <c>init</c> that makes the demonstration and its accounts, and prints their one password.</summary>
internal static class DemonstrationInit
{
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var password = DemonstrationAccounts.PasswordOrNew();
        if (Passwords.Refusing(password, DemonstrationAccounts.PasswordVariable, "", "").ToList() is { Count: > 0 } weak)
        {
            return Exit.Tell(weak);
        }

        var made = await services.GetRequiredService<CreateDemonstration>().RunAsync(Actor.Command, CreateDemonstration.OrganizationsFile, cancel);
        return made is Outcome<DemonstrationCreated>.Done { Value: var created }
            ? await Exit.OfAsync(
                await services.GetRequiredService<DemonstrationAccounts>().CreateAsync(created.Body, created.Fund, password, cancel),
                accounts => Listing.WriteAsync(
                    ListFormat.Json,
                    [new Column<DemonstrationAccount>("email", a => a.Email), new("role", a => a.Role), new("scope", a => a.Scope), new("password", _ => password)],
                    accounts))
            : await Exit.OfAsync(made, _ => Task.CompletedTask);
    }
}
