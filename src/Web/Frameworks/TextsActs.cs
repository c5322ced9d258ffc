using System.Globalization;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>Writing the explanatory texts of a part of a framework: what they say, what would change, then the new version.</summary>
internal static class TextsActs
{
    public static Task<IResult> ShowIndicatorAsync(string code, string indicator, FrameworkQuery query, CancellationToken cancel) =>
        ShowAsync(code, OfIndicator(indicator), query, cancel);

    public static Task<IResult> ShowSheetAsync(string code, string topic, FrameworkQuery query, CancellationToken cancel) =>
        ShowAsync(code, new TextSubject.OfSheet(topic), query, cancel);

    public static Task<IResult> ShowContextAsync(string code, FrameworkQuery query, CancellationToken cancel) =>
        ShowAsync(code, new TextSubject.OfContext(), query, cancel);

    public static Task<IResult> ChangeIndicatorAsync(
        string code, string indicator, Form form, HttpContext http, ChangeTexts change, FrameworkQuery query, CancellationToken cancel) =>
        ChangeAsync(code, OfIndicator(indicator), form, http, change, query, cancel);

    public static Task<IResult> ChangeSheetAsync(
        string code, string topic, Form form, HttpContext http, ChangeTexts change, FrameworkQuery query, CancellationToken cancel) =>
        ChangeAsync(code, new TextSubject.OfSheet(topic), form, http, change, query, cancel);

    public static Task<IResult> ChangeContextAsync(
        string code, Form form, HttpContext http, ChangeTexts change, FrameworkQuery query, CancellationToken cancel) =>
        ChangeAsync(code, new TextSubject.OfContext(), form, http, change, query, cancel);

    private static TextSubject.OfIndicator OfIndicator(string code) => new(new IndicatorCode(code));

    private static async Task<IResult> ShowAsync(string code, TextSubject subject, FrameworkQuery query, CancellationToken cancel) =>
        await query.FindAsync(new FrameworkCode(code), null, cancel) is { } view && FrameworkTexts.Of(view.Framework, subject) is { } texts
            ? Page.Of<TextsPage>(new { View = view, Subject = subject, Texts = texts })
            : Page.Missing();

    private static async Task<IResult> ChangeAsync(
        string code, TextSubject subject, Form form, HttpContext http, ChangeTexts change, FrameworkQuery query, CancellationToken cancel)
    {
        if (await query.FindAsync(new FrameworkCode(code), null, cancel) is not { } view || FrameworkTexts.Of(view.Framework, subject) is not { } texts
            || !int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version))
        {
            return Page.Missing();
        }

        var typed = texts.Where(t => form.Has(t.Name)).ToDictionary(t => t.Name, t => form[t.Name]);
        var wanted = new TextsWanted(view.Framework.Code, version, subject, typed);
        var isKept = form["acte"] == "garder";
        var outcome = isKept ? await change.RunAsync(http.SignedIn(), wanted, form.Key, cancel) : await change.PreviewAsync(http.SignedIn(), wanted, cancel);
        return outcome.ToPage(
            done => isKept
                ? Page.GoTo(FrameworkUrls.Of(view, subject), "frameworks.priorities.done", done.Version.ToString(CultureInfo.InvariantCulture))
                : Page.Of<TextsPage>(new { View = view, Subject = subject, Texts = texts, Typed = typed, done.Changes }),
            problems => Page.Refused<TextsPage>(new { View = view, Subject = subject, Texts = texts, Typed = typed, Problems = problems }));
    }
}
