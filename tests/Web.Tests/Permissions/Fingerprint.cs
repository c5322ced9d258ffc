using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;

namespace Responsables.Web.Tests.Permissions;

/// <summary>
/// Tells whether anything at all was written between two looks. SQLite counts the commits of the others for each connection; on PostgreSQL a
/// trigger on every table notes each row that is written, in the transaction that writes it.
/// </summary>
internal sealed class Fingerprint : IAsyncDisposable
{
    private const string Noting = """
        CREATE TABLE noted (id bigserial PRIMARY KEY);
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO noted DEFAULT VALUES; RETURN NULL; END $$;
        """;

    private readonly AsyncServiceScope scope;
    private readonly AppDb db;

    private Fingerprint(Site site)
    {
        scope = site.Services.CreateAsyncScope();
        db = scope.ServiceProvider.GetRequiredService<AppDb>();
    }

    public static async Task<Fingerprint> OfAsync(Site site)
    {
        var fingerprint = new Fingerprint(site);
        await fingerprint.db.Database.OpenConnectionAsync();
        if (!fingerprint.db.Database.IsSqlite())
        {
            var triggers = fingerprint.db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct()
                .Select(table => $"CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION note();");
            await fingerprint.RunAsync(Noting + string.Concat(triggers));
        }

        return fingerprint;
    }

    public async Task<string> ReadAsync() =>
        Convert.ToString(await RunAsync(db.Database.IsSqlite() ? "PRAGMA data_version" : "SELECT coalesce(max(id), 0) FROM noted"), CultureInfo.InvariantCulture)!;

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private async Task<object?> RunAsync(string statement)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
