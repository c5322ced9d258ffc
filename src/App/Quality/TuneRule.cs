using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Quality;

/// <summary>A rule as somebody wants it set.</summary>
/// <param name="Settings">Its thresholds as typed, by name.</param>
/// <param name="Version">Version of what was changed of it, as the form showed it; 0: nothing was.</param>
public sealed record RuleInput(bool IsOn, IReadOnlyDictionary<string, string> Settings, int Version);

/// <summary>What another setting of a rule would do to the present year.</summary>
/// <param name="Before">Anomalies of the rule as it is set.</param>
/// <param name="After">As it would be.</param>
/// <param name="Sound">Of those that would no longer be found, those that were decided to be right answers.</param>
/// <param name="Wrong">Of those that would no longer be found, those whose answer was returned or mended.</param>
public sealed record TuningEffect(int Before, int After, int Sound, int Wrong);

/// <summary>A rule that was set.</summary>
public sealed record RuleTuned(string Rule);

/// <summary>The federation sets the thresholds of a rule, or silences it: for every reading from then on, whatever the year; nothing that was asked or decided changes.</summary>
public sealed class TuneRule(AppDb db, QualitySources sources, RuleCatalog rules, Writing writing)
{
    public Task<Outcome<RuleTuned>> RunAsync(Actor actor, int year, string rule, RuleInput input, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns) ? writing.OnceAsync(key, now => TuneAsync(actor, year, rule, input, now, cancel), cancel) : Task.FromResult(Outcome.Missing<RuleTuned>());

    /// <summary>What it would do; changes nothing.</summary>
    public async Task<Outcome<TuningEffect>> TryAsync(Actor actor, int year, string code, RuleInput input, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageCampaigns) || await FindAsync(year, code, cancel) is not { } found)
        {
            return Outcome.Missing<TuningEffect>();
        }

        var (settings, problems) = Read(found.Rule, input);
        if (problems.Count > 0)
        {
            return Outcome.Refused<TuningEffect>(problems);
        }

        var tried = found.Set with { Tunings = With(found.Set, found.Campaign, code, input.IsOn, settings) };
        var before = await FiringAsync(found.Campaign, found.Set, code, cancel);
        var after = await FiringAsync(found.Campaign, tried, code, cancel);
        var gone = before.Except(after).ToHashSet();
        var decided = await db.Anomalies.AsNoTracking().Include(a => a.Acts).Where(a => a.CampaignId == found.Campaign.Id && a.Rule == code).ToListAsync(cancel);
        var decisions = decided.Where(a => gone.Contains(new AnomalyKey(a.SubmissionId, a.Rule, a.Variable))).Select(a => a.Last.Decision).ToList();
        return Outcome.Done(new TuningEffect(
            before.Count, after.Count, decisions.Count(d => d is AnomalyDecision.Explained or AnomalyDecision.FalseAlarm), decisions.Count(d => d == AnomalyDecision.Returned)));
    }

    /// <summary>The rule as it is set; null when there is no such year or rule.</summary>
    public async Task<(Campaign Campaign, CampaignRules Set, QualityRule Rule)?> FindAsync(int year, string code, CancellationToken cancel) =>
        await sources.CampaignAsync(year, cancel) is { } campaign && await rules.OfAsync(db, campaign, cancel) is var set && set.Find(code) is { } rule ? (campaign, set, rule) : null;

    private async Task<HashSet<AnomalyKey>> FiringAsync(Campaign campaign, CampaignRules set, string code, CancellationToken cancel) =>
        [.. (await sources.SurveyAsync(campaign, set, null, cancel)).Hits.Keys.Where(k => k.Rule == code)];

    private static Dictionary<string, RuleTuning> With(CampaignRules set, Campaign campaign, string code, bool isOn, Dictionary<string, decimal> settings)
    {
        var tunings = set.Tunings.ToDictionary();
        tunings[code] = new RuleTuning
        {
            FrameworkCode = campaign.FrameworkCode, Rule = code, IsOff = !isOn, Settings = RuleSettings.Write(settings), ChangedAt = default, ChangedBy = "",
        };
        return tunings;
    }

    // Only what differs from the file is kept, so that a better file is followed.
    private static (Dictionary<string, decimal> Settings, List<Problem> Problems) Read(QualityRule rule, RuleInput input)
    {
        var (settings, problems) = (new Dictionary<string, decimal>(), new List<Problem>());
        foreach (var name in rule.Settings.Keys)
        {
            if (NumberInput.French(input.Settings.GetValueOrDefault(name, "")) is not { } value || Math.Abs(value) >= NumberInput.Limit)
            {
                problems.Add(new Problem("quality.setting-unreadable", name));
            }
            else if (value < QualityRule.LeastOf(name))
            {
                problems.Add(new Problem("quality.setting-too-small", name, QualityRule.LeastOf(name)));
            }
            else
            {
                settings.Add(name, value);
            }
        }

        return (settings, problems);
    }

    private async Task<Outcome<RuleTuned>> TuneAsync(Actor actor, int year, string code, RuleInput input, DateTimeOffset now, CancellationToken cancel)
    {
        if (await FindAsync(year, code, cancel) is not { } found)
        {
            return Outcome.Missing<RuleTuned>();
        }

        var (settings, problems) = Read(found.Rule, input);
        if (problems.Count > 0)
        {
            return Outcome.Refused<RuleTuned>(problems);
        }

        var row = await db.RuleTunings.SingleOrDefaultAsync(t => t.FrameworkCode == found.Campaign.FrameworkCode && t.Rule == code, cancel);
        if ((row?.Version ?? 0) != input.Version)
        {
            return new Outcome<RuleTuned>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }

        var file = found.Set.File!.Find(code)!.Settings;
        var kept = RuleSettings.Write(settings.Where(s => file[s.Key] != s.Value).ToDictionary());
        var before = new { IsOff = row?.IsOff ?? false, Settings = row?.Settings ?? "" };
        if (row is null)
        {
            db.RuleTunings.Add(row = new RuleTuning { FrameworkCode = found.Campaign.FrameworkCode, Rule = code, Settings = "", ChangedAt = now, ChangedBy = actor.Name });
        }

        (row.IsOff, row.Settings, row.ChangedAt, row.ChangedBy, row.Version) = (!input.IsOn, kept, now, actor.Name, row.Version + 1);
        await TrailWriter.AppendAsync(
            db, actor, now, [new TrailEntry("quality.tune", null, null, new { Rule = code, before.IsOff, before.Settings }, new { Rule = code, row.IsOff, row.Settings })], cancel);
        return Outcome.Done(new RuleTuned(code));
    }
}
