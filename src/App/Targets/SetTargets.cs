using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Targets;

namespace Responsables.App.Targets;

/// <summary>What became of the targets of a form or a file.</summary>
public sealed record TargetsKept(int Created, int Changed, int Unchanged, bool DryRun);

/// <summary>A target that was taken away.</summary>
public sealed record TargetRemoved(NodeKey Node, string Indicator);

/// <summary>
/// Sets targets: the federation anywhere, a coordinator for their fund and what is below it, a body for itself. A target of the same node,
/// figure and year is replaced. All faults at once; all or nothing.
/// </summary>
public sealed class SetTargets(AppDb db, TargetGuards guards, Writing writing)
{
    public Task<Outcome<TargetsKept>> RunAsync(Actor actor, IReadOnlyList<TargetInput> targets, bool dryRun, Guid key, CancellationToken cancel) =>
        !actor.MaySomewhere(Permission.SetTargets) ? Task.FromResult(Outcome.Missing<TargetsKept>())
        : dryRun ? writing.RehearseAsync(now => KeepAsync(actor, targets, true, now, cancel), cancel)
        : writing.OnceAsync(key, now => KeepAsync(actor, targets, false, now, cancel), cancel);

    /// <summary>Reads the targets of a file, and sets them.</summary>
    public async Task<Outcome<TargetsKept>> ImportAsync(Actor actor, Stream file, bool dryRun, Guid key, CancellationToken cancel)
    {
        if (!actor.MaySomewhere(Permission.SetTargets))
        {
            return Outcome.Missing<TargetsKept>();
        }

        var read = await TargetsCsv.ReadAsync(file, cancel);
        if (read.Problems.Count == 0)
        {
            return await RunAsync(actor, read.Rows, dryRun, key, cancel);
        }

        // The other lines are checked too, so that everything is told at once.
        var (_, problems) = await guards.CheckAsync(actor, read.Rows, cancel);
        return Outcome.Refused<TargetsKept>([.. read.Problems, .. problems]);
    }

    /// <summary>Takes a target away; the trail keeps what it was.</summary>
    public Task<Outcome<TargetRemoved>> RemoveAsync(Actor actor, Guid id, Guid key, CancellationToken cancel) => writing.OnceAsync(
        key,
        async now =>
        {
            if (await db.Targets.SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } row || !await guards.MaySetAsync(actor, row.Node, cancel))
            {
                return Outcome.Missing<TargetRemoved>();
            }

            db.Targets.Remove(row);
            await TrailWriter.AppendAsync(db, actor, now, [Entry("targets.remove", row, Told(row), null)], cancel);
            return Outcome.Done(new TargetRemoved(row.Node, row.Indicator.Value));
        },
        cancel);

    private async Task<Outcome<TargetsKept>> KeepAsync(Actor actor, IReadOnlyList<TargetInput> inputs, bool dryRun, DateTimeOffset now, CancellationToken cancel)
    {
        var (targets, problems) = await guards.CheckAsync(actor, inputs, cancel);
        if (problems.Count > 0)
        {
            return Outcome.Refused<TargetsKept>(problems);
        }

        var nodes = targets.Select(t => t.Node).Distinct().ToList();
        var known = (await db.Targets.Where(t => nodes.Contains(t.Node)).ToListAsync(cancel)).ToDictionary(t => (t.Node, t.Indicator, t.Output, t.Year));
        var (created, changed) = (0, 0);
        var entries = new List<TrailEntry>();
        foreach (var target in targets)
        {
            var before = known.GetValueOrDefault((target.Node, target.Indicator, target.Output, target.Year));
            if (before?.ToTarget() == target)
            {
                continue;
            }

            var was = before is null ? null : Told(before);
            var row = before ?? Added(target, actor, now);
            (row.Kind, row.BaselineYear, row.BaselineValue, row.Value, row.Side, row.Source) =
                (target.Kind, target.BaselineYear, target.BaselineValue, target.Value, target.Side, target.Source);
            (row.At, row.By, row.Version) = (now, actor.Name, row.Version + 1);
            (created, changed) = before is null ? (created + 1, changed) : (created, changed + 1);
            entries.Add(Entry("targets.set", row, was, Told(row)));
        }

        await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
        return Outcome.Done(new TargetsKept(created, changed, targets.Count - created - changed, dryRun));
    }

    private TargetRow Added(Target target, Actor actor, DateTimeOffset now)
    {
        var row = new TargetRow
        {
            Node = target.Node, Indicator = target.Indicator, Output = target.Output, Year = target.Year, Kind = target.Kind, BaselineYear = target.BaselineYear,
            Value = target.Value, Side = target.Side, Source = target.Source, At = now, By = actor.Name,
        };
        db.Targets.Add(row);
        return row;
    }

    private static TrailEntry Entry(string act, TargetRow row, object? before, object? after) =>
        new(act, new OrganizationCode(row.Node.Value), row.Id, before, after);

    private static object Told(TargetRow row) => new
    {
        Node = row.Node.Value, Indicator = row.Indicator.Value, row.Output, row.Year, row.Kind, row.BaselineYear, row.BaselineValue, row.Value, row.Side, row.Source,
    };
}
