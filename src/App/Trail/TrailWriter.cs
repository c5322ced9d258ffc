using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Trail;

/// <summary>An act to be written in the trail.</summary>
public sealed record TrailEntry(string Act, OrganizationCode? Organization, Guid? SubjectId, object? Before, object? After);

/// <summary>An act with who did it, and when.</summary>
public sealed record TrailAct(Actor Actor, DateTimeOffset At, TrailEntry Entry);

/// <summary>
/// Appends to the trail within the caller's transaction. The head is locked first, so that rows follow each other without a gap and each
/// is sealed with the one before; the save fails as a whole when the trail cannot be written.
/// </summary>
public static class TrailWriter
{
    /// <summary>Seal before the first row.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>From so many rows on, they go past the change tracker.</summary>
    private const int Many = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Adds the rows of what somebody did at one instant.</summary>
    public static Task AppendAsync(AppDb db, Actor actor, DateTimeOffset at, IReadOnlyList<TrailEntry> entries, CancellationToken cancel) =>
        AppendAsync(db, [.. entries.Select(e => new TrailAct(actor, at, e))], cancel);

    /// <summary>
    /// Adds the rows, and moves the head: written by the caller's next save, which must be in the same transaction (many rows are written at once).
    /// </summary>
    public static async Task AppendAsync(AppDb db, IReadOnlyList<TrailAct> acts, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The trail is written in the transaction of the act.");
        }

        var head = await HeadAsync(db, cancel);
        var rows = new List<TrailRow>(acts.Count);
        foreach (var (actor, at, entry) in acts)
        {
            var row = new TrailRow
            {
                Sequence = head.Sequence + 1,
                // Kept to the microsecond, the precision of both engines, so that a row reads back as it was sealed.
                At = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
                Actor = actor.Name,
                ActorId = actor.IsCommand ? null : actor.Id,
                Act = entry.Act,
                Organization = entry.Organization,
                SubjectId = entry.SubjectId,
                Before = entry.Before is null ? null : JsonSerializer.Serialize(entry.Before, Json),
                After = entry.After is null ? null : JsonSerializer.Serialize(entry.After, Json),
                Seal = "",
            };
            var sealedRow = Sealed(row, head.Seal);
            rows.Add(sealedRow);
            head.Sequence = sealedRow.Sequence;
            head.Seal = sealedRow.Seal;
        }

        if (rows.Count < Many)
        {
            db.Trail.AddRange(rows);
        }
        else
        {
            await BulkInsert.WriteAsync(db, rows, cancel);
        }
    }

    /// <summary>The seal of a row that follows another.</summary>
    public static string SealOf(TrailRow row, string previous)
    {
        var text = new StringBuilder(512);
        foreach (var field in (string?[])
        [
            previous, row.Sequence.ToString(CultureInfo.InvariantCulture), row.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), row.Actor,
            row.ActorId?.ToString("D"), row.Act, row.Organization?.Value, row.SubjectId?.ToString("D"), row.Before, row.After,
        ])
        {
            // Length before content, and absent apart from empty: no text can pass for a field boundary.
            text.Append(field is null ? "-:" : string.Create(CultureInfo.InvariantCulture, $"{field.Length}:{field}"));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static TrailRow Sealed(TrailRow row, string previous) => new()
    {
        Sequence = row.Sequence,
        At = row.At,
        Actor = row.Actor,
        ActorId = row.ActorId,
        Act = row.Act,
        Organization = row.Organization,
        SubjectId = row.SubjectId,
        Before = row.Before,
        After = row.After,
        Seal = SealOf(row, previous),
    };

    private static async Task<TrailHead> HeadAsync(AppDb db, CancellationToken cancel)
    {
        // Within one transaction the head is read once: it is locked, nobody else can move it.
        if (db.TrailHeads.Local.FirstOrDefault() is { } known)
        {
            return known;
        }

        return db is PostgresDb
            ? await db.TrailHeads.FromSql($"SELECT * FROM trail_head WHERE \"Id\" = 1 FOR UPDATE").SingleAsync(cancel)
            : await db.TrailHeads.SingleAsync(cancel);
    }
}
