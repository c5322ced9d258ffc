using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Disclosure;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Home;
using Responsables.Web.Platform;

namespace Responsables.Web.Disclosure;

/// <summary>Reading as the public will, and setting the threshold of small numbers.</summary>
internal static class DisclosureActs
{
    public static async Task<IResult> ShowNodeAsync(int year, string node, HttpContext http, PublicFiguresQuery query, CancellationToken cancel) =>
        await query.OfNodeAsync(http.SignedIn(), year, new NodeKey(node), cancel) is { } figures
            ? Page.Of<PublicFiguresPage>(new { Figures = figures })
            : Page.Missing();

    public static async Task<IResult> ShowIndicatorAsync(
        int year, string node, string indicator, int? page, HttpContext http, PublicFiguresQuery query, CancellationToken cancel) =>
        await query.OfIndicatorAsync(http.SignedIn(), year, new NodeKey(node), new IndicatorCode(indicator), cancel) is { } opened
            ? Page.Of<PublicIndicatorPage>(new { Opened = opened, PageNumber = page ?? 1 })
            : Page.Missing();

    public static async Task<IResult> ChangeAsync(
        Form form, HttpContext http, SmallNumbers smallNumbers, InstanceSettings settings, Instance instance, DatabaseChoice database, SecondFactorPolicy policy,
        CancellationToken cancel)
    {
        var outcome = await smallNumbers.ChangeAsync(http.SignedIn(), form[SmallNumbers.Field], form.Key, cancel);
        if (outcome is not Outcome<int>.Refused refused)
        {
            return outcome.ToPage(_ => Page.GoTo("/reglages", "disclosure.changed"), _ => Page.Missing());
        }

        http.RequestServices.GetRequiredService<Visit>().StandsAt = ("/reglages", "");
        return await SettingsActs.PageAsync(settings, instance, database, policy, smallNumbers, form[SmallNumbers.Field], refused.Problems, cancel);
    }
}
