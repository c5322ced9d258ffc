using Responsables.App.Accounts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>Inviting a person.</summary>
internal static class InviteActs
{
    public static async Task<IResult> ShowAsync(HttpContext http, AccountList list, CancellationToken cancel) =>
        Page.Of<InvitePage>(new { Scopes = await list.ScopesAsync(http.SignedIn(), cancel) });

    public static async Task<IResult> InviteAsync(
        Form form, HttpContext http, InvitePerson invite, AccountList list, LinkDelivery delivery, CancellationToken cancel)
    {
        var token = LinkToken.New();
        var outcome = await invite.RunAsync(http.SignedIn(), new NewInvitation(form["email"], form.Choice<Role>("role"), ScopeOf(form)), token, form.Key, cancel);
        if (outcome is Outcome<LinkMade>.Done done)
        {
            // No redirection: the link is in this answer and nowhere else.
            return Page.Of<LinkMadePage>(new { Link = delivery.Of(done.Value, token) });
        }

        var scopes = await list.ScopesAsync(http.SignedIn(), cancel);
        return outcome.ToPage(_ => Page.Missing(), problems => Page.Refused<InvitePage>(
            new { Scopes = scopes, Email = form["email"], Role = form["role"], Organization = form["organization"], Problems = problems }));
    }

    public static async Task<IResult> WithdrawAsync(Guid id, Form form, HttpContext http, WithdrawInvitation withdraw, CancellationToken cancel) =>
        (await withdraw.RunAsync(http.SignedIn(), id, form.Key, cancel))
            .ToPage(email => Page.GoTo("/comptes", "accounts.invitation.withdrawn", email), _ => Page.Missing());

    /// <summary>The organisation chosen in a form; null when none was.</summary>
    public static OrganizationCode? ScopeOf(Form form) => form["organization"] is { Length: > 0 } code ? new OrganizationCode(code) : null;
}
