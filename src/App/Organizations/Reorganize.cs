using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>What an act on the organisations does, in numbers.</summary>
/// <param name="Change">The bodies concerned, on the day of the act.</param>
/// <param name="Campaigns">The campaigns under way in which they have a dossier.</param>
/// <param name="Accounts">Roles over a body that is there no more.</param>
/// <param name="Seal">Of the organisations before the act: told back when it is done.</param>
public sealed record ReorganizationEffect(
    TreeChange Change, IReadOnlyList<CampaignConcerned> Campaigns, IReadOnlyList<ScopeLost> Accounts, string Seal);

/// <summary>A campaign under way with dossiers of bodies that an act is about. Their places were pinned when it opened: they do not move.</summary>
/// <param name="IsBehind">Whether the act holds on the tree date of the campaign: its dossiers then stand as the tree was known when it opened.</param>
public sealed record CampaignConcerned(int Year, int Dossiers, int Started, bool IsBehind);

/// <summary>A role over a body that is there no more.</summary>
public sealed record ScopeLost(Guid AccountId, string Name, Grant Grant);

/// <summary>An act on the organisations that was done.</summary>
public sealed record Reorganized(int Concerned);

/// <summary>
/// Creates, closes, merges, splits, moves and renames organisations from a day on. The register that comes of it must be sound as a whole, as
/// for an import, and no closed year may be told otherwise. Campaigns that are open keep the places pinned when they opened.
/// </summary>
public sealed class Reorganize(AppDb db, Writing writing)
{
    /// <summary>What it would do, or every reason why not; nothing is kept.</summary>
    public async Task<Outcome<ReorganizationEffect>> PreviewAsync(Actor actor, Reorganization act, CancellationToken cancel) =>
        actor.May(Permission.ManageReference)
            ? await PlanAsync(act, cancel) switch
            {
                Outcome<Plan>.Done done => Outcome.Done(await EffectAsync(act, done.Value, cancel)),
                Outcome<Plan>.Refused refused => Outcome.Refused<ReorganizationEffect>(refused.Problems),
                _ => Outcome.Missing<ReorganizationEffect>(),
            }
            : Outcome.Missing<ReorganizationEffect>();

    /// <param name="seal">That of the effect that was shown: stale when the organisations are no longer those.</param>
    public Task<Outcome<Reorganized>> RunAsync(Actor actor, Reorganization act, string seal, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageReference)
            ? writing.OnceAsync(key, now => RunAsync(actor, act, seal, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<Reorganized>());

    private async Task<Outcome<Reorganized>> RunAsync(Actor actor, Reorganization act, string seal, DateTimeOffset now, CancellationToken cancel)
    {
        var outcome = await PlanAsync(act, cancel);
        if (outcome is not Outcome<Plan>.Done { Value: var plan })
        {
            return outcome is Outcome<Plan>.Refused refused ? Outcome.Refused<Reorganized>(refused.Problems) : Outcome.Missing<Reorganized>();
        }

        if (SealOf(plan.Before) != seal)
        {
            return new Outcome<Reorganized>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }

        var (was, then) = (Lines(plan.Before), Lines(plan.After));
        var codes = was.Keys.Union(then.Keys).Where(c => !was.GetValueOrDefault(c, []).SequenceEqual(then.GetValueOrDefault(c, []))).ToList();
        db.Organizations.RemoveRange(plan.Rows.Where(r => codes.Contains(r.Code)));
        db.Organizations.AddRange(plan.After.Periods.Where(p => codes.Contains(p.Code)).Select(OrganizationRow.Of));
        await TrailWriter.AppendAsync(
            db, actor, now,
            [
                .. codes.Order(Comparer<OrganizationCode>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))).Select(code => new TrailEntry(
                    "organizations.reorganize", code, null, was.TryGetValue(code, out var before) ? new { periods = before } : null,
                    new { act = NameOf(act), day = act.Day, periods = then.GetValueOrDefault(code, []) })),
            ],
            cancel);
        return Outcome.Done(new Reorganized(codes.Count));
    }

    private async Task<Outcome<Plan>> PlanAsync(Reorganization act, CancellationToken cancel)
    {
        var rows = await db.Organizations.ToListAsync(cancel);
        var before = ((Outcome<OrganizationRegister>.Done)OrganizationRegister.Of([.. rows.Select(r => r.ToPeriod())])).Value;
        var problems = new List<Problem>();
        var closed = await db.Campaigns.Where(c => c.ClosedAt != null && c.TreeDate >= act.Day).OrderBy(c => c.Year).Select(c => new { c.Year, c.TreeDate }).ToListAsync(cancel);
        problems.AddRange(closed.Select(c => new Problem(ReorganizationProblems.ClosedYear, "date", c.Year, c.TreeDate)));
        var outcome = act.ApplyTo(before);
        problems.AddRange(outcome is Outcome<OrganizationRegister>.Refused refused ? refused.Problems : []);
        return problems.Count == 0 && outcome is Outcome<OrganizationRegister>.Done done
            ? Outcome.Done(new Plan(rows, before, done.Value))
            : Outcome.Refused<Plan>(problems);
    }

    private async Task<ReorganizationEffect> EffectAsync(Reorganization act, Plan plan, CancellationToken cancel)
    {
        var change = TreeChange.Between(plan.Before.At(act.Day), plan.After.At(act.Day));
        var codes = change.Codes.ToList();
        var campaigns = await db.Submissions.AsNoTracking().Where(s => s.Campaign.ClosedAt == null && codes.Contains(s.Organization))
            .GroupBy(s => new { s.Campaign.Year, s.Campaign.TreeDate })
            .Select(g => new { g.Key.Year, g.Key.TreeDate, Dossiers = g.Count(), Started = g.Count(s => s.StartedAt != null) }).ToListAsync(cancel);
        var left = change.Left.Select(o => (OrganizationCode?)o.Code).ToList();
        var accounts = await db.Users.AsNoTracking().Where(a => a.DisabledAt == null)
            .SelectMany(a => a.Grants.Where(g => left.Contains(g.Scope)), (a, g) => new { a.Id, a.DisplayName, g.Role, g.Scope }).ToListAsync(cancel);
        return new ReorganizationEffect(
            change,
            [.. campaigns.OrderBy(c => c.Year).Select(c => new CampaignConcerned(c.Year, c.Dossiers, c.Started, c.TreeDate >= act.Day))],
            [.. accounts.OrderBy(a => a.DisplayName, StringComparer.CurrentCulture).Select(a => new ScopeLost(a.Id, a.DisplayName, new Grant(a.Role, a.Scope)))],
            SealOf(plan.Before));
    }

    private static Dictionary<OrganizationCode, List<string>> Lines(OrganizationRegister register) =>
        register.Periods.GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.Select(OrganizationsCsvWriting.LineOf).ToList());

    private static string SealOf(OrganizationRegister register) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', register.Periods.Select(OrganizationsCsvWriting.LineOf)))));

    private static string NameOf(Reorganization act) => act.GetType().Name;

    private sealed record Plan(IReadOnlyList<OrganizationRow> Rows, OrganizationRegister Before, OrganizationRegister After);
}
