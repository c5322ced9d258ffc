using System.Globalization;
using Responsables.App.Submissions;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>« Coller depuis un tableur »: a block is placed in the fields of a page and shown; the form of answers itself then saves it.</summary>
internal static class PasteActs
{
    public const string Text = "collage";
    public const string From = "depuis";
    public const string ColumnField = "colonne";

    /// <summary>Beginning of the id of a line of the preview.</summary>
    public const string Lines = "ligne-";

    public static async Task<IResult> ShowAsync(
        Guid id, string code, string? depuis, HttpContext http, SubmissionQuery query, TimeProvider clock, CancellationToken cancel) =>
        await SheetAsync(id, code, http, query, clock, cancel) is { } sheet
            ? Page.Of<PastePage>(new { Sheet = sheet, From = depuis ?? "" })
            : Page.Missing();

    /// <summary>Shows what would be put, where; puts nothing.</summary>
    public static async Task<IResult> PreviewAsync(
        Guid id, string code, Form form, HttpContext http, SubmissionQuery query, TimeProvider clock, CancellationToken cancel)
    {
        if (await SheetAsync(id, code, http, query, clock, cancel) is not { } sheet)
        {
            return Page.Missing();
        }

        var text = form.Exact(Text);
        var read = PastedBlock.Read(text, Text);
        var start = PasteTarget.Of(sheet).FirstOrDefault(t => t.Place == form[From]);
        List<Problem> problems = [.. sheet.Closed is { } closed ? [closed] : Array.Empty<Problem>(), .. (read as Outcome<PastedBlock>.Refused)?.Problems ?? []];
        if (start is null && sheet.Closed is null)
        {
            problems.Add(new Problem("submissions.paste-from", From));
        }

        var pasting = problems.Count == 0 ? new Pasting(((Outcome<PastedBlock>.Done)read).Value, sheet, start!, ColumnOf(form)) : null;
        problems.AddRange(pasting?.Problems ?? []);
        return Page.Of<PastePage>(
            new { Sheet = sheet, From = form[From], Block = text, Pasting = pasting, Problems = (IReadOnlyList<Problem>)problems },
            problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // The spaces at the ends are columns of the block: the text is taken to the letter.
    private static int? ColumnOf(Form form) =>
        int.TryParse(form[ColumnField], NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : null;

    private static async Task<EntrySheet?> SheetAsync(
        Guid id, string code, HttpContext http, SubmissionQuery query, TimeProvider clock, CancellationToken cancel)
    {
        if (await query.RunAsync(http.SignedIn(), id, cancel) is not { } view)
        {
            return null;
        }

        var plan = new FormPlan(view.Dossier.Questionnaire);
        return plan.Page(code) is { } page && new EntrySheet(view, page, plan, http.SignedIn(), clock.GetUtcNow()) is { IsContributor: true } sheet ? sheet : null;
    }
}
