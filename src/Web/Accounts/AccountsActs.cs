using Responsables.App.Accounts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>The administration of accounts.</summary>
internal static class AccountsActs
{
    public static async Task<IResult> ListAsync(HttpContext http, AccountList list, string? q, int? page, CancellationToken cancel)
    {
        var search = (q ?? "").Trim();
        return await list.RunAsync(http.SignedIn(), search, page ?? 1, cancel) is { } found
            ? Page.Of<AccountsPage>(new { Found = found, Search = search })
            : Page.Missing();
    }

    public static Task<IResult> ShowAsync(Guid id, HttpContext http, AccountList list, CancellationToken cancel) =>
        AccountAsync(id, http, list, null, [], cancel);

    public static async Task<IResult> GiveAsync(Guid id, Form form, HttpContext http, ChangeGrants grants, AccountList list, CancellationToken cancel)
    {
        var outcome = await grants.GiveAsync(http.SignedIn(), id, form.Choice<Role>("role"), InviteActs.ScopeOf(form), form.Key, cancel);
        return outcome is Outcome<Guid>.Refused refused
            ? await AccountAsync(id, http, list, form, refused.Problems, cancel)
            : outcome.ToPage(_ => Page.GoTo($"/comptes/{id}", "accounts.grant.given"), _ => Page.Missing());
    }

    public static async Task<IResult> RemoveAsync(
        Guid id, Guid grant, Form form, HttpContext http, ChangeGrants grants, AccountList list, CancellationToken cancel)
    {
        var outcome = await grants.RemoveAsync(http.SignedIn(), id, grant, form.Key, cancel);
        return outcome is Outcome<Guid>.Refused refused
            ? await AccountAsync(id, http, list, form, refused.Problems, cancel)
            : outcome.ToPage(_ => Page.GoTo($"/comptes/{id}", "accounts.grant.removed"), _ => Page.Missing());
    }

    public static Task<IResult> DisableAsync(Guid id, Form form, HttpContext http, SwitchAccount change, AccountList list, CancellationToken cancel) =>
        SwitchAsync(id, false, form, http, change, list, cancel);

    public static Task<IResult> EnableAsync(Guid id, Form form, HttpContext http, SwitchAccount change, AccountList list, CancellationToken cancel) =>
        SwitchAsync(id, true, form, http, change, list, cancel);

    public static async Task<IResult> MakeLinkAsync(
        Guid id, Form form, HttpContext http, ResetLinks links, AccountList list, LinkDelivery delivery, CancellationToken cancel)
    {
        var token = LinkToken.New();
        return await links.MakeAsync(http.SignedIn(), id, token, form.Key, cancel) switch
        {
            Outcome<LinkMade>.Done done => Page.Of<LinkMadePage>(new { Link = delivery.Of(done.Value, token) }),
            Outcome<LinkMade>.Refused refused => await AccountAsync(id, http, list, form, refused.Problems, cancel),
            _ => Page.Missing(),
        };
    }

    private static async Task<IResult> SwitchAsync(
        Guid id, bool enabled, Form form, HttpContext http, SwitchAccount change, AccountList list, CancellationToken cancel)
    {
        var outcome = await change.RunAsync(http.SignedIn(), id, enabled, form.Key, cancel);
        return outcome is Outcome<string>.Refused refused
            ? await AccountAsync(id, http, list, form, refused.Problems, cancel)
            : outcome.ToPage(name => Page.GoTo($"/comptes/{id}", enabled ? "accounts.enabled" : "accounts.was-disabled", name), _ => Page.Missing());
    }

    /// <summary>The page of an account, with what was refused.</summary>
    public static async Task<IResult> AccountAsync(
        Guid id, HttpContext http, AccountList list, Form? form, IReadOnlyList<Problem> problems, CancellationToken cancel) =>
        await list.FindAsync(http.SignedIn(), id, cancel) is { } account
            ? Page.Of<AccountPage>(
                new
                {
                    Account = account,
                    Scopes = await list.ScopesAsync(http.SignedIn(), cancel),
                    Role = form?["role"],
                    Organization = form?["organization"],
                    NewEmail = form?["email"],
                    Problems = problems,
                },
                problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Page.Missing();
}
