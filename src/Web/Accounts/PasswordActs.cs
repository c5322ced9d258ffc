using Responsables.App.Accounts;
using Responsables.App.Outbox;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>One's own password: forgotten, or changed.</summary>
internal static class PasswordActs
{
    public static IResult ShowForgotten(MailSettings mail) => Page.Of<ForgottenPage>(new { CanSend = mail.IsSet });

    public static IResult Forgotten(Form form, ResetRequests requests, MailSettings mail)
    {
        requests.Add(form["email"]);
        return Page.Of<ForgottenPage>(new { CanSend = mail.IsSet, WasAsked = true });
    }

    public static async Task<IResult> ShowMineAsync(HttpContext http, SecondFactor factor, MailSettings mail, CancellationToken cancel) =>
        Page.Of<MyAccountPage>(new { Standing = await factor.ReadAsync(http.SignedIn(), cancel), CanSend = mail.IsSet });

    public static async Task<IResult> ChangeAsync(Form form, HttpContext http, ChangePassword change, SecondFactor factor, MailSettings mail, SignIn signIn, CancellationToken cancel)
    {
        var standing = await factor.ReadAsync(http.SignedIn(), cancel);
        IResult Refused(IReadOnlyList<Problem> problems) => Page.Refused<MyAccountPage>(new { Standing = standing, CanSend = mail.IsSet, Problems = problems });

        if (form.Exact("chosen") != form.Exact("again"))
        {
            return Refused([new Problem("accounts.password-differs", "again")]);
        }

        var outcome = await change.RunAsync(http.SignedIn(), form.Exact("current"), form.Exact("chosen"), form.Key, cancel);
        if (outcome is Outcome<Guid>.Done done)
        {
            // The other sessions end; this one goes on.
            await signIn.GoOnAsync(done.Value);
        }

        return outcome.ToPage(_ => Page.GoTo("/mon-compte", "accounts.password.changed"), Refused);
    }
}
