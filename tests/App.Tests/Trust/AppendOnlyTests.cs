using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Tests.Support;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>
/// The database itself refuses to rewrite the trail. Controls: without the triggers (<see cref="TamperTests"/> takes them away) every one of
/// these statements goes through; a statement that rewrites something else is not refused.
/// </summary>
public class AppendOnlyTests
{
    public static readonly IReadOnlyList<string> Rewritings =
    [
        """UPDATE trail SET "Actor" = 'personne'""", """UPDATE trail SET "Seal" = "Seal" WHERE "Sequence" = 1""",
        """DELETE FROM trail WHERE "Sequence" = 1""", "DELETE FROM trail", "DELETE FROM trail_head",
        """UPDATE trail_head SET "Sequence" = "Sequence" - 1""", """UPDATE trail_head SET "Seal" = 'autre'""", """UPDATE trail_head SET "Id" = 2""",
    ];

    [Theory, EachEngine]
    public async Task The_database_refuses_to_rewrite_the_trail(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var before = await campaign.Database.ReadAsync(db => db.Trail.Select(t => t.Seal).ToListAsync());
        Assert.NotEmpty(before);
        string[] own = engine == Engine.Postgres
            ? ["TRUNCATE trail", "TRUNCATE trail_head"]
            : ["REPLACE INTO trail SELECT * FROM trail"];
        foreach (var statement in Rewritings.Concat(own))
        {
            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => campaign.RunAsync(statement));
            Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await campaign.Database.ReadAsync(db => db.Trail.Select(t => t.Seal).ToListAsync()));
        Assert.True(await campaign.RunAsync("""UPDATE submissions SET "Version" = "Version" """) > 0);
    }

    [Theory, EachEngine]
    public async Task Without_the_triggers_the_same_statements_go_through(Engine engine)
    {
        foreach (var statement in Rewritings)
        {
            await using var campaign = await SmallCampaign.OpenAsync(engine);
            await campaign.DropTriggersAsync();
            Assert.True(await campaign.RunAsync(statement) > 0, statement);
        }
    }
}
