using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Publications;
using Responsables.App.Tests.Series;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Publications;

/// <summary>The years of an edition: vehicles of the small federation from 2021 to 2024, which grow by one a year.</summary>
public class EditionTrendsTests
{
    [Theory, EachEngine]
    public async Task Editions_of_two_years_made_one_after_the_other_tell_the_same_past(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        // By one program that goes on, as the demonstration is made.
        await campaign.Database.WithAsync<IServiceProvider, bool>(async services =>
        {
            await PublishAsync(services, 2023);
            return await PublishAsync(services, 2024);
        });
        Assert.Equal("2021 22, 2022 23, 2023 24", await SeriesAsync(campaign, 1));
        Assert.Equal("2021 22, 2022 23, 2023 24, 2024 25", await SeriesAsync(campaign, 2));
    }

    [Theory, EachEngine]
    public async Task A_year_gives_what_was_published_of_it_and_not_what_was_answered_since(Engine engine)
    {
        await using var campaign = await YearsOfCars.OpenAsync(engine);
        await campaign.Database.WithAsync<IServiceProvider, bool>(services => PublishAsync(services, 2023));
        await YearsOfCars.ImportAsync(campaign, 2023, (SmallFederation.AlphaNowhere, 100));
        await campaign.Database.WithAsync<IServiceProvider, bool>(services => PublishAsync(services, 2024));
        Assert.Equal("2021 22, 2022 23, 2023 24, 2024 25", await SeriesAsync(campaign, 2));
    }

    private static async Task<string> SeriesAsync(SmallCampaign campaign, int number)
    {
        var content = await campaign.Database.WithAsync<EditionsQuery, EditionContent>(q => q.ContentAsync(number, [new NodeKey("fed")], default));
        return string.Join(", ", content.Nodes[0].History.Single(s => s.Indicator == SmallFramework.Fleet).Points.Select(p => $"{p.Year} {p.Value:0.#}"));
    }

    private static async Task<bool> PublishAsync(IServiceProvider services, int year)
    {
        var number = Done(await services.GetRequiredService<CreateEdition>().RunAsync(Actor.Command, year, "", Guid.NewGuid(), default)).Number;
        Done(await services.GetRequiredService<DecideEdition>().ApproveAsync(PublishedFederation.Committee, number, Guid.NewGuid(), default));
        Done(await services.GetRequiredService<PublishEdition>().RunAsync(PublishedFederation.Federation, number, new PublicationTerms(null, false), Guid.NewGuid(), default));
        return true;
    }
}
