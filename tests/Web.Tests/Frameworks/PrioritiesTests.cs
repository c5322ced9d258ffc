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
    public async Task Two_versions_are_compared()
    {
        var federation = await site.SignInAs(Role.Federation);
        (await federation.Submit(await federation.Get(Path), Form, ("p-flotte", "P1"))).Expect(303);
        var page = (await federation.Get("/referentiels/comparaison?de=essai@1&vers=essai@2")).Expect(200);
        Assert.Contains("optionnel", page.Text("tbody").ToLowerInvariant(), StringComparison.Ordinal);
        Assert.DoesNotContain("frameworks.", page.Text("main"), StringComparison.Ordinal);
        (await federation.Get("/referentiels/comparaison?de=essai@1&vers=essai@9")).Expect(404);
    }

    [Fact]
    public async Task A_file_is_checked_then_imported()
    {
        var federation = await site.SignInAs(Role.Federation);
        var page = (await federation.Get("/referentiels/import")).Expect(200);
        var second = SmallFramework.Yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal);
        Assert.NotNull((await SendAsync(federation, page, second, "verifier")).Expect(200).Page.QuerySelector(".notice.success"));
        Assert.Equal(1, await site.WithDbAsync(db => db.FrameworkVersions.CountAsync()));
        Assert.Contains("ligne 1", (await SendAsync(federation, page, "rien: 1", "importer")).Expect(422).Faults[0], StringComparison.Ordinal);
        Assert.Equal("/referentiels/essai?version=2", (await SendAsync(federation, page, second, "importer")).Expect(303).Location);
        Assert.Equal(2, await site.WithDbAsync(db => db.FrameworkVersions.CountAsync()));
    }

    private static Task<Screen> SendAsync(Visitor visitor, Screen page, string text, string act)
    {
        var content = new MultipartFormDataContent { { new StringContent(act), "acte" }, { new StringContent(text), "fichier", "essai.yaml" } };
        foreach (var input in page.Page.QuerySelectorAll("main form input[type=hidden]"))
        {
            content.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        }

        return visitor.Send(new HttpRequestMessage(HttpMethod.Post, "/referentiels/import") { Content = content });
    }

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
