using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Quality;
using Responsables.Domain.Submissions;

namespace Responsables.App.Quality;

/// <summary>A campaign looked at by the rules of the quality desk, before anybody's rights are asked: whoever reads it narrows it.</summary>
/// <param name="Hits">By dossier, rule and variable.</param>
public sealed record CampaignSurvey(
    Campaign Campaign, Framework Framework, CampaignRules Rules, IReadOnlyDictionary<Guid, Submission> Submissions, IReadOnlyDictionary<Guid, BodyReading> Readings,
    IReadOnlyDictionary<AnomalyKey, Hit> Hits)
{
    public IReadOnlyDictionary<Guid, Place> Places { get; } = Submissions.ToDictionary(s => s.Key, s => s.Value.ToPlace());
}

/// <summary>Which anomaly: of several rules that fire on one answer only the first makes one.</summary>
public readonly record struct AnomalyKey(Guid Submission, string Rule, VariableCode Variable)
{
    /// <summary>As forms and addresses write it.</summary>
    public override string ToString() => $"{Submission}/{Rule}/{Variable.Value}";

    /// <summary>The address of its page.</summary>
    public string PathIn(int year) => $"/qualite/{year}/{Submission}/{Uri.EscapeDataString(Rule)}/{Uri.EscapeDataString(Variable.Value)}";

    /// <summary>Null when a text is none.</summary>
    public static AnomalyKey? Of(string text) => text.Split('/') is [var id, { Length: > 0 } rule, { Length: > 0 } variable] && Guid.TryParse(id, out var submission)
        ? new AnomalyKey(submission, rule, new VariableCode(variable))
        : null;
}

/// <summary>Runs the rules over a campaign.</summary>
public sealed class QualitySources(AppDb db, FrameworkCatalog frameworks, Questionnaires questionnaires, RuleCatalog rules, BodyReadings readings)
{
    /// <summary>A campaign, by default the latest; null when there is none.</summary>
    public async Task<Campaign?> CampaignAsync(int? year, CancellationToken cancel) =>
        await db.Campaigns.AsNoTracking().Where(c => year == null || c.Year == year).OrderByDescending(c => c.Year).FirstOrDefaultAsync(cancel);

    /// <summary>What the rules say of the answers that are signed.</summary>
    public async Task<CampaignSurvey> SurveyAsync(Campaign campaign, CancellationToken cancel) =>
        await SurveyAsync(campaign, await rules.OfAsync(db, campaign, cancel), null, cancel);

    /// <summary>The same with one body's drafts: what the level above would be told if it signed as it is.</summary>
    public async Task<CampaignSurvey> SurveyAsync(Campaign campaign, Guid draftsOf, CancellationToken cancel) =>
        await SurveyAsync(campaign, await rules.OfAsync(db, campaign, cancel), draftsOf, cancel);

    /// <summary>The same by other rules.</summary>
    internal async Task<CampaignSurvey> SurveyAsync(Campaign campaign, CampaignRules set, Guid? draftsOf, CancellationToken cancel)
    {
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == campaign.Id).OrderBy(s => s.ShortName).ToListAsync(cancel);
        var framework = (await frameworks.OfAsync(db, campaign, cancel)).Framework;
        // Without rules, and nothing said under those of before, there is nothing to read.
        if (set.File is null && !await db.Anomalies.AnyAsync(a => a.CampaignId == campaign.Id, cancel))
        {
            return new CampaignSurvey(campaign, framework, set, submissions.ToDictionary(s => s.Id), new Dictionary<Guid, BodyReading>(), new Dictionary<AnomalyKey, Hit>());
        }

        var now = await readings.OfAsync(campaign, submissions, cancel);
        var before = (await BeforeAsync(campaign, cancel)).ToDictionary(r => r.Organization, r => r.All);
        var bodies = submissions.Zip(now, (s, r) => new QualityBody(s.ToPlace(), s.Id == draftsOf ? r.All : r.Shown, before.GetValueOrDefault(s.Organization))).ToList();
        var byCode = submissions.ToDictionary(s => s.Organization, s => s.Id);
        return new CampaignSurvey(
            campaign, framework, set, submissions.ToDictionary(s => s.Id), now.ToDictionary(r => r.Submission),
            QualitySurvey.Run(set.Active, bodies).ToDictionary(h => new AnomalyKey(byCode[h.Body], h.Rule.Code, h.Variable)));
    }

    /// <summary>Whether a person reads the signed answers of a body and what was asked of them from above.</summary>
    public static bool MayFollow(Actor actor, Place place) => actor.May(Permission.FollowAnomalies, place);

    /// <summary>Where an anomaly stands now.</summary>
    internal async Task<AnomalyState?> StateAsync(CampaignSurvey survey, AnomalyKey key, Anomaly? anomaly, CancellationToken cancel)
    {
        var (submission, reading) = (survey.Submissions[key.Submission], survey.Readings[key.Submission]);
        var questionnaire = await questionnaires.OfAsync(db, survey.Campaign, survey.Framework, submission.Branch, cancel);
        var blocks = questionnaire.BlocksOf(key.Variable).ToList();
        return AnomalyStanding.Of(
            anomaly?.Last.ToLast(), ValueOf(reading, key.Variable), BodyReadings.IsShown(questionnaire, reading.States, key.Variable), survey.Hits.ContainsKey(key),
            blocks.Count > 0 && blocks.TrueForAll(b => reading.States.GetValueOrDefault(b) is BlockState.Validated or BlockState.Accepted));
    }

    /// <summary>The block in which an answer is reviewed: the first indicator that asks it, else the context.</summary>
    internal async Task<BlockKey> BlockAsync(CampaignSurvey survey, AnomalyKey key, CancellationToken cancel) =>
        (await questionnaires.OfAsync(db, survey.Campaign, survey.Framework, survey.Submissions[key.Submission].Branch, cancel)).BlocksOf(key.Variable)
            .OrderBy(b => b == BlockKey.Context).DefaultIfEmpty(BlockKey.Context).First();

    /// <summary>The signed answer, canonical; null when it has no value or may not be read yet.</summary>
    internal static string? ValueOf(BodyReading reading, VariableCode variable) =>
        reading.Shown[variable] is { IsGiven: true, Number: var number } ? NumberInput.Canonical(number) : null;

    private async Task<IReadOnlyList<BodyReading>> BeforeAsync(Campaign campaign, CancellationToken cancel)
    {
        var earlier = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == campaign.Year - 1 && c.FrameworkCode == campaign.FrameworkCode, cancel);
        if (earlier is null)
        {
            return [];
        }

        var submissions = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == earlier.Id).ToListAsync(cancel);
        return await readings.OfAsync(campaign, submissions, cancel);
    }
}
