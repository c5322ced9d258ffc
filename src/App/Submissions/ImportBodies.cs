using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Reviews;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using FaultCodes = Responsables.Domain.Submissions.FaultCodes;

namespace Responsables.App.Submissions;

/// <summary>Takes the edits of a file into its bodies, batch after batch in one transaction, until a fault is found; then only looks for the others.</summary>
internal sealed class ImportBodies(
    AppDb db, AnswersBinding binding, PartsBatches parts, Actor actor, AnswersImport import, DateTimeOffset now)
{
    private readonly NewRows rows = new();
    private int bodies;
    private int created;
    private int changed;
    private int unchanged;
    private int signed;
    private int validated;

    /// <summary>What refuses the file, with the line concerned (the last of all when there is none).</summary>
    public List<(int Line, Problem Problem)> Faults { get; } = [];

    public AnswersImported Result => new(bodies, created, changed, unchanged, signed, validated, import.DryRun);

    public async Task TakeAsync(
        IReadOnlyList<Dossier> batch, ILookup<OrganizationCode, BoundEdit> edits, bool write, CancellationToken cancel)
    {
        var touched = new List<Dossier>();
        var entries = new List<TrailEntry>();
        foreach (var dossier in batch)
        {
            var result = Edit(dossier, [.. edits[dossier.Place.Code].Select(e => e.Edit)]);
            var act = import.Sign && Faults.Count == 0 ? Reprise(dossier, result.Changed.Count > 0) : null;
            if (result.Changed.Count > 0 || act is not null)
            {
                touched.Add(dossier);
                entries.Add(new TrailEntry(
                    import.Sign ? "submissions.reprise" : "submissions.import", dossier.Place.Code, dossier.Submission.Id,
                    result.Before, act is null ? result.After : new { Answers = result.After, Reprise = act }));
            }
        }

        bodies += batch.Count;
        if (write && Faults.Count == 0 && touched.Count > 0)
        {
            await parts.AddAsync(touched, rows, cancel);
            await rows.WriteAsync(db, cancel);
            await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
            await db.SaveChangesAsync(cancel);
        }

        // What was written is not needed any more, and what was refused is not to be written.
        rows.Clear();
        db.ChangeTracker.Clear();
    }

    public async Task EndAsync(CancellationToken cancel)
    {
        await parts.EndAsync(rows, cancel);
        await rows.WriteAsync(db, cancel);
    }

    private EditResult Edit(Dossier dossier, IReadOnlyList<AnswerEdit> edits)
    {
        var before = dossier.Rows.Count;
        var result = new EditAnswers(db, dossier, actor, now).Apply(edits, french: false, rows.Answers);
        Faults.AddRange(result.Problems.Select(p => (0, p)));
        foreach (var row in result.Replaced.Where(r => SubmissionGuards.IsApproved(dossier, r.Variable)))
        {
            Refuse(dossier, row.Variable, row.Cell, "submissions.already-validated", dossier.Place.Code, AnswerPlace.Of(row.Variable, row.Cell));
        }

        created += dossier.Rows.Count - before;
        changed += result.Changed.Count - (dossier.Rows.Count - before);
        unchanged += edits.Count(e => !result.After.ContainsKey(e.Place));
        if (result.Changed.Count > 0)
        {
            DossierStore.Bring(db, dossier, now, rows);
        }

        // Answers still missing, and explanations still due, do not stop an import.
        foreach (var fault in dossier.Assessment.Faults.Where(f => f.Severity == Severity.Blocking && !f.IsAwaited))
        {
            if (fault.Message is { } message)
            {
                Refuse(dossier, fault.Variable, fault.Cell, "submissions.blocking-check", fault.Code, message);
            }
            else
            {
                Refuse(dossier, fault.Variable, fault.Cell, fault.Code, [.. fault.Arguments]);
            }
        }

        return result;
    }

    private object? Reprise(Dossier dossier, bool isSettled)
    {
        var open = dossier.Questionnaire.Blocks.Count(b => dossier.StandingOf(b.Key).IsOpen);
        var signature = open == 0 ? null : SignatureAct.Sign(db, dossier, actor, now, isReprise: true, rows);
        var waiting = import.Validate ? dossier.Questionnaire.Blocks.Where(b => dossier.StateOf(b.Key) == BlockState.Signed).ToList() : [];
        foreach (var block in waiting)
        {
            var decision = new BlockDecision(block.Key, ReviewDecision.Validated, null, dossier.Blocks[block.Key].Seal);
            ReviewAct.Decide(db, dossier, actor, decision, now, isReprise: true, rows);
        }

        signed += open;
        validated += waiting.Count;
        if (signature is null && waiting.Count == 0)
        {
            return null;
        }

        if (isSettled)
        {
            DossierStore.CountLooks(dossier);
        }
        else
        {
            DossierStore.Bring(db, dossier, now, rows);
        }

        return new { SignatureId = signature?.Id, Signed = signature?.Content, Validated = waiting.Select(b => b.Key.Value) };
    }

    private void Refuse(Dossier dossier, VariableCode variable, CellKey cell, string code, params object?[] arguments)
    {
        var place = $"{dossier.Place.Code}, {AnswerPlace.Of(variable, cell)}";
        var line = binding.LineOf(dossier.Place.Code, variable, cell);
        Faults.Add((line ?? int.MaxValue, new Problem(code, line is { } known ? $"{AnswersCsv.Place(known)}, {place}" : place, arguments)));
    }
}
