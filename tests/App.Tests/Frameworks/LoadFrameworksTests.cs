using Microsoft.EntityFrameworkCore;
using Responsables.App.Tests.Support;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Frameworks;

public class LoadFrameworksTests
{
    [Theory, EachEngine]
    public async Task A_version_is_loaded_once_and_never_replaced(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Assert.False(Assert.Single(Done(await campaign.LoadAsync(SmallFramework.Yaml))).IsNew);
        var changed = SmallFramework.Yaml.Replace("Un petit référentiel", "Un autre", StringComparison.Ordinal);
        Assert.Equal("frameworks.changed-without-version", Assert.Single(Refused(await campaign.LoadAsync(changed))).Code);
        Assert.True(Assert.Single(Done(await campaign.LoadAsync(changed.Replace("version: 1", "version: 2", StringComparison.Ordinal)))).IsNew);
        Assert.Equal(2, await campaign.Database.ReadAsync(db => db.FrameworkVersions.CountAsync()));
        Assert.Equal(2, await campaign.Database.ReadAsync(db => db.Trail.CountAsync(t => t.Act == "frameworks.load")));
    }

    [Fact]
    public async Task The_faults_of_a_file_are_told_with_its_name_and_line()
    {
        await using var campaign = await OpenAsync(Engine.Sqlite);
        var told = Refused(await campaign.LoadAsync(SmallFramework.Yaml.Replace("sum(formes)", "sum(formees)", StringComparison.Ordinal)));
        Assert.Contains(told, p => p.Code == "frameworks.unknown-variable" && p.Place!.StartsWith("essai.yaml, ligne ", StringComparison.Ordinal));
    }
}
