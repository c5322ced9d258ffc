using Responsables.App.Accounts;
using Responsables.App.Outbox;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>Changing the address of an account: asked here, confirmed by a link at the new address, told to the old one.</summary>
internal static class EmailActs
{
    public static async Task<IResult> AskAsync(
        Form form, HttpContext http, ChangeEmail change, SecondFactor factor, MailSettings mail, CancellationToken cancel)
    {
        // Without a mail server nothing would show that the address is this person's: an administrator does it.
        if (!mail.IsSet)
        {
            return Page.Missing();
        }

        var token = LinkToken.New();
        var outcome = await change.AskAsync(http.SignedIn(), form["email"], form.Exact("email-password"), token, form.Key, cancel);
        if (outcome is not Outcome<EmailChangeAsked>.Done done)
        {
            var standing = await factor.ReadAsync(http.SignedIn(), cancel);
            return outcome.ToPage(_ => Page.Missing(), problems => Page.Refused<MyAccountPage>(
                new { Standing = standing, CanSend = true, NewEmail = form["email"], Problems = problems }));
        }

        return Page.GoTo("/mon-compte", "accounts.email.sent", done.Value.Link.Email);
    }

    public static async Task<IResult> AskForAsync(
        Guid id, Form form, HttpContext http, ChangeEmail change, AccountList list, LinkDelivery delivery, CancellationToken cancel)
    {
        var token = LinkToken.New();
        return await change.AskForAsync(http.SignedIn(), id, form["email"], token, form.Key, cancel) switch
        {
            Outcome<EmailChangeAsked>.Done done => Page.Of<LinkMadePage>(new { Link = delivery.Of(done.Value.Link, token, "adresse") }),
            Outcome<EmailChangeAsked>.Refused refused => await AccountsActs.AccountAsync(id, http, list, form, refused.Problems, cancel),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> ShowAsync(string token, ChangeEmail change, CancellationToken cancel) =>
        await change.FindAsync(token, cancel) is { } found ? Page.Of<EmailPage>(new { Token = token, Change = found }) : Over();

    public static async Task<IResult> ConfirmAsync(string token, Form form, ChangeEmail change, SignIn signIn, CancellationToken cancel)
    {
        if (await change.FindAsync(token, cancel) is not { } found)
        {
            return Over();
        }

        var outcome = await change.ConfirmAsync(token, form.Key, cancel);
        if (outcome is Outcome<EmailChanged>.Done)
        {
            await signIn.LeaveAsync();
        }

        return outcome.ToPage(
            changed => Page.GoTo("/connexion", "accounts.email.changed", changed.NewEmail),
            problems => Page.Refused<EmailPage>(new { Token = token, Change = found, Problems = problems }));
    }

    private static IResult Over() => Page.Of<LinkOverPage>(status: StatusCodes.Status404NotFound);
}
