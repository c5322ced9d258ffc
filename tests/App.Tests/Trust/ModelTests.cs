using Microsoft.EntityFrameworkCore;
using Responsables.App.Tests.Support;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>The migrations of each engine make the present model. Control: a property added to an entity without a migration fails it.</summary>
public class ModelTests
{
    [Theory, EachEngine]
    public async Task The_migrations_make_the_present_model(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        Assert.False(await database.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await database.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
    }
}
