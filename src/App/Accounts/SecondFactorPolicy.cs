using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Which roles have to have a second factor: a setting of the instance, under trail.</summary>
public sealed class SecondFactorPolicy(AppDb db, Writing writing)
{
    internal const string Name = "second-factor-roles";

    private const char Separator = ';';

    /// <summary>The roles that ask for it.</summary>
    public async Task<IReadOnlyList<Role>> ReadAsync(CancellationToken cancel) =>
        RolesOf(await db.Settings.AsNoTracking().Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync(cancel));

    /// <summary>Sets them: whoever has one of these roles and no second factor has to set one up at their next request.</summary>
    public Task<Outcome<int>> ChangeAsync(Actor actor, IReadOnlyList<Role> roles, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageAccounts)
            ? writing.OnceAsync(key, now => ChangeAsync(actor, [.. roles.Distinct().Order()], now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<int>());

    internal static bool Asks(string? setting, IEnumerable<Role> held) => RolesOf(setting).Intersect(held).Any();

    private async Task<Outcome<int>> ChangeAsync(Actor actor, Role[] roles, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = await db.Settings.SingleOrDefaultAsync(s => s.Name == Name, cancel);
        var before = RolesOf(kept?.Value);
        if (!before.SequenceEqual(roles))
        {
            var value = string.Join(Separator, roles);
            if (kept is null)
            {
                db.Settings.Add(new Setting { Name = Name, Value = value });
            }
            else
            {
                kept.Value = value;
            }

            await TrailWriter.AppendAsync(
                db, actor, now, [new TrailEntry("accounts.require-second-factor", null, null, new { roles = before }, new { roles })], cancel);
        }

        return Outcome.Done(roles.Length);
    }

    private static List<Role> RolesOf(string? setting) =>
        [.. (setting ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(r => Enum.TryParse<Role>(r, out var role) ? role : (Role?)null).OfType<Role>()];
}
