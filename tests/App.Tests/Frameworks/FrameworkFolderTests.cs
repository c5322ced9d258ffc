using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Frameworks;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Frameworks;

/// <summary>The links between frameworks: those that travel with the program are given, and a folder whose links have faults is not loaded.</summary>
public sealed class FrameworkFolderTests
{
    [Fact]
    public async Task The_links_of_the_program_are_given_once_for_all()
    {
        var services = new ServiceCollection();
        AppRooms.Add(services);
        await using var provider = services.BuildServiceProvider();
        var links = provider.GetRequiredService<Continuities>();

        Assert.Equal(new IndicatorCode("pc-env-papier"), Assert.Single(links.Into(new("rso-env-papier"), "total")).From);
        Assert.Same(links, provider.GetRequiredService<Continuities>());
    }

    [Fact]
    public async Task A_folder_whose_links_have_faults_is_not_loaded()
    {
        await using var world = await SmallCampaign.OpenAsync(Engine.Sqlite);
        using var folder = new Temporary();
        await File.WriteAllTextAsync(folder.File("essai.yaml"), SmallFramework.Yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder.File("continuities.yaml"), "continuities:\n  - {from: a, to: b, link: break, reason: c}\n");

        var told = SmallCampaign.Refused(await LoadAsync(world, folder));
        Assert.Equal(
            ["continuities.yaml, ligne 2, continuities[0].from", "continuities.yaml, ligne 2, continuities[0].to"], told.Select(p => p.Place));
        await File.WriteAllTextAsync(folder.File("continuities.yaml"), "autre: 1\n");
        Assert.Contains(SmallCampaign.Refused(await LoadAsync(world, folder)), p => p.Code == "frameworks.missing-key");
        File.Delete(folder.File("continuities.yaml"));
        Assert.Equal(2, Assert.Single(SmallCampaign.Done(await LoadAsync(world, folder))).Version);
    }

    private static Task<Domain.Shared.Outcome<IReadOnlyList<FrameworkLoaded>>> LoadAsync(SmallCampaign world, Temporary folder) =>
        world.Database.WithAsync<LoadFrameworks, Domain.Shared.Outcome<IReadOnlyList<FrameworkLoaded>>>(
            l => l.RunAsync(Actor.Command, folder.Path, Guid.CreateVersion7(), default));

    private sealed class Temporary : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("responsables-frameworks-").FullName;

        public string File(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
