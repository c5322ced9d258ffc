using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Tests.Support;

namespace Responsables.App.Tests.Trust;

/// <summary>Somebody with direct access to the database.</summary>
internal static class Operator
{
    private static readonly string[] Sqlite =
        ["trail_no_update", "trail_no_delete", "trail_no_replace", "trail_head_no_delete", "trail_head_no_return"];

    public static Task<int> RunAsync(this SmallCampaign campaign, string statement) => campaign.Database.ReadAsync(db => db.ExecuteAsync(statement));

    /// <summary>Takes away what makes the trail append-only, as an owner of the tables can.</summary>
    public static async Task DropTriggersAsync(this SmallCampaign campaign) => await campaign.Database.ReadAsync(db => db is PostgresDb
        ? db.ExecuteAsync(AppendOnly.PostgresUndone)
        : db.ExecuteAsync(string.Concat(Sqlite.Select(t => $"DROP TRIGGER {t};"))));

    public static Task<int> ExecuteAsync(this AppDb db, string statement, params object?[] values)
    {
#pragma warning disable EF1002 // Statements written in these tests; every value is a parameter.
        return db.Database.ExecuteSqlRawAsync(statement, values.Select(v => v ?? DBNull.Value));
#pragma warning restore EF1002
    }
}
