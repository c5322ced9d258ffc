using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Responsables.App.Reviews;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Reviews;

/// <summary>The desk: its address says what it shows. What a reviewer keeps of it for themselves.</summary>
internal static class DeskActs
{
    public static Task<IResult> ShowLatestAsync(HttpContext http, ReviewDeskQuery desk, CancellationToken cancel) => ShowAsync(null, http, desk, cancel);

    public static Task<IResult> ShowAsync(int? year, HttpContext http, ReviewDeskQuery desk, CancellationToken cancel) =>
        PageAsync(DeskAddress.Of(year, http.Request.Query), http, desk, [], "", cancel);

    /// <summary>The desk again after a refusal, as it stood.</summary>
    public static async Task<IResult> PageAsync(
        DeskRequest request, HttpContext http, ReviewDeskQuery desk, IReadOnlyList<Problem> problems, string name, CancellationToken cancel)
    {
        if (await desk.RunAsync(http.SignedIn(), request, cancel) is not { } found)
        {
            return request.Year is null ? Page.Of<NoCampaignPage>() : Page.Missing();
        }

        http.RequestServices.GetRequiredService<Visit>().StandsAt = ($"/examen/{found.Campaign.Year}", DeskAddress.QueryOf(request));
        return Page.Of<DeskPage>(
            new { Desk = found, Request = request, Problems = problems, FilterName = name },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>All that the page showed has been seen.</summary>
    public static async Task<IResult> LookAsync(int year, Form form, HttpContext http, KeepDesk keep, CancellationToken cancel)
    {
        var read = DateTimeOffset.TryParse(form["lu"], CultureInfo.InvariantCulture, out var at) ? at : DateTimeOffset.MaxValue;
        var sequence = long.TryParse(form["jusque"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        return (await keep.LookAsync(http.SignedIn(), year, sequence, read, form.Key, cancel)).ToPage(
            _ => Page.GoTo($"/examen/{year}{Asked(form, year).Query}", "reviews.news.done"), _ => Page.Missing());
    }

    public static async Task<IResult> SaveFilterAsync(int year, Form form, HttpContext http, KeepDesk keep, ReviewDeskQuery desk, CancellationToken cancel)
    {
        var (request, query) = Asked(form, year);
        var outcome = await keep.SaveFilterAsync(http.SignedIn(), form["nom-filtre"], query, form.Key, cancel);
        return outcome is Outcome<DeskKept>.Refused refused
            ? await PageAsync(request, http, desk, refused.Problems, form["nom-filtre"], cancel)
            : outcome.ToPage(done => Page.GoTo($"/examen/{year}{query}", "reviews.filters.saved", done.Name), _ => Page.Missing());
    }

    public static async Task<IResult> DropFilterAsync(Guid id, Form form, HttpContext http, KeepDesk keep, CancellationToken cancel) =>
        (await keep.DropFilterAsync(http.SignedIn(), id, form.Key, cancel)).ToPage(
            done => Page.GoTo(LocalUrl.IsLocal(form["retour"]) ? form["retour"] : "/examen", "reviews.filters.dropped", done.Name), _ => Page.Missing());

    public static async Task<IResult> ReasonsAsync(HttpContext http, ReviewQuery query, CancellationToken cancel) =>
        Page.Of<ReasonsPage>(new { Reasons = await query.ReasonsAsync(http.SignedIn(), cancel) });

    public static async Task<IResult> KeepReasonAsync(Form form, HttpContext http, KeepDesk keep, ReviewQuery query, CancellationToken cancel)
    {
        var outcome = await keep.KeepReasonAsync(http.SignedIn(), form["motif"], form.Key, cancel);
        return outcome is Outcome<DeskKept>.Refused refused
            ? Page.Refused<ReasonsPage>(new { Reasons = await query.ReasonsAsync(http.SignedIn(), cancel), refused.Problems, Typed = form["motif"] })
            : outcome.ToPage(_ => Page.GoTo("/examen/motifs", "reviews.reasons.kept"), _ => Page.Missing());
    }

    public static async Task<IResult> DropReasonAsync(Guid id, Form form, HttpContext http, KeepDesk keep, CancellationToken cancel) =>
        (await keep.DropReasonAsync(http.SignedIn(), id, form.Key, cancel)).ToPage(_ => Page.GoTo("/examen/motifs", "reviews.reasons.dropped"), _ => Page.Missing());

    // The filter that a form carries is read as an address would be, then written again: nothing else of it is kept.
    private static (DeskRequest Request, string Query) Asked(Form form, int year)
    {
        var request = DeskAddress.Of(year, QueryHelpers.ParseQuery(form["filtre"]));
        return (request, DeskAddress.QueryOf(request));
    }
}
