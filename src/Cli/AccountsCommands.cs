using System.CommandLine;
using Responsables.App.Accounts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.Cli;

internal static class AccountsCommands
{
    /// <summary>Where people reach the site; the same setting as the site's own.</summary>
    private const string SiteVariable = "RESPONSABLES_URL";

    private const string LocalSite = "http://127.0.0.1:5080";

    public static Command Group() => new("accounts", Words.Of("accounts")) { Invite() };

    private static Command Invite()
    {
        var email = new Option<string>("--email") { Description = Words.Of("accounts.email"), HelpName = "E", Required = true };
        var role = Choices.Option("--role", Words.Of("accounts.role"), Role.Contributor);
        role.Required = true;
        role.DefaultValueFactory = null;
        var scope = new Option<string?>("--scope") { Description = Words.Of("accounts.scope"), HelpName = "CODE" };
        var command = new Command("invite", Words.Of("accounts.invite")) { email, role, scope };
        command.SetAction((parsed, cancel) => Session.RunAsync<InvitePerson>(
            parsed,
            async (invite, stop) =>
            {
                var token = LinkToken.New();
                var wanted = new NewInvitation(
                    parsed.GetValue(email)!, parsed.GetValue(role), parsed.GetValue(scope) is { } code ? new OrganizationCode(code) : null);
                return await Exit.OfAsync(
                    await invite.RunAsync(Actor.Command, wanted, token, Guid.CreateVersion7(), stop),
                    _ => Console.Out.WriteLineAsync($"{Site()}/invitation/{token.Text}"));
            },
            cancel));
        return command;
    }

    private static string Site() => (Environment.GetEnvironmentVariable(SiteVariable) is { Length: > 0 } url ? url : LocalSite).TrimEnd('/');
}
