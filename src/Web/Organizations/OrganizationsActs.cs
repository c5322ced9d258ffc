using Responsables.App.Accounts;
using Responsables.App.Home;
using Responsables.App.Organizations;
using Responsables.App.Outbox;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Organizations;

/// <summary>Reading organisations.</summary>
internal static class OrganizationsActs
{
    private const int MostMessages = 10;

    public static async Task<IResult> ListAsync(
        string? date, string? q, string? reseau, string? branche, string? region, int? page, OrganizationRegisterQuery query, TimeProvider clock, CancellationToken cancel)
    {
        var today = Today(clock);
        var day = IsoDay.Read(date);
        var tree = (await query.RunAsync(cancel)).At(day ?? today);
        var filter = new TreeFilter((q ?? "").Trim(), reseau, branche, region);
        return Page.Of<OrganizationsPage>(new
        {
            Tree = tree,
            Filter = filter,
            Today = today,
            BadDate = day is not null || string.IsNullOrEmpty(date) ? null : date,
            PageNumber = page ?? 1,
        });
    }

    public static async Task<IResult> ShowAsync(
        string code, HttpContext http, OrganizationRegisterQuery query, OrganizationDossiers dossiers, PeopleOfBody people, BodyResults results, BodySeriesQuery series, MessageLog messages,
        TimeProvider clock, CancellationToken cancel)
    {
        var register = await query.RunAsync(cancel);
        var organization = new OrganizationCode(code);
        var periods = register.Periods.Where(p => p.Code == organization).ToList();
        if (periods.Count == 0)
        {
            return Page.Missing();
        }

        // Someone who left, or is to come, is looked at where it stands on its nearest day.
        var (today, last) = (Today(clock), periods[^1]);
        var place = register.At(last.IsActiveAt(today) ? today : last.LastDay < today ? last.LastDay : last.FirstDay).Places(_ => null).First(p => p.Code == organization);
        return Page.Of<OrganizationPage>(new
        {
            Register = register,
            Periods = periods,
            Today = today,
            Dossiers = await dossiers.RunAsync(http.SignedIn(), organization, cancel),
            People = await people.RunAsync(http.SignedIn(), place, cancel),
            Results = await results.RunAsync(http.SignedIn(), organization, cancel),
            Series = await series.RunAsync(http.SignedIn(), organization, cancel),
            Messages = await messages.OfBodyAsync(http.SignedIn(), organization, MostMessages, cancel) ?? [],
        });
    }

    /// <summary>The day in Paris.</summary>
    public static DateOnly Today(TimeProvider clock) => Deadline.DayAt(clock.GetUtcNow());
}
