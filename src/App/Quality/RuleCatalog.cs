using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Quality;

namespace Responsables.App.Quality;

/// <summary>The rules of a campaign as they are set today.</summary>
/// <param name="File">Every rule as its file has it; null when there is no file for the framework, or it does not fit it.</param>
/// <param name="Faults">Why the file does not fit the version that the campaign pins.</param>
/// <param name="Tunings">What the federation changed, by rule.</param>
public sealed record CampaignRules(QualityRules? File, IReadOnlyList<FrameworkFault> Faults, IReadOnlyDictionary<string, RuleTuning> Tunings)
{
    /// <summary>Those that speak, with their thresholds.</summary>
    public IReadOnlyList<QualityRule> Active => [.. (File?.All ?? []).Where(r => Tunings.GetValueOrDefault(r.Code) is not { IsOff: true }).Select(Tuned)];

    /// <summary>A rule with its thresholds, whether it speaks or not; null when there is none.</summary>
    public QualityRule? Find(string code) => File?.Find(code) is { } rule ? Tuned(rule) : null;

    private QualityRule Tuned(QualityRule rule) => Tunings.TryGetValue(rule.Code, out var tuning) ? rule.With(RuleSettings.Read(tuning.Settings)) : rule;
}

/// <summary>Thresholds as they are kept.</summary>
public static class RuleSettings
{
    public static string Write(IReadOnlyDictionary<string, decimal> settings) => string.Join(
        ';', settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}={s.Value}")));

    public static IReadOnlyDictionary<string, decimal> Read(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('='))
        .ToDictionary(s => s[0], s => decimal.Parse(s[1], CultureInfo.InvariantCulture));
}

/// <summary>Reads the rules: the file that travels with the program, once for each framework that a campaign pins, then what the federation changed of it.</summary>
public sealed class RuleCatalog(FrameworkCatalog frameworks)
{
    private readonly ConcurrentDictionary<Guid, QualityRulesReading> known = new();

    public async Task<CampaignRules> OfAsync(AppDb db, Campaign campaign, CancellationToken cancel)
    {
        if (!known.TryGetValue(campaign.Id, out var reading))
        {
            var framework = (await frameworks.OfAsync(db, campaign, cancel)).Framework;
            reading = known.GetOrAdd(campaign.Id, QualityFolder.FileOf(LoadFrameworks.Folder, framework.Code) is { } file
                ? QualityRules.Read(await File.ReadAllTextAsync(file, cancel), framework)
                : new QualityRulesReading(null, []));
        }

        var tunings = await db.RuleTunings.AsNoTracking().Where(t => t.FrameworkCode == campaign.FrameworkCode).ToDictionaryAsync(t => t.Rule, cancel);
        return new CampaignRules(reading.Rules, reading.Faults, tunings);
    }
}
