using System.Text;
using Responsables.App.OpenData;
using Responsables.App.Publications;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.OpenData;

/// <summary>What the public reads of the small federation, on both engines.</summary>
public class PublicEditionsTests
{
    private static readonly string[] Answers =
        [.. Body("alpha-75", 100, 30), .. Body("alpha-normandie", 50, 25), .. Body("beta-14", 60, 30), .. Body("beta-75", 70, 20), .. Body("fonds-a", 80, 41)];

    private static readonly Actor Committee = new(Guid.NewGuid(), "Comité", [new Grant(Role.Committee, null)], false);

    [Theory, EachEngine]
    public async Task What_was_under_embargo_when_it_was_corrected_was_never_read_and_is_not_restated(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var clock = campaign.Database.Clock;
        await PublishAsync(campaign, 1, new DateOnly(2025, 3, 1), false);
        Assert.Null(await ReadAsync(campaign, e => e.OfYearAsync(Year, default)));
        await CorrectAsync(campaign, false);
        Assert.Equal(2, (await ReadAsync(campaign, e => e.OfYearAsync(Year, default)))!.Number);
        Assert.Null(await ReadAsync(campaign, e => e.FindAsync(1, default)));
        var before = await FileAsync(campaign, 2, "restatements.csv");
        Assert.Single(before.TrimEnd().Split('\n'));
        clock.Set(new DateTimeOffset(2025, 3, 2, 0, 0, 0, TimeSpan.Zero));
        // Its embargo is over, and another stands in its place already.
        Assert.Equal(2, await ReadAsync(campaign, e => e.CorrectedByAsync(1, default)));
        Assert.Equal(before, await FileAsync(campaign, 2, "restatements.csv"));
    }

    [Theory, EachEngine]
    public async Task Nothing_of_one_body_is_in_what_is_read_unless_it_is_opened(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        await PublishAsync(campaign, 1, null, false);
        var closed = (await ReadAsync(campaign, e => e.FindAsync(1, default)))!;
        Assert.All(closed.Content.Nodes, n => Assert.True(closed.Place(n.Node) is { IsOneBody: false }));
        Assert.Contains(closed.Content.Perimeter.Nodes, n => n is { IsOneBody: true, Hierarchy: Hierarchy.Department });
        Assert.NotNull(closed.Figure(new NodeKey("reg-28"), SmallFramework.TrainedShare));
        Assert.Null(closed.Figure(new NodeKey("dep-76"), SmallFramework.TrainedShare));
        await CorrectAsync(campaign, true);
        var open = (await ReadAsync(campaign, e => e.FindAsync(2, default)))!;
        Assert.Equal(50, open.Figure(new NodeKey("dep-76"), SmallFramework.TrainedShare)!.Value);
        var restated = await ReadAsync(campaign, e => e.RestatementsAsync(open, default));
        Assert.Contains(restated, r => r.Place.Node == closed.Root);
        Assert.All(restated, r => Assert.False(r.Place.IsOneBody));
    }

    [Theory, EachEngine]
    public async Task An_edition_that_was_read_costs_one_statement(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        await PublishAsync(campaign, 1, null, false);
        Assert.NotNull(await ReadAsync(campaign, e => e.OfYearAsync(null, default)));
        var (edition, count) = await Statements.CountAsync(() => ReadAsync(campaign, e => e.OfYearAsync(null, default)));
        Assert.Equal((1, 1), (edition!.Number, count));
        var file = await FileAsync(campaign, 1, OpenDataFiles.Canonical);
        (var again, count) = await Statements.CountAsync(() => FileAsync(campaign, 1, OpenDataFiles.Canonical));
        Assert.Equal((file, 1), (again, count));
    }

    [Theory, EachEngine]
    public async Task Formulas_are_kept_with_the_words_of_what_they_count(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        await PublishAsync(campaign, 1, null, false);
        var framework = (await ReadAsync(campaign, e => e.FindAsync(1, default)))!.Content.Framework;
        Assert.Contains(framework.Terms, t => t is { Written: "formes", Label: "Personnes formées" });
        Assert.DoesNotContain(framework.Terms, t => t.Written is "sum" or "count");
    }

    private static async Task<SmallCampaign> StartAsync(Engine engine)
    {
        var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Answers, sign: true, validate: true));
        await PrepareAsync(campaign, "");
        return campaign;
    }

    private static async Task CorrectAsync(SmallCampaign campaign, bool opensBodies)
    {
        campaign.Database.Clock.Set(campaign.Database.Clock.GetUtcNow().AddMinutes(1));
        Done(await campaign.ImportAsync(Body("ecole", 30, 20), sign: true, validate: true));
        await PrepareAsync(campaign, "Une réponse arrivée tard.");
        await PublishAsync(campaign, 2, null, opensBodies);
    }

    private static async Task PrepareAsync(SmallCampaign campaign, string reason)
    {
        var made = Done(await campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(c => c.RunAsync(Actor.Command, Year, reason, Guid.NewGuid(), default)));
        Done(await campaign.Database.WithAsync<DecideEdition, Outcome<EditionDecided>>(d => d.ApproveAsync(Committee, made.Number, Guid.NewGuid(), default)));
    }

    private static async Task PublishAsync(SmallCampaign campaign, int number, DateOnly? embargo, bool opensBodies) => Done(
        await campaign.Database.WithAsync<PublishEdition, Outcome<EditionPublished>>(
            p => p.RunAsync(Actor.Command, number, new PublicationTerms(embargo, opensBodies), Guid.NewGuid(), default)));

    private static Task<T> ReadAsync<T>(SmallCampaign campaign, Func<PublicEditions, Task<T>> read) => campaign.Database.WithAsync(read);

    private static Task<string> FileAsync(SmallCampaign campaign, int number, string name) => campaign.Database.WithAsync<IServiceProvider, string>(async services =>
    {
        var edition = (await ((PublicEditions)services.GetService(typeof(PublicEditions))!).FindAsync(number, default))!;
        return Encoding.UTF8.GetString((await ((OpenDataFiles)services.GetService(typeof(OpenDataFiles))!).FindAsync(edition, name, default))!.Content);
    });

    private static string[] Body(string code, int staff, int trained) => [$"{code},effectif_physique_3112,,{staff},,", $"{code},formes,,{trained},,"];
}
