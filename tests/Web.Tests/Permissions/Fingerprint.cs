using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;

namespace Responsables.Web.Tests.Permissions;

/// <summary>
/// Tells whether anything at all was written between two looks. SQLite counts the commits of the others for each connection; on PostgreSQL,
/// the transaction that last wrote each row is added up, table by table.
/// </summary>
internal sealed class Fingerprint : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private readonly AppDb db;
    private readonly string statement;

    public Fingerprint(Site site)
    {
        scope = site.Services.CreateAsyncScope();
        db = scope.ServiceProvider.GetRequiredService<AppDb>();
        statement = db.Database.IsSqlite()
            ? "PRAGMA data_version"
            : "SELECT md5(" + string.Join(" || ' ' || ", db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct()
                .Select(table => $"(SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) FROM \"{table}\")")) + ")";
    }

    public async Task<string> ReadAsync()
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await db.Database.OpenConnectionAsync();
        }

        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
