using Responsables.App.Evidence;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Evidence;

/// <summary>The evidence of a question and of a body; a file given back is never drawn in the site.</summary>
internal static class EvidenceActs
{
    /// <summary>Whatever a browser makes of the file, it makes it without scripts, forms nor this site's cookies.</summary>
    private const string Sandbox = "sandbox; default-src 'none'";

    public static async Task<IResult> ShowAsync(Guid id, string variable, HttpContext http, EvidenceQuery query, CancellationToken cancel) =>
        await query.OfQuestionAsync(http.SignedIn(), id, new VariableCode(variable), cancel) is { } evidence
            ? Page.Of<EvidencePage>(new { Evidence = evidence, Input = EvidenceInput.Empty })
            : Page.Missing();

    /// <summary>A file or an address, by the same form.</summary>
    public static async Task<IResult> AddAsync(Guid id, string variable, Form form, HttpContext http, AddEvidence add, EvidenceQuery query, CancellationToken cancel)
    {
        var (actor, code, input) = (http.SignedIn(), new VariableCode(variable), EvidenceInput.Of(form));
        var file = await form.FileAsync(EvidenceTyped.FileField, cancel) is var (name, content) ? new SentFile(name, content) : null;
        var outcome = input.Link.Length == 0
            ? await add.FileAsync(actor, id, code, input.Typed, file, form.Key, cancel)
            : await add.LinkAsync(actor, id, code, input.Typed, input.Link, file is not null, form.Key, cancel);
        return await AnswerAsync(outcome, id, variable, input, http, query, cancel);
    }

    public static async Task<IResult> TieAsync(Guid id, string variable, Form form, HttpContext http, TieEvidence tie, EvidenceQuery query, CancellationToken cancel)
    {
        var outcome = await tie.RunAsync(http.SignedIn(), id, new VariableCode(variable), form.Id(TieEvidence.Field) ?? Guid.Empty, form.Key, cancel);
        return await AnswerAsync(outcome, id, variable, EvidenceInput.Empty, http, query, cancel);
    }

    public static async Task<IResult> RemoveAsync(Guid tie, Form form, HttpContext http, RemoveEvidence remove, EvidenceQuery query, CancellationToken cancel)
    {
        var outcome = await remove.RunAsync(http.SignedIn(), tie, form.Key, cancel);
        return outcome switch
        {
            Outcome<EvidenceRemoved>.Done { Value: var done } => Page.GoTo(
                EvidenceUrls.OfQuestion(done.Submission, new VariableCode(done.Variable)), done.IsErased ? "evidence.removed.erased" : "evidence.removed.kept", done.Title),
            Outcome<EvidenceRemoved>.Refused refused when await query.PlaceOfAsync(tie, cancel) is var (submission, variable) =>
                await AnswerAsync(Outcome.Refused<EvidenceAdded>(refused.Problems), submission, variable.Value, EvidenceInput.Empty, http, query, cancel),
            _ => outcome.ToPage(_ => Page.Missing(), _ => Page.Missing()),
        };
    }

    public static async Task<IResult> DownloadAsync(Guid tie, HttpContext http, EvidenceDownload download, CancellationToken cancel) =>
        (await download.RunAsync(http.SignedIn(), tie, cancel)).ToPage(
            file =>
            {
                http.Response.Headers.ContentSecurityPolicy = Sandbox;
                http.Response.Headers.CacheControl = "no-store";
                return Results.File(file.Content, file.Media, file.Name);
            },
            problems => Page.Of<EvidenceAlteredPage>(new { Problems = problems }, StatusCodes.Status409Conflict));

    public static async Task<IResult> ListAsync(string code, HttpContext http, BodyEvidenceQuery query, int? annee, string? question, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), new OrganizationCode(code), annee, string.IsNullOrEmpty(question) ? null : new VariableCode(question), cancel) is { } evidence
            ? Page.Of<BodyEvidencePage>(new { Evidence = evidence, Year = annee, Question = question ?? "" })
            : Page.Missing();

    private static async Task<IResult> AnswerAsync(
        Outcome<EvidenceAdded> outcome, Guid id, string variable, EvidenceInput input, HttpContext http, EvidenceQuery query, CancellationToken cancel)
    {
        var code = new VariableCode(variable);
        if (outcome is not Outcome<EvidenceAdded>.Refused refused)
        {
            return outcome.ToPage(done => Page.GoTo(EvidenceUrls.OfQuestion(id, code), "evidence.added", done.Title), _ => Page.Missing());
        }

        if (await query.OfQuestionAsync(http.SignedIn(), id, code, cancel) is not { } evidence)
        {
            return Page.Missing();
        }

        http.RequestServices.GetRequiredService<Visit>().StandsAt = (EvidenceUrls.OfQuestion(id, code), "");
        return Page.Refused<EvidencePage>(new { Evidence = evidence, Input = input, refused.Problems });
    }
}

/// <summary>What was typed to add a piece.</summary>
public sealed record EvidenceInput(EvidenceTyped Typed, string Link)
{
    public static readonly EvidenceInput Empty = new(new EvidenceTyped("", "", ""), "");

    internal static EvidenceInput Of(Form form) => new(
        new EvidenceTyped(form[EvidenceTyped.TitleField], form[EvidenceTyped.FromField], form[EvidenceTyped.UntilField]), form[EvidenceTyped.LinkField]);
}
