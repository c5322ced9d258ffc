using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Gives a role to an account, or takes it away: the next request of the person already follows it.</summary>
public sealed class ChangeGrants(AppDb db, Writing writing)
{
    public Task<Outcome<Guid>> GiveAsync(Actor actor, Guid accountId, Role? role, OrganizationCode? scope, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => GiveAsync(actor, accountId, role, scope, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<Guid>());

    public Task<Outcome<Guid>> RemoveAsync(Actor actor, Guid accountId, Guid grantId, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => RemoveAsync(actor, accountId, grantId, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<Guid>());

    private async Task<Outcome<Guid>> GiveAsync(
        Actor actor, Guid accountId, Role? role, OrganizationCode? scope, DateTimeOffset now, CancellationToken cancel)
    {
        var account = await db.Users.Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == accountId, cancel);
        if (account is null)
        {
            return Outcome.Missing<Guid>();
        }

        var problems = await GrantGuards.RefusingAsync(db, role, scope, now, cancel);
        if (problems.Count == 0 && account.Grants.Any(g => g.Role == role && g.Scope == scope))
        {
            problems.Add(new Problem("accounts.grant-already", "role"));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<Guid>(problems);
        }

        var grant = new AccountGrant { AccountId = accountId, Role = role!.Value, Scope = scope, GrantedAt = now };
        db.Grants.Add(grant);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.give", scope, accountId, null, new { grant.Role })], cancel);
        return Outcome.Done(grant.Id);
    }

    private async Task<Outcome<Guid>> RemoveAsync(Actor actor, Guid accountId, Guid grantId, DateTimeOffset now, CancellationToken cancel)
    {
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Id == grantId && g.AccountId == accountId, cancel);
        if (grant is null)
        {
            return Outcome.Missing<Guid>();
        }

        // So that nobody shuts the administration with themselves outside.
        if (accountId == actor.Id && PermissionTable.Of(Permission.ManageAccounts, grant.Role) == Reach.Everything)
        {
            return Outcome.Refused<Guid>(new Problem("accounts.not-oneself", null));
        }

        db.Grants.Remove(grant);
        List<TrailEntry> entries = [new TrailEntry("accounts.remove", grant.Scope, accountId, new { grant.Role }, null)];
        if (grant.Role == Role.Contributor)
        {
            entries.AddRange(await EndAssignmentsAsync(actor, accountId, grant.Scope, now, cancel));
        }

        await TrailWriter.AppendAsync(db, actor, now, entries, cancel);
        return Outcome.Done(grant.Id);
    }

    // Else whoever left a body would keep the questions that it had assigned to them.
    private async Task<IEnumerable<TrailEntry>> EndAssignmentsAsync(Actor actor, Guid accountId, OrganizationCode? body, DateTimeOffset now, CancellationToken cancel)
    {
        var running = await db.Assignments.Where(a => a.AccountId == accountId && a.Organization == body && a.EndedAt == null).ToListAsync(cancel);
        foreach (var assignment in running)
        {
            (assignment.EndedAt, assignment.EndedBy) = (now, actor.Name);
            assignment.Version++;
        }

        return running.Select(a => new TrailEntry("submissions.end-assignment", a.Organization, a.SubmissionId, new { Assignment = a.Id, a.Email }, null));
    }
}
