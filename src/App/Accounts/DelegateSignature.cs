using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>To whom, from which day to which, both included.</summary>
public sealed record NewDelegation(OrganizationCode Organization, Guid? Account, DateOnly? From, DateOnly? To);

/// <summary>A delegation that was given or taken back.</summary>
public sealed record DelegationMade(Guid Id, string Name);

/// <summary>A director delegates the signature of the body for some time, and takes it back. What was received is not passed on.</summary>
public sealed class DelegateSignature(AppDb db, Writing writing)
{
    /// <summary>Longest delegation.</summary>
    public const int MostDays = 366;

    public Task<Outcome<DelegationMade>> GiveAsync(Actor actor, NewDelegation asked, Guid key, CancellationToken cancel) =>
        IsDirector(actor, asked.Organization)
            ? writing.OnceAsync(key, now => GiveAsync(actor, asked, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<DelegationMade>());

    public Task<Outcome<DelegationMade>> WithdrawAsync(Actor actor, Guid id, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => WithdrawAsync(actor, id, now, cancel), cancel);

    /// <summary>Whether this person is the director of a body, and not by delegation.</summary>
    public static bool IsDirector(Actor actor, OrganizationCode body) =>
        actor.Grants.Any(g => g is { Role: Role.Director, DelegatedBy: null } && g.Scope == body);

    private async Task<Outcome<DelegationMade>> GiveAsync(Actor actor, NewDelegation asked, DateTimeOffset now, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(
            a => a.Id == asked.Account && a.Id != actor.Id && a.DisabledAt == null && a.Grants.Any(g => g.Scope == asked.Organization), cancel);
        var problems = Refusing(asked, now).ToList();
        if (account is null)
        {
            problems.Insert(0, new Problem("accounts.delegate-unknown", "account"));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<DelegationMade>(problems);
        }

        var row = new Delegation
        {
            Organization = asked.Organization,
            AccountId = account!.Id,
            Name = account.ToActor().Name,
            From = StartOf(asked.From!.Value),
            To = StartOf(asked.To!.Value.AddDays(1)),
            At = now,
            By = actor.Name,
            ById = actor.Id,
        };
        db.Delegations.Add(row);
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.delegate", row.Organization, row.Id, null, new { row.Name, row.From, row.To })], cancel);
        return Outcome.Done(new DelegationMade(row.Id, row.Name));
    }

    private async Task<Outcome<DelegationMade>> WithdrawAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Delegations.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } row || !IsDirector(actor, row.Organization))
        {
            return Outcome.Missing<DelegationMade>();
        }

        if (row.IsOver(now))
        {
            return Outcome.Refused<DelegationMade>(new Problem("accounts.delegation-over", null));
        }

        row.WithdrawnAt = now;
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("accounts.withdraw-delegation", row.Organization, row.Id, new { row.Name, row.From, row.To }, null)], cancel);
        return Outcome.Done(new DelegationMade(row.Id, row.Name));
    }

    private static IEnumerable<Problem> Refusing(NewDelegation asked, DateTimeOffset now)
    {
        if (asked.From is null)
        {
            yield return new Problem("accounts.delegation-day", "from");
        }

        if (asked.To is not { } to)
        {
            yield return new Problem("accounts.delegation-day", "to");
        }
        else if (asked.From is { } from && to < from)
        {
            yield return new Problem("accounts.delegation-order", "to");
        }
        else if (StartOf(to.AddDays(1)) <= now)
        {
            yield return new Problem("accounts.delegation-past", "to");
        }
        else if (asked.From is { } first && to.DayNumber - first.DayNumber >= MostDays)
        {
            yield return new Problem("accounts.delegation-long", "to", MostDays);
        }
    }

    private static DateTimeOffset StartOf(DateOnly day) =>
        Deadline.StartOf(day, Deadline.Paris) is Outcome<DateTimeOffset>.Done start ? start.Value : throw new InvalidOperationException($"{day} has no beginning in Paris.");
}
