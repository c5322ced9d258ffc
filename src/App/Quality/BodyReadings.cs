using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Quality;

/// <summary>What the rules need of one dossier at one version of it.</summary>
/// <param name="Shown">The answers of the blocks that are signed: what the level above may read.</param>
/// <param name="All">Every answer, drafts included.</param>
/// <param name="States">Where each block stands.</param>
public sealed record BodyReading(
    Guid Submission, int Version, OrganizationCode Organization, AnswerSheet Shown, AnswerSheet All, IReadOnlyDictionary<BlockKey, BlockState> States);

/// <summary>The readings made last, one a dossier and campaign that looks at it (its own, and the next): made again when its version has moved.</summary>
public sealed class KnownBodyReadings
{
    private readonly ConcurrentDictionary<(Guid Campaign, Guid Submission), BodyReading> known = new();

    internal BodyReading? Find(Guid campaign, Submission submission) =>
        known.TryGetValue((campaign, submission.Id), out var reading) && reading.Version == submission.Version ? reading : null;

    internal void Keep(Guid campaign, BodyReading reading) => known[(campaign, reading.Submission)] = reading;
}

/// <summary>Reads the numbers of all dossiers of a campaign, those that changed since the last time only: two statements more for these, whatever their number.</summary>
public sealed class BodyReadings(AppDb db, FrameworkCatalog frameworks, Questionnaires questionnaires, KnownBodyReadings known)
{
    /// <param name="campaign">The campaign that looks: its framework gives the places of the answers.</param>
    /// <param name="submissions">Its own dossiers, or all those of the campaign before; of these everything is read, and no state.</param>
    public async Task<IReadOnlyList<BodyReading>> OfAsync(Campaign campaign, IReadOnlyList<Submission> submissions, CancellationToken cancel)
    {
        var framework = (await frameworks.OfAsync(db, campaign, cancel)).Framework;
        var changed = submissions.Where(s => known.Find(campaign.Id, s) is null).ToList();
        var made = changed.Count == 0 ? [] : await MakeAsync(campaign, framework, changed, cancel);
        return [.. submissions.Select(s => made.GetValueOrDefault(s.Id) ?? known.Find(campaign.Id, s)!)];
    }

    private async Task<Dictionary<Guid, BodyReading>> MakeAsync(Campaign campaign, Framework framework, List<Submission> submissions, CancellationToken cancel)
    {
        var year = submissions[0].CampaignId;
        var numeric = framework.Variables.Where(v => v.IsNumeric || v.Type == VariableType.Boolean).ToDictionary(v => v.Code);
        var ids = submissions.ConvertAll(s => s.Id);
        var answers = db.Answers.AsNoTracking().Where(a => a.State == AnswerState.Given && a.Value != null && a.CarriedFrom == null);
        var blocks = db.SubmissionBlocks.AsNoTracking().AsQueryable();
        // The whole year at first, then a few dossiers at a time.
        var isAll = submissions.Count > Many;
        answers = isAll ? answers.Where(a => db.Submissions.Any(s => s.Id == a.SubmissionId && s.CampaignId == year)) : answers.Where(a => ids.Contains(a.SubmissionId));
        blocks = isAll ? blocks.Where(b => db.Submissions.Any(s => s.Id == b.SubmissionId && s.CampaignId == year)) : blocks.Where(b => ids.Contains(b.SubmissionId));
        var values = (await answers.Select(a => new { a.SubmissionId, a.Variable, a.Cell, a.Value }).ToListAsync(cancel)).ToLookup(a => a.SubmissionId);
        var standings = (year == campaign.Id ? await blocks.ToListAsync(cancel) : []).ToLookup(b => b.SubmissionId);
        var made = new Dictionary<Guid, BodyReading>();
        foreach (var submission in submissions)
        {
            var states = standings[submission.Id].ToDictionary(b => b.Block, b => b.Standing.State);
            var questionnaire = await questionnaires.OfAsync(db, campaign, framework, submission.Branch, cancel);
            var (shown, all) = (new AnswerSheet(framework.Slots), new AnswerSheet(framework.Slots));
            foreach (var answer in values[submission.Id])
            {
                if (numeric.TryGetValue(answer.Variable, out var variable) && framework.Slots.Of(answer.Variable, answer.Cell) is var slot && slot >= 0)
                {
                    all[slot] = ValueOf(variable, answer.Value!);
                    if (IsShown(questionnaire, states, answer.Variable))
                    {
                        shown[slot] = all[slot];
                    }
                }
            }

            var reading = new BodyReading(submission.Id, submission.Version, submission.Organization, shown, all, states);
            known.Keep(campaign.Id, reading);
            made.Add(submission.Id, reading);
        }

        return made;
    }

    private const int Many = 100;

    /// <summary>Whether one of the blocks that ask a variable is signed, or more.</summary>
    internal static bool IsShown(Questionnaire questionnaire, IReadOnlyDictionary<BlockKey, BlockState> states, VariableCode variable) =>
        questionnaire.BlocksOf(variable).Any(b => states.GetValueOrDefault(b).IsSigned());

    private static AnswerValue ValueOf(Variable variable, string value) =>
        variable.IsNumeric ? AnswerValue.Of(decimal.Parse(value, CultureInfo.InvariantCulture)) : value == "oui" ? AnswerValue.Yes : AnswerValue.No;
}
