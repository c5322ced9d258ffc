using Responsables.App.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>A director lets somebody sign for some time, and takes it back.</summary>
internal static class DelegationActs
{
    public static async Task<IResult> ShowAsync(HttpContext http, DelegationList list, TimeProvider clock, CancellationToken cancel) =>
        Page.Of<DelegationsPage>(new { Bodies = await list.RunAsync(http.SignedIn(), cancel), Now = clock.GetUtcNow() });

    public static async Task<IResult> GiveAsync(
        Form form, HttpContext http, DelegateSignature signature, DelegationList list, TimeProvider clock, CancellationToken cancel)
    {
        var asked = new NewDelegation(new OrganizationCode(form["organization"]), form.Id("account"), IsoDay.Read(form["from"]), IsoDay.Read(form["to"]));
        return await signature.GiveAsync(http.SignedIn(), asked, form.Key, cancel) switch
        {
            Outcome<DelegationMade>.Done done => Page.GoTo("/delegations", "accounts.delegation.given", done.Value.Name),
            Outcome<DelegationMade>.Refused refused => Page.Refused<DelegationsPage>(new
            {
                Bodies = await list.RunAsync(http.SignedIn(), cancel),
                Now = clock.GetUtcNow(),
                Organization = form["organization"],
                Account = form["account"],
                From = form["from"],
                To = form["to"],
                refused.Problems,
            }),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> WithdrawAsync(
        Guid id, Form form, HttpContext http, DelegateSignature signature, DelegationList list, TimeProvider clock, CancellationToken cancel) =>
        await signature.WithdrawAsync(http.SignedIn(), id, form.Key, cancel) switch
        {
            Outcome<DelegationMade>.Done done => Page.GoTo("/delegations", "accounts.delegation.withdrawn", done.Value.Name),
            Outcome<DelegationMade>.Refused refused => Page.Refused<DelegationsPage>(new
            {
                Bodies = await list.RunAsync(http.SignedIn(), cancel),
                Now = clock.GetUtcNow(),
                refused.Problems,
            }),
            _ => Page.Missing(),
        };
}
