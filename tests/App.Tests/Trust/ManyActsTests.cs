using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Tests.Support;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>Many acts appended at once go past the change tracker: they follow what was there, are sealed the same, and read back as they were.</summary>
public sealed class ManyActsTests
{
    private const int Acts = 120;

    [Theory, EachEngine]
    public async Task They_follow_each_other_and_are_found_sound(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        var there = await world.Database.ReadAsync(db => db.Trail.CountAsync());
        var person = new Actor(Guid.NewGuid(), "Quelqu’un", [], IsCommand: false);
        var start = new DateTimeOffset(2026, 1, 15, 8, 0, 0, TimeSpan.Zero).AddTicks(7);
        var acts = Enumerable.Range(0, Acts).Select(i => new TrailAct(
            i % 2 == 0 ? person : Actor.Command, start.AddMinutes(i),
            new TrailEntry("essais.acte", i % 3 == 0 ? null : SmallFederation.Alpha75, i % 5 == 0 ? null : Guid.NewGuid(), i % 7 == 0 ? null : new { Avant = "l’été" }, new { Rang = i })));

        await world.Database.WithAsync<AppDb, Outcome<int>>(db => new Writing(db, TimeProvider.System).OnceAsync(
            Guid.NewGuid(),
            async _ =>
            {
                await TrailWriter.AppendAsync(db, [.. acts], default);
                await TrailWriter.AppendAsync(db, person, start, [new TrailEntry("essais.suite", null, null, null, null)], default);
                return Outcome.Done(1);
            },
            default));

        var rows = await world.Database.ReadAsync(db => db.Trail.AsNoTracking().OrderBy(t => t.Sequence).Skip(there).ToListAsync());
        Assert.Equal(Acts + 1, rows.Count);
        Assert.Equal(Enumerable.Range(there + 1, Acts + 1).Select(i => (long)i), rows.Select(r => r.Sequence));
        Assert.Equal(("Quelqu’un", person.Id, """{"rang":0}"""), (rows[0].Actor, rows[0].ActorId!.Value, rows[0].After));
        Assert.Equal((null, SmallFederation.Alpha75, """{"avant":"l’été"}"""), (rows[1].ActorId, rows[1].Organization!.Value, rows[1].Before));
        Assert.Equal("essais.suite", rows[^1].Act);
        Assert.Empty(await world.Database.ReadAsync(async db => (await TrailVerification.RunAsync(db, default)).Faults));
    }
}
