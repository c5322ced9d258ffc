using System.IO.Compression;
using Responsables.App.Campaigns;
using Responsables.App.Publications;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Publications;

/// <summary>What was typed in a form that was refused.</summary>
public sealed record EditionTyped(string Year, string Reason, string Embargo, bool OpensBodies);

/// <summary>Editions: listed, prepared, shown, decided upon, published.</summary>
internal static class EditionsActs
{
    public const string YearField = "annee", BodiesField = "organismes";

    public static Task<IResult> ListAsync(HttpContext http, EditionsQuery editions, CampaignList campaigns, CancellationToken cancel) =>
        ListAsync(http, editions, campaigns, [], null, cancel);

    public static async Task<IResult> CreateAsync(Form form, HttpContext http, CreateEdition create, EditionsQuery editions, CampaignList campaigns, CancellationToken cancel)
    {
        var outcome = int.TryParse(form[YearField], out var year)
            ? await create.RunAsync(http.SignedIn(), year, form[CreateEdition.ReasonField], form.Key, cancel)
            : Outcome.Refused<EditionMade>(new Problem("publications.year-missing", YearField));
        return outcome is Outcome<EditionMade>.Refused refused
            ? await ListAsync(http, editions, campaigns, refused.Problems, form, cancel)
            : outcome.ToPage(made => Page.GoTo($"/publications/{made.Number}", "publications.created"), _ => Page.Missing());
    }

    public static Task<IResult> ShowAsync(int number, HttpContext http, EditionView view, CancellationToken cancel) => ShowAsync(number, http, view, [], null, cancel);

    public static async Task<IResult> FileAsync(int number, HttpContext http, EditionsQuery editions, CancellationToken cancel) =>
        await editions.FindAsync(http.SignedIn(), number, cancel) is { } read
            ? Results.File(await editions.JsonAsync(read.Edition, withBodies: true, cancel), "application/json", $"edition-{number}.json")
            : Page.Missing();

    /// <summary>The documents of an edition in one format; several come in one archive.</summary>
    /// <param name="noeud">A fund, a region or a body; null: the whole.</param>
    public static async Task<IResult> DocumentsAsync(int number, string format, string? noeud, HttpContext http, ExportEdition export, EditionView view, CancellationToken cancel)
    {
        if (!Enum.TryParse<EditionFormat>(format, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted) || wanted == EditionFormat.Json)
        {
            return Page.Missing();
        }

        var request = new EditionRequest(number, wanted, string.IsNullOrEmpty(noeud) ? null : new NodeKey(noeud));
        return await export.RunAsync(http.SignedIn(), request, cancel) switch
        {
            Outcome<IReadOnlyList<ExportedFile>>.Done { Value: [var one] } => Results.File(one.Bytes, one.MediaType, one.Name),
            Outcome<IReadOnlyList<ExportedFile>>.Done many => Results.File(Packed(many.Value), "application/zip", $"edition-{number}-{format}.zip"),
            Outcome<IReadOnlyList<ExportedFile>>.Refused refused => await ShowAsync(number, http, view, refused.Problems, null, cancel),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> ApproveAsync(int number, Form form, HttpContext http, DecideEdition decide, EditionView view, CancellationToken cancel) =>
        await AfterAsync(await decide.ApproveAsync(http.SignedIn(), number, form.Key, cancel), "publications.approved", number, form, http, view, cancel);

    public static async Task<IResult> RefuseAsync(int number, Form form, HttpContext http, DecideEdition decide, EditionView view, CancellationToken cancel) =>
        await AfterAsync(await decide.RefuseAsync(http.SignedIn(), number, form[DecideEdition.ReasonField], form.Key, cancel), "publications.refused", number, form, http, view, cancel);

    public static async Task<IResult> PublishAsync(int number, Form form, HttpContext http, PublishEdition publish, EditionView view, CancellationToken cancel)
    {
        var typed = form[PublishEdition.EmbargoField];
        DateOnly? embargo = typed.Length == 0 ? null : IsoDay.Read(typed) ?? DateOnly.MinValue;
        var outcome = await publish.RunAsync(http.SignedIn(), number, new PublicationTerms(embargo, form.Has(BodiesField)), form.Key, cancel);
        return await AfterAsync(outcome, "publications.published", number, form, http, view, cancel);
    }

    private static async Task<IResult> AfterAsync<T>(Outcome<T> outcome, string notice, int number, Form form, HttpContext http, EditionView view, CancellationToken cancel) =>
        outcome is Outcome<T>.Refused refused
            ? await ShowAsync(number, http, view, refused.Problems, form, cancel)
            : outcome.ToPage(_ => Page.GoTo($"/publications/{number}", notice), _ => Page.Missing());

    private static async Task<IResult> ListAsync(
        HttpContext http, EditionsQuery editions, CampaignList campaigns, IReadOnlyList<Problem> problems, Form? form, CancellationToken cancel)
    {
        http.RequestServices.GetRequiredService<Visit>().StandsAt = ("/publications", "");
        var page = new
        {
            Editions = await editions.ListAsync(http.SignedIn(), cancel),
            Years = (IReadOnlyList<int>)[.. (await campaigns.AllAsync(cancel)).Select(c => c.Campaign.Year).OrderDescending()],
            Problems = problems, Typed = TypedOf(form),
        };
        return Page.Of<EditionsPage>(page, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ShowAsync(int number, HttpContext http, EditionView view, IReadOnlyList<Problem> problems, Form? form, CancellationToken cancel)
    {
        if (await view.RunAsync(http.SignedIn(), number, cancel) is not { } shown)
        {
            return Page.Missing();
        }

        http.RequestServices.GetRequiredService<Visit>().StandsAt = ($"/publications/{number}", "");
        return Page.Of<EditionPage>(
            new { Shown = shown, Problems = problems, Typed = TypedOf(form) }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static byte[] Packed(IReadOnlyList<ExportedFile> files)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = zip.CreateEntry(file.Name).Open();
                entry.Write(file.Bytes);
            }
        }

        return archive.ToArray();
    }

    private static EditionTyped? TypedOf(Form? form) =>
        form is null ? null : new EditionTyped(form[YearField], form[CreateEdition.ReasonField], form[PublishEdition.EmbargoField], form.Has(BodiesField));
}
