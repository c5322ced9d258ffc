using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Dashboards;

/// <summary>Whether bodies see the names and values of similar bodies: closed, unless the federation opens it; a setting of the instance, under trail.</summary>
public sealed class PeerNames(AppDb db, Writing writing)
{
    /// <summary>Name of the field.</summary>
    public const string Field = "noms";

    internal const string Name = "peer-names";
    private const string Open = "open";

    public async Task<bool> AreOpenAsync(CancellationToken cancel) =>
        await db.Settings.AsNoTracking().AnyAsync(s => s.Name == Name && s.Value == Open, cancel);

    public Task<Outcome<bool>> ChangeAsync(Actor actor, bool open, Guid key, CancellationToken cancel) => actor.May(Permission.ManageAccounts)
        ? writing.OnceAsync(key, now => ChangeAsync(actor, open, now, cancel), cancel)
        : Task.FromResult(Outcome.Missing<bool>());

    private async Task<Outcome<bool>> ChangeAsync(Actor actor, bool open, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = await db.Settings.SingleOrDefaultAsync(s => s.Name == Name, cancel);
        if ((kept?.Value == Open) == open)
        {
            return Outcome.Done(open);
        }

        if (kept is null)
        {
            db.Settings.Add(kept = new Setting { Name = Name, Value = "" });
        }

        kept.Value = open ? Open : "closed";
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("dashboards.peer-names", null, null, new { Open = !open }, new { Open = open })], cancel);
        return Outcome.Done(open);
    }
}
