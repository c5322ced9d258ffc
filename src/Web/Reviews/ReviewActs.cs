using System.Globalization;
using Responsables.App.Consolidation;
using Responsables.App.Reviews;
using Responsables.App.Trail;
using Responsables.Domain.Shared;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Reviews;

/// <summary>The review of one submission.</summary>
internal static class ReviewActs
{
    public static async Task<IResult> ShowAsync(Guid id, HttpContext http, ReviewQuery query, SurroundingsQuery around, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), id, cancel) is { } view
            ? Page.Of<ReviewPage>(new { Review = view, Around = await AroundAsync(view, http, around, cancel), Input = ReviewInput.Empty })
            : Page.Missing();

    public static async Task<IResult> DecideAsync(Guid id, Form form, HttpContext http, ReviewBlocks review, ReviewQuery query, SurroundingsQuery around, CancellationToken cancel)
    {
        var input = ReviewInput.Of(form);
        var outcome = input.Problems.Count > 0
            ? Outcome.Refused<Reviewed>(input.Problems)
            : await review.RunAsync(http.SignedIn(), id, input.Decisions, form.Key, cancel);
        return await AnswerAsync(outcome, id, form, input, http, query, around, cancel);
    }

    public static async Task<IResult> ValidateRestAsync(
        Guid id, Form form, HttpContext http, ReviewBlocks review, ReviewQuery query, SurroundingsQuery around, CancellationToken cancel)
    {
        var input = ReviewInput.Of(form);
        var outcome = input.Problems.Count > 0
            ? Outcome.Refused<Reviewed>(input.Problems)
            : await review.ValidateRestAsync(
                http.SignedIn(), id, int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : -1, input.Decisions, form.Key, cancel);
        return await AnswerAsync(outcome, id, form, input, http, query, around, cancel);
    }

    private static async Task<IResult> AnswerAsync(
        Outcome<Reviewed> outcome, Guid id, Form form, ReviewInput input, HttpContext http, ReviewQuery query, SurroundingsQuery around, CancellationToken cancel)
    {
        if (outcome is Outcome<Reviewed>.Done done)
        {
            return Page.GoTo(
                $"/examen/dossiers/{id}", "reviews.done",
                Texts.T.Plural("reviews.done.validated", done.Value.Validated), Texts.T.Plural("reviews.done.returned", done.Value.Returned),
                Show.Time(done.Value.At));
        }

        if (outcome is Outcome<Reviewed>.Missing || await query.RunAsync(http.SignedIn(), id, cancel) is not { } view)
        {
            return Page.Missing();
        }

        http.RequestServices.GetRequiredService<Visit>().StandsAt = ($"/examen/dossiers/{id}", "");
        if (outcome is Outcome<Reviewed>.Refused refused)
        {
            return Page.Refused<ReviewPage>(new { Review = view, Around = await AroundAsync(view, http, around, cancel), Input = input, refused.Problems });
        }

        // What was shown is no longer what is there: the page as it now stands, what was done meanwhile, and what was typed.
        IReadOnlyList<TrailRow> acts = DateTimeOffset.TryParse(form["lu"], CultureInfo.InvariantCulture, out var read)
            ? await query.ActsSinceAsync(view, read, cancel)
            : [];
        var stale = (Outcome<Reviewed>.Stale)outcome;
        return Page.Of<ReviewPage>(
            new { Review = view, Around = await AroundAsync(view, http, around, cancel), Input = input, stale.Problems, Acts = acts },
            StatusCodes.Status409Conflict);
    }

    private static Task<Surroundings> AroundAsync(ReviewView view, HttpContext http, SurroundingsQuery around, CancellationToken cancel) =>
        around.RunAsync(http.SignedIn(), view.View.Dossier.Campaign, view.View.Dossier.Place, cancel);
}
