namespace Responsables.Cli.Tests;

public class TrailTests(Federation federation) : IClassFixture<Federation>
{
    [Fact]
    public async Task An_altered_trail_is_told_with_the_places()
    {
        Assert.True(Assert.Single((await federation.RunAsync("trail", "verify")).Done().Rows.ToArray()).GetProperty("rows").GetInt64() > 4);
        await AlterAsync("DROP TRIGGER trail_no_update; DROP TRIGGER trail_no_delete; UPDATE trail SET \"Actor\" = 'une autre' WHERE \"Sequence\" = 2; DELETE FROM trail WHERE \"Sequence\" = 4;");
        var run = await federation.RunAsync("trail", "verify");
        Assert.Equal(1, run.Status);
        Assert.Contains("ligne 2 du journal : Cette ligne n’est plus celle qui avait été écrite.", run.ErrorLines);
        Assert.Contains("ligne 4 du journal : Une ligne manque ici.", run.ErrorLines);
    }

    private async Task AlterAsync(string statement)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={federation.Database};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
