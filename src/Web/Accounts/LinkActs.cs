using Responsables.App.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>Using a link: an invitation, or a reset of the password.</summary>
internal static class LinkActs
{
    public static async Task<IResult> ShowAsync(string token, LinkQuery links, CancellationToken cancel) =>
        await links.FindAsync(token, cancel) is { } link ? Page.Of<LinkPage>(new { Token = token, Link = link }) : Over();

    public static async Task<IResult> UseAsync(
        string token, Form form, HttpContext http, LinkQuery links, AcceptInvitation accept, ChoosePassword choose, SignIn signIn, CancellationToken cancel)
    {
        if (await links.FindAsync(token, cancel) is not { } link)
        {
            return Over();
        }

        IResult Refused(IReadOnlyList<Problem> problems) => Page.Refused<LinkPage>(new { Token = token, Link = link, Name = form["name"], Problems = problems });

        if (link is { Role: not null, AccountId: not null })
        {
            return http.Actor() is { } actor
                ? (await accept.JoinAsync(actor, token, form.Key, cancel)).ToPage(_ => Page.GoTo("/", "accounts.link.joined"), Refused)
                : Page.GoTo($"/connexion?retour=/invitation/{token}");
        }

        if (form.Exact("password") != form.Exact("again"))
        {
            return Refused([new Problem("accounts.password-differs", "again")]);
        }

        var outcome = link.Role is null
            ? await choose.RunAsync(token, form.Exact("password"), form.Key, cancel)
            : await accept.OpenAccountAsync(token, form["name"], form.Exact("password"), form.Key, cancel);
        if (outcome is Outcome<LinkUsed>.Done done)
        {
            if (!await signIn.BeginByLinkAsync(done.Value.AccountId, cancel))
            {
                return Page.GoTo("/connexion", "accounts.password.changed.sign-in");
            }
        }

        return outcome.ToPage(_ => Page.GoTo("/", link.Role is null ? "accounts.password.changed" : "accounts.link.welcome"), Refused);
    }

    private static IResult Over() => Page.Of<LinkOverPage>(status: StatusCodes.Status404NotFound);
}
