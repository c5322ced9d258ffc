using Responsables.App.Workbooks;
using Responsables.Domain.Shared;
using Responsables.Domain.Workbooks;
using Responsables.Web.Platform;

namespace Responsables.Web.Workbooks;

/// <summary>Where a workbook is brought back from: the page of the file, the page above it, and its name.</summary>
public sealed record Around(string Url, string Back, string BackTitle);

/// <summary>The choices of the page that shows what a workbook would change.</summary>
public sealed class Choices
{
    private readonly Form? form;

    internal Choices(Form? form) => this.form = form;

    public const string All = "tous";
    public const string Token = "vu";
    public const string Mine = "fichier";
    public const string Theirs = "enregistre";

    /// <summary>The field of one conflict.</summary>
    public static string FieldOf(PlannedAnswer conflict) => "choix." + conflict.Name;

    /// <summary>What was chosen for a conflict: its own choice, else the one for all.</summary>
    public MergeSide? Of(PlannedAnswer conflict) => Side(form?[FieldOf(conflict)]) ?? Side(form?[All]);

    public string? Own(PlannedAnswer conflict) => form?[FieldOf(conflict)];

    public string? ForAll => form?[All];

    private static MergeSide? Side(string? written) => written switch { Mine => MergeSide.Mine, Theirs => MergeSide.Theirs, _ => null };
}

/// <summary>What the two ways of bringing a workbook back have in common.</summary>
internal static class Uploading
{
    public const string Field = "classeur";

    public static async Task<IResult> SendAsync(
        Form form, WorkbookTarget target, HttpContext http, UploadWorkbook upload, Func<Guid, string> next, Func<IReadOnlyList<Problem>, IResult> refused, CancellationToken cancel)
    {
        if (form.Fields.Files.GetFile(Field) is not { Length: > 0 } file)
        {
            return refused([new Problem("workbooks.file-missing", Field)]);
        }

        if (file.Length > target.Limits.MostBytes)
        {
            return refused([new Problem("workbooks.too-large", Field, target.Limits.MostBytes / (1024 * 1024))]);
        }

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancel);
        }

        return (await upload.SendAsync(http.SignedIn(), target, content, form.Key, cancel)).ToPage(sent => Page.GoTo(next(sent)), refused);
    }

    public static async Task<IResult> ShowAsync(HttpContext http, UploadWorkbook uploads, Guid id, Func<WorkbookTarget, bool> isOf, Around around, CancellationToken cancel) =>
        await uploads.ShowAsync(http.SignedIn(), id, _ => null, cancel) is Outcome<WorkbookPreview>.Done { Value: var preview } && isOf(preview.Target)
            ? Shown(preview, around, null, [])
            : Page.Missing();

    public static async Task<IResult> TakeAsync(
        Form form, HttpContext http, UploadWorkbook uploads, Guid id, Func<WorkbookTarget, bool> isOf, Around around, CancellationToken cancel)
    {
        var choices = new Choices(form);
        var outcome = await uploads.TakeAsync(http.SignedIn(), id, form[Choices.Token], choices.Of, form.Key, cancel);
        if (outcome is Outcome<WorkbookImported>.Done { Value: var done })
        {
            return Page.GoTo(around.Back, done.Taken == 0 ? "workbooks.taken.none" : done.Taken == 1 ? "workbooks.taken.one" : "workbooks.taken.other", Kit.Show.Number(done.Taken));
        }

        // As it stands by now: what was chosen is kept, and what is wrong is told above.
        return outcome is Outcome<WorkbookImported>.Missing || await uploads.ShowAsync(http.SignedIn(), id, choices.Of, cancel) is not Outcome<WorkbookPreview>.Done { Value: var preview } || !isOf(preview.Target)
            ? Page.Missing()
            : Shown(preview, around, choices, outcome switch
            {
                Outcome<WorkbookImported>.Stale stale => stale.Problems,
                Outcome<WorkbookImported>.Refused refused => refused.Problems,
                _ => [],
            });
    }

    private static IResult Shown(WorkbookPreview preview, Around around, Choices? choices, IReadOnlyList<Problem> problems) => Page.Of<TakePage>(
        new { Preview = preview, Around = around, Choices = choices ?? new Choices(null), Problems = problems },
        problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
