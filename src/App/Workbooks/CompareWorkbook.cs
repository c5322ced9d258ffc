using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;

namespace Responsables.App.Workbooks;

/// <summary>Compares what a workbook brings back with what it was made from and with what is stored now. Writes nothing.</summary>
public sealed class CompareWorkbook(AppDb db, DossierStore dossiers, QuestionScopes scopes)
{
    /// <summary>Bodies loaded together.</summary>
    internal const int Batch = 150;

    /// <summary>The dossiers that a workbook is about.</summary>
    internal async Task<IReadOnlyList<Guid>> DossiersAsync(WorkbookContent content, CancellationToken cancel) =>
        [.. (await db.Submissions.AsNoTracking().Where(s => s.CampaignId == content.Origin.Campaign).Select(s => new { s.Id, s.Organization }).ToListAsync(cancel))
            .Where(s => content.Origin.Bodies.Contains(s.Organization)).Select(s => s.Id).Order()];

    /// <summary>What it would do; null when the person may not bring anything back to any of its bodies.</summary>
    /// <param name="side">What was chosen for each conflict.</param>
    internal async Task<WorkbookPlan?> RunAsync(
        Actor actor, Campaign campaign, WorkbookContent content, IReadOnlyList<Guid> ids, Func<PlannedAnswer, MergeSide?> side, DateTimeOffset now, CancellationToken cancel)
    {
        var lines = content.Lines.ToLookup(l => l.Key.Organization);
        var sum = new Sum(content);
        var isAllowed = false;
        foreach (var batch in ids.Chunk(Batch))
        {
            foreach (var dossier in (await dossiers.ManyAsync(campaign, batch, tracked: false, cancel)).OrderBy(d => d.Place.Code.Value, StringComparer.Ordinal))
            {
                var rights = await WorkbookRights.OfAsync(actor, dossier, scopes, cancel);
                isAllowed |= rights?.MayWrite == true;
                if (rights is not null)
                {
                    new OneBody(sum, new WorkbookBody(dossier, rights), db, actor, now).Run([.. lines[dossier.Place.Code]], side);
                }
            }
        }

        return isAllowed ? sum.Plan(campaign.Year) : null;
    }

    /// <summary>What was found so far.</summary>
    private sealed class Sum(WorkbookContent content)
    {
        public WorkbookContent Content => content;

        public List<PlannedAnswer> Taken { get; } = [];

        public List<PlannedAnswer> Conflicts { get; } = [];

        public List<Problem> Problems { get; } = [.. content.Problems];

        public List<Problem> Checks { get; } = [];

        public int Untouched { get; set; }

        public int Agreed { get; set; }

        public WorkbookPlan Plan(int year) => new(
            year, content.Origin.Bodies, Taken.Concat(Conflicts).Select(t => t.Merged.Key.Organization).Distinct().Count(), Taken, Conflicts, Untouched, Agreed,
            WorkbookPlan.Told(Problems), WorkbookPlan.Told(Checks), WorkbookPlan.TokenOf(content.Hash, Taken.Concat(Conflicts)));
    }

    private sealed class OneBody(Sum sum, WorkbookBody body, AppDb db, Actor actor, DateTimeOffset now)
    {
        private readonly Dossier dossier = body.Dossier;

        public void Run(IReadOnlyList<WorkbookLine> lines, Func<PlannedAnswer, MergeSide?> side)
        {
            var at = lines.ToDictionary(l => l.Key);
            foreach (var line in lines.Where(l => !body.Rights.Questionnaire.Asks(l.Key.Variable) && l.Answer != WorkbookAnswer.None))
            {
                sum.Problems.Add(new Problem("workbooks.code-unknown", line.Place, WorkbookSheet.CodeOf(line.Key.Variable, line.Key.Cell)));
            }

            var mine = lines.Where(l => body.Rights.Sees(l.Key.Variable)).Select(l => KeyValuePair.Create(l.Key, l.Answer));
            var merge = ThreeWayMerge.Of(sum.Content.Origin.Answers, mine, body.Answers().ToDictionary());
            sum.Untouched += merge.Untouched;
            sum.Agreed += merge.Agreed;
            if (merge.Taken.Count + merge.Conflicts.Count == 0)
            {
                return;
            }

            sum.Problems.AddRange(body.Rights.Closed(now));
            List<PlannedAnswer> Planned(IEnumerable<MergedAnswer> answers) => [.. answers.Where(m => IsOpen(m, at[m.Key])).Select(m => Of(m, at[m.Key]))];
            var (taken, conflicts) = (Planned(merge.Taken), Planned(merge.Conflicts));
            sum.Taken.AddRange(taken);
            sum.Conflicts.AddRange(conflicts);
            Check([.. taken, .. conflicts.Where(c => side(c) == MergeSide.Mine)], at);
        }

        // What is signed or validated is not replaced.
        private bool IsOpen(MergedAnswer answer, WorkbookLine line)
        {
            var isOpen = body.Rights.MayChange(answer.Key.Variable);
            if (!isOpen && body.Rights.MayWrite)
            {
                sum.Problems.Add(new Problem("workbooks.locked", line.Place, WorkbookPlan.Shown(dossier.Compiled.Framework.Variable(answer.Key.Variable), answer.Theirs)));
            }

            return isOpen;
        }

        private PlannedAnswer Of(MergedAnswer answer, WorkbookLine line)
        {
            var row = dossier.Rows.GetValueOrDefault((answer.Key.Variable, answer.Key.Cell));
            return new PlannedAnswer(
                answer, dossier.Compiled.Framework.Variable(answer.Key.Variable), dossier.Submission.ShortName, line.Sheet, line.Cell, row?.ChangedBy, row?.ChangedAt);
        }

        // The dossier as it would become, in memory: the errors that it has already do not refuse the file.
        private void Check(IReadOnlyList<PlannedAnswer> written, Dictionary<WorkbookKey, WorkbookLine> at)
        {
            var before = dossier.Assessment.Faults.Where(f => f.Severity == Severity.Blocking).Select(f => (f.Variable, f.Cell, f.Code)).ToHashSet();
            var result = new EditAnswers(db, dossier, actor, now).Apply(written.Select(EditOf), french: false, []);
            sum.Checks.AddRange(result.Problems);
            dossier.Refresh();
            foreach (var fault in dossier.Assessment.Faults.Where(f => f.Severity == Severity.Blocking && !f.IsAwaited))
            {
                if (!before.Contains((fault.Variable, fault.Cell, fault.Code)))
                {
                    var line = at.GetValueOrDefault(body.Key(fault.Variable, fault.Cell))
                        ?? dossier.Compiled.Framework.Variable(fault.Variable).Cells.Select(c => at.GetValueOrDefault(body.Key(fault.Variable, c))).FirstOrDefault(l => l is not null);
                    var place = line?.Place ?? WorkbookSheet.CodeOf(fault.Variable, fault.Cell);
                    sum.Checks.Add(fault.Message is { } message
                        ? new Problem("submissions.blocking-check", place, fault.Code, message)
                        : new Problem(fault.Code, place, [.. fault.Arguments]));
                }
            }
        }
    }

    /// <summary>The answer of the file, as an edit that replaces what is there: what is there was just compared.</summary>
    internal static AnswerEdit EditOf(PlannedAnswer planned)
    {
        var (key, mine) = (planned.Merged.Key, planned.Merged.Mine);
        return new AnswerEdit(key.Variable, key.Cell, mine.State, mine.Value, mine.Comment, null);
    }
}
