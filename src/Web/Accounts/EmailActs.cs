using Responsables.App.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>Changing the address of an account: asked here, confirmed by a link at the new address, told to the old one.</summary>
internal static class EmailActs
{
    public static async Task<IResult> AskAsync(
        Form form, HttpContext http, ChangeEmail change, SecondFactor factor, Mailbox mailbox, LinkDelivery delivery, CancellationToken cancel)
    {
        // Without a mail server nothing would show that the address is this person's: an administrator does it.
        if (!mailbox.IsSet)
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

        var sent = await SendAsync(done.Value, token, delivery, cancel);
        return Page.GoTo("/mon-compte", sent.Failed ? "accounts.email.failed" : "accounts.email.sent", done.Value.Link.Email);
    }

    public static async Task<IResult> AskForAsync(
        Guid id, Form form, HttpContext http, ChangeEmail change, AccountList list, LinkDelivery delivery, CancellationToken cancel)
    {
        var token = LinkToken.New();
        return await change.AskForAsync(http.SignedIn(), id, form["email"], token, form.Key, cancel) switch
        {
            Outcome<EmailChangeAsked>.Done done => Page.Of<LinkMadePage>(new { Link = await SendAsync(done.Value, token, delivery, cancel) }),
            Outcome<EmailChangeAsked>.Refused refused => await AccountsActs.AccountAsync(id, http, list, form, refused.Problems, cancel),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> ShowAsync(string token, ChangeEmail change, CancellationToken cancel) =>
        await change.FindAsync(token, cancel) is { } found ? Page.Of<EmailPage>(new { Token = token, Change = found }) : Over();

    public static async Task<IResult> ConfirmAsync(string token, Form form, ChangeEmail change, LinkDelivery delivery, SignIn signIn, CancellationToken cancel)
    {
        if (await change.FindAsync(token, cancel) is not { } found)
        {
            return Over();
        }

        var outcome = await change.ConfirmAsync(token, form.Key, cancel);
        if (outcome is Outcome<EmailChanged>.Done done)
        {
            await delivery.TellAsync(done.Value.OldEmail, "accounts.mail.email-changed", cancel, done.Value.NewEmail);
            await signIn.LeaveAsync();
        }

        return outcome.ToPage(
            changed => Page.GoTo("/connexion", "accounts.email.changed", changed.NewEmail),
            problems => Page.Refused<EmailPage>(new { Token = token, Change = found, Problems = problems }));
    }

    private static async Task<DeliveredLink> SendAsync(EmailChangeAsked asked, LinkToken token, LinkDelivery delivery, CancellationToken cancel)
    {
        var sent = await delivery.DeliverAsync(asked.Link, token, "accounts.mail.email", cancel, path: "adresse");
        await delivery.TellAsync(asked.OldEmail, "accounts.mail.email-asked", cancel, asked.Link.Email);
        return sent;
    }

    private static IResult Over() => Page.Of<LinkOverPage>(status: StatusCodes.Status404NotFound);
}
