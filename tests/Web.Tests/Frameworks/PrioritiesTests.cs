using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Web.Tests.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Frameworks;

/// <summary>The federation changes priorities: a new version, for campaigns opened afterwards.</summary>
public sealed class PrioritiesTests : IAsyncLifetime
{
    private const string Path = "/referentiels/essai/priorites";
    private const string Form = "main form";

    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        await site.LoadAsync(SmallFramework.Yaml);
        await site.OpenAsync(2023);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_change_makes_a_version_that_the_next_campaign_takes()
    {
        var federation = await site.SignInAs(Role.Federation);
        var page = (await federation.Get(Path)).Expect(200);
        Assert.Contains("version 2", page.Text(".notice.warn"), StringComparison.Ordinal);
        var done = await federation.Submit(page, Form, ("p-flotte", "P1"), ("p-part-plan", "Optional"));
        var after = await federation.Follow(done.Expect(303));
        Assert.Contains("version 2", after.Notice, StringComparison.Ordinal);

        await site.OpenAsync(2024);
        var versions = await site.WithDbAsync(db => db.Campaigns.OrderBy(c => c.Year).Select(c => c.FrameworkVersion).ToListAsync());
        Assert.Equal([1, 2], versions);
        var second = await VersionAsync(2);
        Assert.Equal(Priority.P1, second.FindIndicator(SmallFramework.Fleet)!.Priority);
        Assert.Equal(Priority.Optional, second.FindIndicator(SmallFramework.PlanShare)!.Priority);
        Assert.Equal(Priority.P1, second.FindIndicator(SmallFramework.TrainedShare)!.Priority);
        Assert.Equal(SmallFramework.Yaml, await site.WithDbAsync(db => db.FrameworkVersions.Where(f => f.Version == 1).Select(f => f.Yaml).SingleAsync()));
        Assert.Contains("frameworks.priorities", await site.TrailAsync());
        Assert.Contains("version=1", (await federation.Get("/referentiels")).Page.QuerySelectorAll("main td, main th a").Select(a => a.GetAttribute("href") ?? "").Aggregate(string.Concat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_makes_nothing()
    {
        var federation = await site.SignInAs(Role.Federation);
        var page = await federation.Submit(await federation.Get(Path), Form);
        Assert.Single(page.Expect(422).Faults);
        Assert.Equal(1, await site.WithDbAsync(db => db.FrameworkVersions.CountAsync()));
    }

    [Fact]
    public async Task What_was_decided_upon_an_older_version_is_refused_and_sending_twice_makes_one_version()
    {
        var federation = await site.SignInAs(Role.Federation);
        var page = await federation.Get(Path);
        var other = await federation.Get(Path);
        (await federation.Submit(page, Form, ("p-flotte", "P1"))).Expect(303);
        (await federation.Submit(page, Form, ("p-flotte", "P1"))).Expect(303);
        (await federation.Submit(other, Form, ("p-part-plan", "Optional"))).Expect(409);
        Assert.Equal(2, await site.WithDbAsync(db => db.FrameworkVersions.CountAsync()));
        Assert.Single(await site.TrailAsync(), act => act == "frameworks.priorities");
    }

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Auditor)]
    public async Task Others_may_not(Role role) => (await (await site.SignInAs(role)).Get(Path)).Expect(403);

    private async Task<Framework> VersionAsync(int version) =>
        FrameworkReader.Read(await site.WithDbAsync(db => db.FrameworkVersions.Where(f => f.Version == version).Select(f => f.Yaml).SingleAsync())).Framework!;
}
