using Responsables.App.CarryOver;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.CarryOver;

/// <summary>Starting a dossier from the year before: what there is to carry over, then the act.</summary>
internal static class CarryOverPages
{
    public const string Choices = "choix";
    public const string Texts = "textes";
    public const string Pieces = "pieces";
    public const string Assignments = "personnes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dossiers/{id:guid}/report", ShowAsync).Needs(Permission.EnterAnswers);
        routes.MapPost("/dossiers/{id:guid}/report", CarryAsync).Needs(Permission.EnterAnswers);
    }

    public static string UrlOf(Guid id) => $"/dossiers/{id}/report";

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, CarryOverQuery query, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), id, cancel) is { } plan
            ? Page.Of<CarryOverPage>(new { Plan = plan, Wanted = new CarryOverChoice(true, true, true, true) })
            : Page.Missing();

    private static async Task<IResult> CarryAsync(Guid id, Form form, HttpContext http, StartFromLastYear start, CarryOverQuery query, CancellationToken cancel)
    {
        var wanted = new CarryOverChoice(form.Has(Choices), form.Has(Texts), form.Has(Pieces), form.Has(Assignments));
        var outcome = await start.RunAsync(http.SignedIn(), id, wanted, form.Key, cancel);
        return outcome is Outcome<CarriedOver>.Refused refused && await query.RunAsync(http.SignedIn(), id, cancel) is { } plan
            ? Page.Refused<CarryOverPage>(new { Plan = plan, Wanted = wanted, refused.Problems })
            : outcome.ToPage(
                done => Page.GoTo($"/dossiers/{id}", "submissions.carry.done", Told("answers", done.Answers), Told("pieces", done.Pieces), Told("questions", done.Questions)),
                _ => Page.Missing());
    }

    private static string Told(string what, int count) => Platform.Texts.T.Plural($"submissions.carry.done.{what}", count);
}
