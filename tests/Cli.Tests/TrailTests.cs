using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Responsables.App.Database;

namespace Responsables.Cli.Tests;

public class TrailTests(Federation federation) : IClassFixture<Federation>
{
    [Fact]
    public async Task An_altered_trail_is_told_with_the_places()
    {
        Assert.True(Assert.Single((await federation.RunAsync("trail", "verify")).Done().Rows.ToArray()).GetProperty("rows").GetInt64() > 4);
        await AlterAsync();
        var run = await federation.RunAsync("trail", "verify");
        Assert.Equal(1, run.Status);
        Assert.Contains("ligne 2 du journal : Cette ligne n’est plus celle qui avait été écrite.", run.ErrorLines);
        Assert.Contains("ligne 4 du journal : Une ligne manque ici.", run.ErrorLines);
    }

    // As whoever holds the database could: what refuses it is put aside first.
    private async Task AlterAsync()
    {
        await using DbConnection connection = federation.Database switch
        {
            DatabaseChoice.Sqlite sqlite => new SqliteConnection($"Data Source={sqlite.File};Pooling=false"),
            DatabaseChoice.Postgres postgres => new NpgsqlConnection($"{postgres.ConnectionString};Pooling=false"),
            _ => throw new InvalidOperationException(),
        };
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        const string Altered = "UPDATE trail SET \"Actor\" = 'une autre' WHERE \"Sequence\" = 2; DELETE FROM trail WHERE \"Sequence\" = 4;";
        command.CommandText = connection is SqliteConnection
            ? $"DROP TRIGGER trail_no_update; DROP TRIGGER trail_no_delete; {Altered}"
            : $"ALTER TABLE trail DISABLE TRIGGER USER; {Altered}";
        await command.ExecuteNonQueryAsync();
    }
}
