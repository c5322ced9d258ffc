using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Outbox;

/// <summary>Somebody who may be told.</summary>
public sealed record Recipient(Guid Account, string Name, string Email, MessageChoice Choice);

/// <summary>A body and the organisation that reviews it.</summary>
public readonly record struct Around(OrganizationCode Body, OrganizationCode Reviewer);

/// <summary>Who is around some bodies: those who enter, sign, review and accept, with what they chose. Read once for many bodies.</summary>
public sealed class Concerned
{
    private readonly IReadOnlyDictionary<Guid, Recipient> people;
    private readonly ILookup<(Role Role, OrganizationCode? Scope), Guid> held;

    private Concerned(IReadOnlyDictionary<Guid, Recipient> people, ILookup<(Role, OrganizationCode?), Guid> held)
    {
        this.people = people;
        this.held = held;
    }

    /// <param name="also">Accounts to know beside those who hold a role.</param>
    public static async Task<Concerned> OfAsync(AppDb db, IReadOnlyCollection<Around> bodies, IReadOnlyCollection<Guid> also, DateTimeOffset now, CancellationToken cancel)
    {
        var scopes = bodies.SelectMany(b => (OrganizationCode?[])[b.Body, b.Reviewer]).Distinct().ToList();
        var codes = bodies.Select(b => b.Body).Distinct().ToList();
        var grants = await db.Grants.AsNoTracking()
            .Where(g => g.Role == Role.Federation || (scopes.Contains(g.Scope) && (g.Role == Role.Contributor || g.Role == Role.Director || g.Role == Role.Coordinator)))
            .Select(g => new { g.AccountId, g.Role, g.Scope }).ToListAsync(cancel);
        var delegated = await db.Delegations.AsNoTracking()
            .Where(d => codes.Contains(d.Organization) && d.WithdrawnAt == null && d.From <= now && d.To > now).Select(d => new { d.AccountId, d.Organization }).ToListAsync(cancel);
        var ids = grants.Select(g => g.AccountId).Concat(delegated.Select(d => d.AccountId)).Concat(also).Distinct().ToList();
        var people = await (
            from account in db.Users.AsNoTracking()
            where ids.Contains(account.Id) && account.DisabledAt == null
            join choice in db.MessageChoices.AsNoTracking() on account.Id equals choice.AccountId into choices
            from choice in choices.DefaultIfEmpty()
            select new { account.Id, account.DisplayName, account.Email, Choice = choice }).ToListAsync(cancel);
        return new Concerned(
            people.ToDictionary(p => p.Id, p => new Recipient(p.Id, p.DisplayName, p.Email!, p.Choice ?? new MessageChoice { AccountId = p.Id })),
            grants.Select(g => (Key: (g.Role, g.Role == Role.Federation ? null : g.Scope), g.AccountId))
                .Concat(delegated.Select(d => (Key: (Role.Director, (OrganizationCode?)d.Organization), d.AccountId)))
                .ToLookup(g => g.Key, g => g.AccountId));
    }

    /// <summary>Those of an audience around a body, each once, by name.</summary>
    public IReadOnlyList<Recipient> Of(Around body, Audience audience, IEnumerable<Guid> also)
    {
        var found = new HashSet<Guid>(also);
        if (audience.HasFlag(Audience.Contributors))
        {
            found.UnionWith(held[(Role.Contributor, body.Body)]);
        }

        if (audience.HasFlag(Audience.Directors))
        {
            found.UnionWith(held[(Role.Director, body.Body)]);
        }

        if (audience.HasFlag(Audience.Reviewer))
        {
            // The same rule as for reviewing: nobody but the federation reviews a fund, or a body whose fund has no coordinator.
            var coordinators = body.Reviewer == body.Body ? [] : held[(Role.Coordinator, body.Reviewer)].ToList();
            found.UnionWith(coordinators.Count > 0 ? coordinators : held[(Role.Federation, null)]);
        }

        if (audience.HasFlag(Audience.Federation))
        {
            found.UnionWith(held[(Role.Federation, null)]);
        }

        return [.. found.Select(people.GetValueOrDefault).OfType<Recipient>().OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.Account)];
    }
}
