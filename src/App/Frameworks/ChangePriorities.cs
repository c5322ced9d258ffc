using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Frameworks;

/// <summary>The priorities wanted of a framework.</summary>
/// <param name="Version">The version they were decided upon: another one since makes the request stale.</param>
/// <param name="Wanted">Priority of each indicator; those left out stay as they are.</param>
/// <param name="Confirmed">Indicators whose uncertain priority is confirmed as it is.</param>
public sealed record PrioritiesWanted(
    FrameworkCode Code, int Version, IReadOnlyDictionary<IndicatorCode, Priority> Wanted, IReadOnlySet<IndicatorCode> Confirmed);

/// <summary>
/// Changes which indicators are priority, by making a new version of the framework. Campaigns already open keep theirs; those opened
/// afterwards take the new one.
/// </summary>
public sealed class ChangePriorities(AppDb db, Writing writing, FrameworkCatalog catalog)
{
    public Task<Outcome<int>> RunAsync(Actor actor, PrioritiesWanted wanted, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageReference)
            ? writing.OnceAsync(key, now => ChangeAsync(actor, wanted, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<int>());

    private async Task<Outcome<int>> ChangeAsync(Actor actor, PrioritiesWanted wanted, DateTimeOffset now, CancellationToken cancel)
    {
        if (await catalog.LatestAsync(db, wanted.Code, cancel) is not { Framework: var framework })
        {
            return Outcome.Missing<int>();
        }

        if (framework.Version != wanted.Version)
        {
            return new Outcome<int>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }

        var unknown = wanted.Wanted.Keys.Concat(wanted.Confirmed).Where(c => framework.FindIndicator(c) is null).Distinct().ToList();
        if (unknown.Count > 0)
        {
            return Outcome.Refused<int>([.. unknown.Select(c => new Problem("frameworks.indicator-unknown", c.Value, c))]);
        }

        var changes = framework.Indicators
            .Select(i => (Indicator: i, Priority: wanted.Wanted.TryGetValue(i.Code, out var priority) ? priority : i.Priority))
            .Where(c => c.Priority != c.Indicator.Priority || (!c.Indicator.PriorityCertain && wanted.Confirmed.Contains(c.Indicator.Code)))
            .ToList();
        if (changes.Count == 0)
        {
            return Outcome.Refused<int>(new Problem("frameworks.priorities-unchanged", null));
        }

        var row = await db.FrameworkVersions.AsNoTracking().SingleAsync(f => f.Code == wanted.Code && f.Version == wanted.Version, cancel);
        var version = framework.Version + 1;
        var yaml = PriorityEdits.Of(row.Yaml, framework, version, [.. changes.Select(c => new PriorityChange(c.Indicator.Code, c.Priority))]);
        if (yaml is null || !Reads(yaml, framework, version, changes))
        {
            return Outcome.Refused<int>(new Problem("frameworks.not-editable", null));
        }

        db.FrameworkVersions.Add(FrameworkVersion.Of(wanted.Code, version, yaml, now));
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry("frameworks.priorities", null, null,
                new { Code = wanted.Code.Value, framework.Version, Priorities = changes.ToDictionary(c => c.Indicator.Code.Value, c => c.Indicator.Priority) },
                new { Code = wanted.Code.Value, Version = version, Priorities = changes.ToDictionary(c => c.Indicator.Code.Value, c => c.Priority) })],
            cancel);
        return Outcome.Done(version);
    }

    /// <summary>Whether the new text reads as the old one with these priorities, no more and no less.</summary>
    private static bool Reads(string yaml, Framework before, int version, List<(Indicator Indicator, Priority Priority)> changes)
    {
        var wanted = changes.ToDictionary(c => c.Indicator.Code, c => (c.Priority, true));
        return FrameworkReader.Read(yaml).Framework is { } after
            && after.Code == before.Code
            && after.Version == version
            && after.Variables.Count == before.Variables.Count
            && after.Indicators.Select(i => (i.Code, i.Priority, i.PriorityCertain)).SequenceEqual(
                before.Indicators.Select(i => wanted.TryGetValue(i.Code, out var w) ? (i.Code, w.Item1, w.Item2) : (i.Code, i.Priority, i.PriorityCertain)));
    }
}
