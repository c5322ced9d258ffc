using Microsoft.EntityFrameworkCore;
using Responsables.App.Frameworks;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Frameworks;

public class ImportFrameworkTests
{
    private static readonly string Second = SmallFramework.Yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal);

    [Theory, EachEngine]
    public async Task A_new_version_is_checked_then_imported_once_under_trail(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        Assert.True(SmallCampaign.Done(await ImportAsync(world, Second, isDry: true)).IsNew);
        Assert.Equal(1, await CountAsync(world));
        Assert.Equal(2, SmallCampaign.Done(await ImportAsync(world, Second)).Version);
        Assert.False(SmallCampaign.Done(await ImportAsync(world, Second)).IsNew);
        Assert.Equal(2, await CountAsync(world));
        Assert.Equal(2, await world.Database.ReadAsync(db => db.Trail.CountAsync(t => t.Act == "frameworks.load")));
    }

    [Theory, EachEngine]
    public async Task A_version_that_is_there_is_not_replaced_and_a_faulty_file_says_each_fault_with_its_line(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        Assert.Equal("frameworks.changed-without-version", Assert.Single(SmallCampaign.Refused(await ImportAsync(world, SmallFramework.Yaml + "\n# autre\n", isDry: true))).Code);
        Assert.Equal("frameworks.changed-without-version", Assert.Single(SmallCampaign.Refused(await ImportAsync(world, SmallFramework.Yaml + "\n# autre\n"))).Code);
        var faulty = SmallCampaign.Refused(await ImportAsync(world, "framework:\n  code: x\n  version: un\n"));
        Assert.True(faulty.Count > 1);
        Assert.All(faulty, f => Assert.StartsWith("ligne ", f.Place, StringComparison.Ordinal));
        Assert.Equal("frameworks.too-large", Assert.Single(SmallCampaign.Refused(await ImportAsync(world, new string(' ', 5_000_001)))).Code);
        Assert.Equal(1, await CountAsync(world));
    }

    [Theory, EachEngine]
    public async Task Whoever_does_not_keep_frameworks_imports_none(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        var actor = new Actor(Guid.NewGuid(), "x", [new Grant(Role.Coordinator, SmallFederation.FundA)], false);
        Assert.IsType<Outcome<FrameworkImported>.Missing>(await world.Database.WithAsync<LoadFrameworks, Outcome<FrameworkImported>>(
            l => l.ImportAsync(actor, Second, false, Guid.NewGuid(), default)));
        Assert.Equal(1, await CountAsync(world));
    }

    private static Task<Outcome<FrameworkImported>> ImportAsync(SmallCampaign world, string yaml, bool isDry = false) =>
        world.Database.WithAsync<LoadFrameworks, Outcome<FrameworkImported>>(l => l.ImportAsync(Actor.Command, yaml, isDry, Guid.NewGuid(), default));

    private static Task<int> CountAsync(SmallCampaign world) => world.Database.ReadAsync(db => db.FrameworkVersions.CountAsync());
}
