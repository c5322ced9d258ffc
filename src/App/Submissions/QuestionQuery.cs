using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>The answers of an earlier year.</summary>
public sealed record EarlierYear(int Year, Answers Answers);

/// <summary>All that is known of one question of a dossier.</summary>
/// <param name="Earlier">Earlier years that asked it, the latest first.</param>
/// <param name="Comments">The thread, in order.</param>
/// <param name="Acts">Acts of the trail that changed it, the latest first; none for who may not read drafts.</param>
public sealed record QuestionView(
    SubmissionView Submission, Variable Variable, IReadOnlyList<EarlierYear> Earlier, IReadOnlyList<AnswerComment> Comments, IReadOnlyList<TrailLine> Acts);

/// <summary>Reads one question for those who may see its answer.</summary>
public sealed class QuestionQuery(AppDb db, SubmissionQuery submissions, DossierStore dossiers)
{
    private const int MostActs = 50;

    private static readonly string[] Writing = ["submissions.save", "submissions.carry-over", "submissions.confirm", "submissions.import", "submissions.reprise"];

    /// <summary>The question; null when there is none or this person may not see its answer.</summary>
    public async Task<QuestionView?> RunAsync(Actor actor, Guid id, VariableCode code, CancellationToken cancel)
    {
        if (await submissions.RunAsync(actor, id, cancel) is not { } view || !view.Shows(code))
        {
            return null;
        }

        var comments = await db.AnswerComments.AsNoTracking().Where(c => c.SubmissionId == id && c.Variable == code).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancel);
        return new QuestionView(
            view, view.Dossier.Compiled.Framework.Variable(code), await EarlierAsync(view, code, cancel), comments, view.SeesDrafts ? await ActsAsync(id, code, cancel) : []);
    }

    private async Task<List<EarlierYear>> EarlierAsync(SubmissionView view, VariableCode code, CancellationToken cancel)
    {
        var now = view.Dossier;
        var ids = await db.Submissions.AsNoTracking()
            .Where(s => s.Organization == now.Submission.Organization && s.Campaign.Year < now.Campaign.Year && s.Campaign.FrameworkCode == now.Campaign.FrameworkCode)
            .OrderByDescending(s => s.Campaign.Year).Select(s => s.Id).ToListAsync(cancel);
        var years = new List<EarlierYear>();
        foreach (var id in ids)
        {
            if (await dossiers.ReadAsync(id, cancel) is { } earlier && view.AsFor(earlier) is var seen && seen.Shows(code))
            {
                years.Add(new EarlierYear(earlier.Campaign.Year, seen.Dossier.Answers));
            }
        }

        return years;
    }

    // The places of a question are its code, or its code and a cell between brackets.
    private async Task<List<TrailLine>> ActsAsync(Guid id, VariableCode code, CancellationToken cancel)
    {
        var (whole, cell) = ($"\"{code}\":", $"\"{code}[");
        var acts = await db.Trail.AsNoTracking()
            .Where(t => t.SubjectId == id && Writing.Contains(t.Act) && t.After != null && (t.After.Contains(whole) || t.After.Contains(cell)))
            .OrderByDescending(t => t.Sequence).Take(MostActs)
            .Select(t => new TrailLine(t.Sequence, t.At, t.Actor, t.Act, t.Organization, t.SubjectId, t.Before, t.After)).ToListAsync(cancel);
        return acts.ConvertAll(a => a with { Before = OfQuestion(a.Before, code), After = OfQuestion(a.After, code) });
    }

    // An act may have changed other questions, which are not told here.
    private static string? OfQuestion(string? json, VariableCode code) => json is not null && JsonNode.Parse(json) is JsonObject places
        ? new JsonObject(places.Where(p => p.Key == code.Value || p.Key.StartsWith(code + "[", StringComparison.Ordinal)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString()
        : null;
}
