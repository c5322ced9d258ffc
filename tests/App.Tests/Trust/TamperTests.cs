using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Tests.Support;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>
/// Goal G10: whatever somebody with the database changes in the trail, the verification finds it and names the row. Each mutation is made in
/// a transaction that is taken back. Controls: no change is no fault; rows sealed anew after the change (the hash off) are not found.
/// </summary>
public class TamperTests
{
    private const int Rows = 400;
    private const int Mutations = 200;
    private const int Seed = 20250215;

    [Theory, EachEngine]
    public async Task Every_mutation_of_the_trail_is_found_and_named(Engine engine)
    {
        await using var campaign = await WithTrailAsync(engine, Rows);
        var untouched = await VerifyAsync(campaign);
        Assert.Empty(untouched.Faults);
        await campaign.DropTriggersAsync();
        var random = new Random(Seed);
        var missed = new List<string>();
        var kinds = new SortedDictionary<string, int>();
        for (var i = 0; i < Mutations; i++)
        {
            await campaign.Database.ReadAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var mutation = await Tampering.MutateAsync(db, random, untouched.Rows);
                var report = await TrailVerification.RunAsync(db, default);
                kinds[mutation.Kind] = kinds.GetValueOrDefault(mutation.Kind) + 1;
                if (!report.Faults.Any(f => f.Sequence == mutation.Sequence))
                {
                    missed.Add($"{mutation}: {string.Join(", ", report.Faults.Take(3))}");
                }

                await transaction.RollbackAsync();
                return 0;
            });
        }

        Assert.Empty(missed);
        Assert.Equal(untouched.Seal, (await VerifyAsync(campaign)).Seal);
        Assert.Empty((await VerifyAsync(campaign)).Faults);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"G10 {engine}: {Mutations} of {Mutations} found and named ({string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value}"))})");
    }

    [Theory, EachEngine]
    public async Task A_row_that_cannot_be_read_is_named_like_any_other(Engine engine)
    {
        // PostgreSQL keeps no such value.
        if (engine == Engine.Sqlite)
        {
            await using var campaign = await WithTrailAsync(engine, 20);
            await campaign.DropTriggersAsync();
            await campaign.RunAsync("""UPDATE trail SET "At" = 'hier' WHERE "Sequence" = 7""");
            await campaign.RunAsync("""UPDATE trail SET "SubjectId" = 'x' WHERE "Sequence" = 8""");
            await campaign.RunAsync("""UPDATE trail SET "Actor" = 'x' WHERE "Sequence" = 12""");
            Assert.Equal([7L, 8L, 12L], (await VerifyAsync(campaign)).Faults.Select(f => f.Sequence));
        }
    }

    /// <summary>The limit of a chain: whoever seals everything anew is seen only by whoever kept the last seal elsewhere.</summary>
    [Theory, EachEngine]
    public async Task A_trail_sealed_anew_is_told_only_by_its_last_seal(Engine engine)
    {
        await using var campaign = await WithTrailAsync(engine, 50);
        var before = await VerifyAsync(campaign);
        await campaign.DropTriggersAsync();
        await campaign.RunAsync("""UPDATE trail SET "Actor" = 'personne' WHERE "Sequence" = 10""");
        Assert.Equal(10, (await VerifyAsync(campaign)).Faults[0].Sequence);
        await campaign.Database.ReadAsync(Tampering.SealAnewAsync);
        var after = await VerifyAsync(campaign);
        Assert.Empty(after.Faults);
        Assert.NotEqual(before.Seal, after.Seal);
    }

    [Theory, EachEngine]
    public async Task How_fast_a_trail_is_verified(Engine engine)
    {
        await using var campaign = await WithTrailAsync(engine, 20_000);
        await VerifyAsync(campaign);
        var watch = Stopwatch.StartNew();
        var report = await VerifyAsync(campaign);
        Assert.Empty(report.Faults);
        TestContext.Current.TestOutputHelper?.WriteLine($"G10 {engine}: {report.Rows / watch.Elapsed.TotalSeconds:N0} rows verified a second");
    }

    private static Task<TrailReport> VerifyAsync(SmallCampaign campaign) => campaign.Database.ReadAsync(db => TrailVerification.RunAsync(db, default));

    /// <summary>A small campaign and rows of every shape: with and without each thing that may be absent.</summary>
    private static async Task<SmallCampaign> WithTrailAsync(Engine engine, int rows)
    {
        var campaign = await SmallCampaign.OpenAsync(engine);
        var person = People.Of(Role.Contributor, SmallFederation.Alpha75);
        await campaign.Database.ReadAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var entries = Enumerable.Range(0, rows).Select(i => new TrailEntry(
                i % 2 == 0 ? "submissions.save" : "reviews.decide", i % 3 == 0 ? null : SmallFederation.Alpha75, i % 5 == 0 ? null : Guid.CreateVersion7(),
                i % 7 == 0 ? null : new { Value = $"avant « {i} »" }, i % 11 == 0 ? null : new { Value = $"après {i}" })).ToList();
            foreach (var half in entries.Chunk((rows / 2) + 1))
            {
                await TrailWriter.AppendAsync(db, half.Length % 2 == 0 ? Actor.Command : person, DateTimeOffset.UtcNow, half, default);
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });
        return campaign;
    }
}
