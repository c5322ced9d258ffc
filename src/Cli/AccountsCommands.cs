using System.CommandLine;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

internal static class AccountsCommands
{
    public static Command Group() => new("accounts", Words.Of("accounts")) { Invite() };

    private static Command Invite()
    {
        var email = new Option<string>("--email") { Description = Words.Of("accounts.email"), Required = true };
        var role = new Option<Role>("--role") { Description = Words.Of("accounts.role"), Required = true };
        var scope = new Option<string?>("--scope") { Description = Words.Of("accounts.scope"), HelpName = "CODE" };
        var command = new Command("invite", Words.Of("accounts.invite")) { email, role, scope };
        command.SetAction((parsed, cancel) => Task.FromResult(Exit.Tell(new Problem("shared.not-yet", null))));
        return command;
    }
}
