using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Publications;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.Browser.Tests;

/// <summary>
/// Every kind of page that somebody without an account comes to, once a year of the demonstration is published: its size, its outline, whether it holds as
/// people set it, what axe finds.
/// </summary>
public sealed class EveryPublicPageTests(Chromium chromium, Demonstration demonstration, ITestOutputHelper output) : IClassFixture<Chromium>, IClassFixture<Demonstration>
{
    private const int Year = 2024;

    private static readonly string[] Expected =
    [
        "/resultats", "/resultats/{year:int}", "/resultats/{year:int}/engagements/{number:int}", "/resultats/{year:int}/noeuds/{node}", "/resultats/{year:int}/indicateurs/{code}",
        "/resultats/{year:int}/indicateurs/{code}/integrer", "/resultats/rectifications", "/resultats/methode", "/resultats/editions/{number:int}", "/resultats/donnees",
        "/resultats/donnees/dictionnaire",
    ];

    [Fact]
    public async Task Each_kind_of_page_keeps_to_the_budgets_and_holds_as_people_set_it()
    {
        await PublishAsync();
        using var visitor = demonstration.Site.Anonymous();
        var pages = (await new Crawl(demonstration.Site).FollowAsync(visitor, "/")).Where(p => p.Key.StartsWith("/resultats", StringComparison.Ordinal)).ToList();
        Assert.Equal(Expected.Order(StringComparer.Ordinal), pages.Select(p => p.Key).Order(StringComparer.Ordinal));
        await using var person = await Person.OpenAsync(chromium.Browser, demonstration.Site.Address);
        var faults = new List<string>();
        foreach (var (kind, address) in pages)
        {
            await person.GoAsync(address);
            var measures = await PageMeasures.OfAsync(person.Page);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measures.Nodes,6} nodes {measures.Requests,3} requests {measures.Bytes / 1000.0,6:0.0} kB  {kind}"));
            faults.AddRange((await PageSettings.FaultsAsync(person.Page)).Concat(measures.Faults(kind)).Select(f => $"{address}: {f}"));
        }

        var looks = new Looks(output);
        foreach (var (kind, address) in pages)
        {
            await person.GoAsync(address);
            await looks.AtAsync(person, kind);
        }

        faults.AddRange(person.Faults.Concat(looks.Faults));
        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join('\n', faults)}");
        Assert.Empty(await person.Page.Context.CookiesAsync());
    }

    private async Task PublishAsync()
    {
        await using var scope = demonstration.Site.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<PublicEditions>().OfYearAsync(Year, default) is not null)
        {
            return;
        }

        var made = Done(await scope.ServiceProvider.GetRequiredService<CreateEdition>().RunAsync(Actor.Command, Year, "", Guid.NewGuid(), default));
        Done(await scope.ServiceProvider.GetRequiredService<DecideEdition>().ApproveAsync(Actor.Command, made.Number, Guid.NewGuid(), default));
        Done(await scope.ServiceProvider.GetRequiredService<PublishEdition>().RunAsync(Actor.Command, made.Number, new PublicationTerms(null, false), Guid.NewGuid(), default));
    }

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;
}
