using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Quality;
using Responsables.Domain.Submissions;

namespace Responsables.App.Quality;

/// <summary>An anomaly as a person may read it.</summary>
/// <param name="Hit">What fires now; null when nothing does any longer.</param>
/// <param name="Anomaly">What was done about it; null: nothing yet.</param>
/// <param name="Block">The block in which its answer is reviewed.</param>
/// <param name="Earlier">The explanation that was accepted the year before for the same answer and rule; null when there was none.</param>
/// <param name="MayReview">Whether this person asks and decides.</param>
/// <param name="MayAnswer">Whether this person answers for the body.</param>
public sealed record AnomalyLine(
    AnomalyKey Key, Place Place, QualityRule? Rule, Variable Variable, BlockKey Block, AnomalyState State, Hit? Hit, Anomaly? Anomaly, string? Value, EarlierExplanation? Earlier,
    bool MayReview, bool MayAnswer)
{
    /// <summary>The question that was put, else the one that the rule puts.</summary>
    public string? Question => Anomaly?.Acts.Where(a => a.Kind == AnomalyActKind.Asked).MaxBy(a => a.Sequence)?.Text ?? (Hit is { } hit ? QuestionText.Of(hit, Variable) : null);

    /// <summary>What the body answered last.</summary>
    public AnomalyAct? Answer => Anomaly?.Acts.Where(a => a.Kind == AnomalyActKind.Answered).MaxBy(a => a.Sequence);

    public bool IsLate(DateTimeOffset now) => State == AnomalyState.Asked && Anomaly?.DueAt < now;

    public AnomalySeverity Severity => Rule?.Severity ?? AnomalySeverity.Low;
}

/// <summary>What explained the same anomaly the year before.</summary>
public sealed record EarlierExplanation(int Year, string Text, string By, DateTimeOffset DecidedAt, string DecidedBy);

/// <summary>
/// The anomalies of a campaign that a person may read. The level above reads those of signed answers; the body reads what was asked of it; the auditor reads
/// all. What is not touched is computed from the answers as they are now.
/// </summary>
public sealed class AnomalyList(AppDb db, QualitySources sources)
{
    internal QualitySources Sources => sources;

    public async Task<IReadOnlyList<AnomalyLine>> RunAsync(Actor actor, CampaignSurvey survey, CancellationToken cancel)
    {
        var stored = await db.Anomalies.AsNoTracking().Include(a => a.Acts).Where(a => a.CampaignId == survey.Campaign.Id).ToListAsync(cancel);
        var anomalies = stored.ToDictionary(a => new AnomalyKey(a.SubmissionId, a.Rule, a.Variable));
        var reviewed = await ReviewedAsync(actor, survey.Campaign, cancel);
        var earlier = await EarlierAsync(survey, cancel);
        var lines = new List<AnomalyLine>();
        foreach (var key in survey.Hits.Keys.Concat(anomalies.Keys).Distinct())
        {
            var place = survey.Places[key.Submission];
            if (!QualitySources.MayFollow(actor, place) || survey.Framework.FindVariable(key.Variable) is not { } variable)
            {
                continue;
            }

            var anomaly = anomalies.GetValueOrDefault(key);
            var mayAnswer = actor.May(Permission.AnswerAnomalies, place);
            // Before a question is put, what a rule says of a body is between the rule and the level above.
            var isAbove = actor.IsCommand || (actor.May(Permission.ReadSubmitted, place) && (!mayAnswer || reviewed.Contains(key.Submission)));
            if ((anomaly is null && !isAbove) || await sources.StateAsync(survey, key, anomaly, cancel) is not { } state)
            {
                continue;
            }

            lines.Add(new AnomalyLine(
                key, place, survey.Rules.Find(key.Rule), variable, await sources.BlockAsync(survey, key, cancel), state, survey.Hits.GetValueOrDefault(key), anomaly,
                QualitySources.ValueOf(survey.Readings[key.Submission], key.Variable), earlier.GetValueOrDefault((place.Code, key.Rule, key.Variable)),
                reviewed.Contains(key.Submission), mayAnswer));
        }

        return [.. lines.OrderBy(l => Rank(l.State)).ThenByDescending(l => l.Severity).ThenBy(l => l.Place.ShortName, StringComparer.Ordinal)
            .ThenBy(l => l.Key.Rule, StringComparer.Ordinal).ThenBy(l => l.Key.Variable.Value, StringComparer.Ordinal)];
    }

    /// <summary>Those who reviews come first: answers that wait, then what nobody looked at, then what waits for the body.</summary>
    private static int Rank(AnomalyState state) => state switch
    {
        AnomalyState.Answered => 0,
        AnomalyState.Found => 1,
        AnomalyState.Asked => 2,
        AnomalyState.Returned => 3,
        _ => 4,
    };

    private async Task<HashSet<Guid>> ReviewedAsync(Actor actor, Campaign campaign, CancellationToken cancel) =>
        [.. await ReviewScope.ReviewedBy(db, actor, db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id)).Select(s => s.Id).ToListAsync(cancel)];

    private async Task<Dictionary<(OrganizationCode, string, VariableCode), EarlierExplanation>> EarlierAsync(CampaignSurvey survey, CancellationToken cancel)
    {
        var year = survey.Campaign.Year - 1;
        var before = await db.Anomalies.AsNoTracking().Include(a => a.Acts)
            .Where(a => db.Campaigns.Any(c => c.Id == a.CampaignId && c.Year == year && c.FrameworkCode == survey.Campaign.FrameworkCode)).ToListAsync(cancel);
        var found = from anomaly in before
            let last = anomaly.Last
            where last is { Kind: AnomalyActKind.Decided, Decision: AnomalyDecision.Explained }
            let answer = anomaly.Acts.Where(a => a.Kind == AnomalyActKind.Answered).MaxBy(a => a.Sequence)
            let text = answer?.Text ?? last.Text
            where text is not null
            select (anomaly, new EarlierExplanation(year, text, (answer ?? last).By, last.At, last.By));
        return found.ToDictionary(f => (f.anomaly.Organization, f.anomaly.Rule, f.anomaly.Variable), f => f.Item2);
    }
}
