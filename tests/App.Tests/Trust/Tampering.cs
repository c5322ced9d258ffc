using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.World;

namespace Responsables.App.Tests.Trust;

/// <summary>What was done to the trail, and the row that should be named for it.</summary>
internal sealed record Mutation(string Kind, long Sequence);

/// <summary>Changes the trail behind the application's back.</summary>
internal static class Tampering
{
    private static readonly string[] Columns = ["At", "Actor", "ActorId", "Act", "Organization", "SubjectId", "Before", "After", "Seal"];

    public static async Task<Mutation> MutateAsync(AppDb db, Random random, long last)
    {
        var row = random.NextInt64(1, last + 1);
        switch (random.Next(12))
        {
            case 0:
                await db.ExecuteAsync("""DELETE FROM trail WHERE "Sequence" = {0}""", row);
                return new("delete", row);
            case 1:
                await InsertAsync(db, row);
                return new("insert", row);
            case 2:
                await AppendAsync(db, last);
                return new("append", last + 1);
            case 3:
                await PrependAsync(db);
                return new("prepend", 0);
            case 4:
                var other = row == last ? row - 1 : row + 1 + random.NextInt64(last - row);
                await SwapAsync(db, Math.Min(row, other), Math.Max(row, other));
                return new("swap", Math.Min(row, other));
            case 5:
                await db.ExecuteAsync("""DELETE FROM trail WHERE "Sequence" >= {0}""", row);
                return new("truncate", row);
            case 6:
                return await HeadAsync(db, random, last);
            default:
                var column = Columns[random.Next(Columns.Length)];
                await FlipAsync(db, random, row, column);
                return new($"flip {column}", row);
        }
    }

    /// <summary>Seals every row and the head anew, as the application would have.</summary>
    public static async Task<int> SealAnewAsync(AppDb db)
    {
        var seal = TrailWriter.Origin;
        foreach (var row in await db.Trail.AsNoTracking().OrderBy(t => t.Sequence).ToListAsync())
        {
            seal = TrailWriter.SealOf(row, seal);
            await db.ExecuteAsync("""UPDATE trail SET "Seal" = {0} WHERE "Sequence" = {1}""", seal, row.Sequence);
        }

        return await db.ExecuteAsync("""UPDATE trail_head SET "Seal" = {0}""", seal);
    }

    private static async Task<Mutation> HeadAsync(AppDb db, Random random, long last)
    {
        switch (random.Next(4))
        {
            case 0:
                await db.ExecuteAsync("DELETE FROM trail_head");
                return new("head gone", 0);
            case 1:
                var before = await db.Trail.AsNoTracking().SingleAsync(t => t.Sequence == last - 1);
                await db.ExecuteAsync("""UPDATE trail_head SET "Sequence" = {0}, "Seal" = {1}""", before.Sequence, before.Seal);
                return new("head back", last);
            case 2:
                await db.ExecuteAsync("""UPDATE trail_head SET "Sequence" = "Sequence" + 1""");
                return new("head forward", last + 1);
            default:
                await db.ExecuteAsync("""UPDATE trail_head SET "Seal" = {0}""", TrailWriter.Origin);
                return new("head seal", last + 1);
        }
    }

    /// <summary>One character, bit or tick of a column; a column that is absent gets something instead.</summary>
    private static async Task FlipAsync(AppDb db, Random random, long sequence, string column)
    {
        var row = await db.Trail.AsNoTracking().SingleAsync(t => t.Sequence == sequence);
        object value = column switch
        {
            "At" => row.At.UtcDateTime.AddMicroseconds(random.Next(2) == 0 ? 1 : -1),
            "Actor" => Flip(row.Actor, random),
            "ActorId" => Flip(row.ActorId, random),
            "Act" => Flip(row.Act, random),
            "Organization" => row.Organization is { } code ? Flip(code.Value, random) : SmallCode,
            "SubjectId" => Flip(row.SubjectId, random),
            "Before" => row.Before is { } before ? Flip(before, random) : "",
            "After" => row.After is { } after ? Flip(after, random) : "",
            _ => Flip(row.Seal, random),
        };
        await db.ExecuteAsync($$"""UPDATE trail SET "{{column}}" = {0} WHERE "Sequence" = {1}""", value, sequence);
    }

    private static string SmallCode => SmallFederation.School.Value;

    private static string Flip(string text, Random random)
    {
        var at = random.Next(text.Length);
        return text[..at] + (char)(text[at] ^ 1) + text[(at + 1)..];
    }

    private static Guid Flip(Guid? id, Random random)
    {
        var bytes = (id ?? Guid.Empty).ToByteArray();
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return new Guid(bytes);
    }

    // All that comes after makes room, as if the row had always been there; its own seal is right.
    private static async Task InsertAsync(AppDb db, long at)
    {
        await db.ExecuteAsync("""UPDATE trail SET "Sequence" = -"Sequence" WHERE "Sequence" >= {0}""", at);
        await db.ExecuteAsync("""UPDATE trail SET "Sequence" = 1 - "Sequence" WHERE "Sequence" < 0""");
        await CopyAsync(db, at == 1 ? 3 : at - 1, at);
    }

    private static async Task AppendAsync(AppDb db, long last)
    {
        await CopyAsync(db, last, last + 1);
        var rows = await db.Trail.AsNoTracking().Where(t => t.Sequence >= last).OrderBy(t => t.Sequence).ToListAsync();
        await db.ExecuteAsync("""UPDATE trail SET "Seal" = {0} WHERE "Sequence" = {1}""", TrailWriter.SealOf(rows[1], rows[0].Seal), last + 1);
    }

    private static async Task PrependAsync(AppDb db)
    {
        await CopyAsync(db, 1, 0);
        var row = await db.Trail.AsNoTracking().SingleAsync(t => t.Sequence == 0);
        await db.ExecuteAsync("""UPDATE trail SET "Seal" = {0} WHERE "Sequence" = 0""", TrailWriter.SealOf(row, TrailWriter.Origin));
    }

    private static Task<int> CopyAsync(AppDb db, long from, long to) => db.ExecuteAsync(
        """
        INSERT INTO trail ("Sequence", "At", "Actor", "ActorId", "Act", "Organization", "SubjectId", "Before", "After", "Seal")
        SELECT {1}, "At", "Actor", "ActorId", "Act", "Organization", "SubjectId", "Before", "After", "Seal" FROM trail WHERE "Sequence" = {0}
        """, from, to);

    private static async Task SwapAsync(AppDb db, long one, long other)
    {
        await db.ExecuteAsync("""UPDATE trail SET "Sequence" = -1 WHERE "Sequence" = {0}""", one);
        await db.ExecuteAsync("""UPDATE trail SET "Sequence" = {0} WHERE "Sequence" = {1}""", one, other);
        await db.ExecuteAsync("""UPDATE trail SET "Sequence" = {0} WHERE "Sequence" = -1""", other);
    }
}
