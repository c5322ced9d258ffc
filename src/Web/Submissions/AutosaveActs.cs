using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;
using Responsables.Web.Platform;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>Saves the row that changed, for the script of the form (docs/design-system.md, Autosave).</summary>
internal static class AutosaveActs
{
    private static readonly Dictionary<string, string> None = [];

    public static async Task<IResult> SaveAsync(
        Guid id, Form form, HttpContext http, SubmissionQuery query, SaveAnswers save, TimeProvider clock, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (await query.AskedAsync(actor, id, cancel) is not { } asked)
        {
            return Page.Missing();
        }

        var post = EntryPost.Of(form, asked);
        if (post.Problems.Count > 0)
        {
            return Refused(post, post.Problems);
        }

        switch (await save.RunAsync(actor, id, post.Edits, post.AnalysisEdits, form.Key, cancel))
        {
            case Outcome<AnswersSaved>.Done done:
                return await query.RunAsync(actor, id, cancel) is { } now ? Results.Json(Saved(post, done.Value, now, actor, clock.GetUtcNow())) : Page.Missing();
            case Outcome<AnswersSaved>.Refused refused:
                return Refused(post, refused.Problems);
            case Outcome<AnswersSaved>.Stale stale:
                return Results.Json(
                    new AutosaveAnswer(false, null, null, post.Names.ToDictionary(n => n, _ => new AutosaveRow { Error = FaultWords.Of(stale.Problems[0]) }), None),
                    statusCode: StatusCodes.Status409Conflict);
            default:
                return Page.Missing();
        }
    }

    // A problem of the whole (the window is closed) is said on the row, where it is seen.
    private static IResult Refused(EntryPost post, IReadOnlyList<Problem> problems) => Results.Json(
        new AutosaveAnswer(false, null, null, post.Names.ToDictionary(name => name, name => new AutosaveRow
        {
            State = T["submissions.unsaved-row"],
            Kind = "unsaved",
            Error = string.Join(" ", problems.Where(p => p.Place is null || IsOf(p.Place, name)).Select(FaultWords.Of)),
        }), None),
        statusCode: StatusCodes.Status422UnprocessableEntity);

    private static bool IsOf(string place, string row) => place == row || place.StartsWith(row + "[", StringComparison.Ordinal);

    private static AutosaveAnswer Saved(EntryPost post, AnswersSaved saved, SubmissionView view, Actor actor, DateTimeOffset now)
    {
        var dossier = view.Dossier;
        var plan = new FormPlan(dossier.Questionnaire);
        var rows = post.Rows.ToDictionary(r => r.Variable.Code.Value, r => Row(r, saved, dossier));
        foreach (var analysis in post.Analyses)
        {
            // The version counts the changes of the analysis; another's change since then is a conflict when this one is changed again.
            var shown = analysis.IsChange ? new AnalysisShown(VersionAfter(analysis, view), analysis.Text) : analysis.Shown;
            rows[EntryNames.Analysis(analysis.Topic)] = new AutosaveRow { Version = shown.Encode(), State = T["submissions.tag.saved"], Kind = "done" };
        }

        var live = LiveOf(post, view, plan, actor, now);
        foreach (var (name, other) in live?.Rows() ?? [])
        {
            rows.TryAdd(name, other);
        }

        return new AutosaveAnswer(true, Show.Time(saved.At), T["submissions.saved-at", Show.Time(saved.At)], rows, live?.Texts() ?? None)
        {
            Bars = live?.Bars(),
            Tags = live?.Tags(),
            Variations = live?.Variations(),
            Faults = live?.Faults(),
        };
    }

    // The page that the rows are on; an analysis changes nothing else.
    private static EntryLive? LiveOf(EntryPost post, SubmissionView view, FormPlan plan, Actor actor, DateTimeOffset now) => post.Rows.Count == 0
        ? null
        : new EntryLive(new EntrySheet(view, plan.PageOf(post.Rows[0].Variable.Code), plan, actor, now));

    private static int VersionAfter(PostedAnalysis analysis, SubmissionView view) =>
        view.Analyses.GetValueOrDefault(analysis.Topic) is { } kept && kept.Text == analysis.Text ? kept.Version : analysis.Shown.Version + 1;

    private static AutosaveRow Row(PostedRow row, AnswersSaved saved, Dossier dossier)
    {
        var variable = row.Variable;
        var edits = row.Edits.ToDictionary(e => e.Cell);
        // Only what this save wrote is renewed: a cell that somebody else changed meanwhile keeps the version that this page shows.
        var written = saved.Changed.Where(c => c.Variable == variable.Code.Value).GroupBy(c => new CellKey(c.Cell)).ToDictionary(
            c => c.Key,
            c => new ShownAnswer(c.Last().Version, c.Last().State, c.Last().Value, edits.TryGetValue(c.Key, out var edit) ? Kept(edit.Comment) : row.Shown[c.Key].Comment));
        var faults = dossier.Assessment.Faults.Where(f => f.Variable == variable.Code && f.PreventsSignature && !f.IsAwaited).ToList();
        var tag = EntryTags.Of(variable, dossier, faults.Exists(f => f.Severity == Severity.Blocking), faults.Exists(f => f.Severity == Severity.Explain));
        var filled = written.Where(w => w.Key.IsTotal && w.Value.State == AnswerState.Given && row.Values[w.Key].Length == 0)
            .ToDictionary(w => AnswerPlace.Of(variable.Code, w.Key), w => FieldText.Of(variable, w.Value.Value));
        return new AutosaveRow
        {
            Version = row.Shown.With(written).Encode(),
            State = tag.Text,
            Kind = tag.Kind,
            Opens = faults.Exists(f => f.Severity == Severity.Explain || f.Code == Domain.Submissions.FaultCodes.ReasonRequired),
            Error = faults.Count == 0 ? null : string.Join(" ", faults.Select(f => FaultWords.Of(f, variable))),
            Values = filled.Count == 0 ? null : filled,
        };
    }

    private static string? Kept(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : comment.ReplaceLineEndings("\n").Trim();
}

/// <summary>What the script is told.</summary>
internal sealed record AutosaveAnswer(
    bool Saved, string? At, string? Message, IReadOnlyDictionary<string, AutosaveRow> Rows, IReadOnlyDictionary<string, string> Live)
{
    /// <summary>Progress bars by id: value and greatest value.</summary>
    public IReadOnlyDictionary<string, int[]>? Bars { get; init; }

    public IReadOnlyDictionary<string, TagText>? Tags { get; init; }

    public IReadOnlyDictionary<string, VariationText>? Variations { get; init; }

    public LiveFaults? Faults { get; init; }
}

internal sealed record AutosaveRow
{
    public string? Version { get; init; }

    public string? State { get; init; }

    public string? Kind { get; init; }

    public string? Error { get; init; }

    /// <summary>Whether its details must be seen: an explanation is due.</summary>
    public bool Opens { get; init; }

    /// <summary>Fields that the save filled in, by name.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }
}
