using Responsables.App.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>Coming in and going out.</summary>
internal static class SignInActs
{
    public static IResult Show(HttpContext http, string? retour) =>
        http.Actor() is null ? Page.Of<SignInPage>(new { Return = LocalUrl.OrHome(retour) }) : Page.GoTo(LocalUrl.OrHome(retour));

    public static async Task<IResult> EnterAsync(Form form, SignIn signIn, CancellationToken cancel)
    {
        var back = LocalUrl.OrHome(form["retour"]);
        return await signIn.EnterAsync(form["email"], form.Exact("password"), cancel) switch
        {
            (Entry.Entered, _) => Page.GoTo(back),
            (Entry.NeedsCode, { } proof) => Page.Of<CodePage>(new { Return = back, Proof = proof }),
            _ => Page.Refused<SignInPage>(new
            {
                Return = back,
                Email = form["email"],
                Problems = (Problem[])[new Problem("accounts.sign-in-refused", "email", AccountsRoom.Attempts, (int)AccountsRoom.Wait.TotalMinutes)],
            }),
        };
    }

    public static async Task<IResult> EndAsync(Form form, SignIn signIn, CancellationToken cancel)
    {
        var back = LocalUrl.OrHome(form["retour"]);
        return await signIn.EndAsync(form.Exact("preuve"), form["code"], cancel) switch
        {
            Entry.Entered => Page.GoTo(back),
            null => Page.Refused<SignInPage>(new { Return = back, Problems = (Problem[])[new Problem("accounts.step-over", "email")] }),
            _ => Page.Refused<CodePage>(new
            {
                Return = back,
                Proof = form.Exact("preuve"),
                Problems = (Problem[])[new Problem("accounts.code-refused", "code", AccountsRoom.Attempts, (int)AccountsRoom.Wait.TotalMinutes)],
            }),
        };
    }

    public static async Task<IResult> LeaveAsync(Form form, SignIn signIn)
    {
        _ = form;
        await signIn.LeaveAsync();
        return Page.GoTo("/", "accounts.signed-out");
    }

    /// <summary>Puts off the end of the session: any request does, this one does nothing else.</summary>
    public static IResult Stay(Form form, HttpContext http)
    {
        _ = form;
        return ErrorPages.WantsJson(http.Request)
            ? http.Actor() is null ? Results.Unauthorized() : Results.NoContent()
            : Page.GoTo(http.Actor() is null ? "/connexion" : "/");
    }
}
