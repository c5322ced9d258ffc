using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>What an import of organisations did, or would do.</summary>
public sealed record OrganizationsImported(int Created, int Changed, int Unchanged, bool DryRun);

/// <summary>
/// Replaces the periods of the organisations that a file lists and leaves the others; the register that comes of it must be sound as a
/// whole. All or nothing.
/// </summary>
public sealed class ImportOrganizations(AppDb db, Writing writing)
{
    public async Task<Outcome<OrganizationsImported>> RunAsync(Actor actor, Stream file, bool dryRun, Guid key, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageReference))
        {
            return Outcome.Missing<OrganizationsImported>();
        }

        var kept = await db.Organizations.AsNoTracking().ToListAsync(cancel);
        return await OrganizationsCsv.ReadAsync(file, kept: [.. kept.Select(r => r.ToPeriod())], stop: cancel) switch
        {
            Outcome<IReadOnlyList<OrganizationPeriod>>.Done read => await RunAsync(actor, read.Value, dryRun, key, cancel),
            Outcome<IReadOnlyList<OrganizationPeriod>>.Refused refused => Outcome.Refused<OrganizationsImported>(refused.Problems),
            _ => Outcome.Missing<OrganizationsImported>(),
        };
    }

    public Task<Outcome<OrganizationsImported>> RunAsync(
        Actor actor, IReadOnlyList<OrganizationPeriod> periods, bool dryRun, Guid key, CancellationToken cancel) =>
        dryRun
            ? writing.RehearseAsync(now => ImportAsync(actor, periods, dryRun, now, cancel), cancel)
            : writing.OnceAsync(key, now => ImportAsync(actor, periods, dryRun, now, cancel), cancel);

    private async Task<Outcome<OrganizationsImported>> ImportAsync(
        Actor actor, IReadOnlyList<OrganizationPeriod> periods, bool dryRun, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = (await db.Organizations.ToListAsync(cancel)).ToLookup(o => o.Code);
        var listed = periods.ToLookup(p => p.Code);
        var others = kept.Where(o => !listed.Contains(o.Key)).SelectMany(o => o).Select(o => o.ToPeriod());
        if (OrganizationRegister.Of([.. periods, .. others]) is Outcome<OrganizationRegister>.Refused refused)
        {
            return Outcome.Refused<OrganizationsImported>(refused.Problems);
        }

        var before = new Dictionary<string, object>();
        var after = new Dictionary<string, object>();
        var unchanged = 0;
        foreach (var organization in listed)
        {
            var wanted = organization.Select(OrganizationRow.Of).OrderBy(Line, StringComparer.Ordinal).ToList();
            var there = kept[organization.Key].OrderBy(Line, StringComparer.Ordinal).ToList();
            if (wanted.Select(Line).SequenceEqual(there.Select(Line)))
            {
                unchanged++;
                continue;
            }

            if (there.Count > 0)
            {
                before[organization.Key.Value] = there.Select(Line);
            }

            after[organization.Key.Value] = wanted.Select(Line);
            db.Organizations.RemoveRange(there);
            db.Organizations.AddRange(wanted);
        }

        if (after.Count > 0)
        {
            await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("organizations.import", null, null, before, after)], cancel);
        }

        return Outcome.Done(new OrganizationsImported(after.Count - before.Count, before.Count, unchanged, dryRun));
    }

    /// <summary>A period as one line: two periods are the same when their lines are.</summary>
    private static string Line(OrganizationRow row) => OrganizationsCsvWriting.LineOf(row.ToPeriod());
}
