using System.Security.Cryptography;
using Responsables.App.Accounts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>One's own second factor, its reset by an administrator, and which roles ask for it.</summary>
internal static class SecondFactorActs
{
    public static Task<IResult> ShowAsync(HttpContext http, SecondFactor factor, SecondStep step, CancellationToken cancel) =>
        StandingAsync(http, factor, step, null, [], cancel);

    public static async Task<IResult> EnrolAsync(Form form, HttpContext http, SecondFactor factor, SecondStep step, SignIn signIn, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (step.ReadSecret(actor.Id, form.Exact("secret")) is not { } text || TotpSecret.Read(text) is not { } secret)
        {
            return await StandingAsync(http, factor, step, null, [new Problem("accounts.secret-over", null)], cancel);
        }

        var codes = RecoveryCodes.New();
        var outcome = await factor.EnrolAsync(actor, secret, form["code"], codes, form.Key, cancel);
        return outcome is Outcome<CodesMade>.Refused refused
            ? await StandingAsync(http, factor, step, secret, refused.Problems, cancel)
            : await CodesAsync(outcome, codes, signIn);
    }

    public static async Task<IResult> RenewAsync(Form form, HttpContext http, SecondFactor factor, SecondStep step, SignIn signIn, CancellationToken cancel)
    {
        var codes = RecoveryCodes.New();
        var outcome = await factor.RenewCodesAsync(http.SignedIn(), form.Exact("current"), codes, form.Key, cancel);
        return outcome is Outcome<CodesMade>.Refused refused
            ? await StandingAsync(http, factor, step, null, refused.Problems, cancel)
            : await CodesAsync(outcome, codes, signIn);
    }

    public static async Task<IResult> GiveUpAsync(Form form, HttpContext http, SecondFactor factor, SecondStep step, SignIn signIn, CancellationToken cancel)
    {
        var outcome = await factor.GiveUpAsync(http.SignedIn(), form.Exact("current-remove"), form.Key, cancel);
        if (outcome is Outcome<Guid>.Refused refused)
        {
            return await StandingAsync(http, factor, step, null, refused.Problems, cancel);
        }

        await signIn.GoOnAsync(http.SignedIn().Id);
        return outcome.ToPage(_ => Page.GoTo("/mon-compte", "accounts.second-factor.removed"), _ => Page.Missing());
    }

    public static async Task<IResult> ResetAsync(Guid id, Form form, HttpContext http, SecondFactor factor, AccountList list, SignIn signIn, CancellationToken cancel)
    {
        var outcome = await factor.ResetAsync(http.SignedIn(), id, form.Key, cancel);
        if (outcome is Outcome<Guid>.Done && id == http.SignedIn().Id)
        {
            await signIn.GoOnAsync(id);
        }

        return outcome is Outcome<Guid>.Refused refused
            ? await AccountsActs.AccountAsync(id, http, list, null, refused.Problems, cancel)
            : outcome.ToPage(_ => Page.GoTo($"/comptes/{id}", "accounts.second-factor.was-reset"), _ => Page.Missing());
    }

    public static async Task<IResult> ShowPolicyAsync(SecondFactorPolicy policy, CancellationToken cancel) =>
        Page.Of<PolicyPage>(new { Chosen = await policy.ReadAsync(cancel) });

    public static async Task<IResult> ChangePolicyAsync(Form form, HttpContext http, SecondFactorPolicy policy, CancellationToken cancel)
    {
        var roles = Enum.GetValues<Role>().Where(r => form.Has($"role-{r}")).ToList();
        return (await policy.ChangeAsync(http.SignedIn(), roles, form.Key, cancel)).ToPage(
            _ => Page.GoTo("/comptes/double-authentification", "accounts.policy.changed"), _ => Page.Missing());
    }

    private static async Task<IResult> CodesAsync(Outcome<CodesMade> outcome, RecoveryCodes codes, SignIn signIn)
    {
        if (outcome is not Outcome<CodesMade>.Done done)
        {
            return Page.Missing();
        }

        // The other sessions end; this one goes on. No redirection: the codes are in this answer and nowhere else.
        await signIn.GoOnAsync(done.Value.AccountId);
        return Page.Of<CodesPage>(new { Codes = done.Value.Seal == codes.Seal ? codes.Texts : [] });
    }

    private static async Task<IResult> StandingAsync(
        HttpContext http, SecondFactor factor, SecondStep step, TotpSecret? shown, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        var standing = await factor.ReadAsync(actor, cancel);
        var secret = standing.Since is null ? shown ?? TotpSecret.Of(RandomNumberGenerator.GetBytes(TotpSecret.Length)) : null;
        return Page.Of<SecondFactorPage>(
            new
            {
                Standing = standing,
                Secret = secret,
                Sealed = secret is null ? "" : step.WriteSecret(actor.Id, secret.Text),
                Problems = problems,
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
