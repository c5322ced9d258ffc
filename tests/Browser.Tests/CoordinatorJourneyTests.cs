using Microsoft.Playwright;

namespace Responsables.Browser.Tests;

/// <summary>
/// The year round of a coordinator, with and without scripts: from the dashboard of the fund to a series and its readings, what explains a change
/// between two years, a target set and read on the dashboard; axe and 320 px at each step.
/// </summary>
public sealed class CoordinatorJourneyTests(Chromium chromium, Demonstration demonstration, ITestOutputHelper output) : IClassFixture<Chromium>, IClassFixture<Demonstration>
{
    private const string Dashboard = "/chiffres/2024/cnam";
    private const string Series = "/series/cnam/rso-env-energie-corrigee";
    private const string Target = "Schéma directeur de la caisse, essai";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_dashboard_to_a_target_read_on_it(bool scripts)
    {
        await using var coordinator = await Person.OpenAsync(chromium.Browser, demonstration.Site.Address, scripts);
        await Demonstration.SignInAsync(coordinator, "caisse");
        var looks = new Looks(output);

        await ReadDashboardAsync(coordinator, looks);
        await ReadSeriesAsync(coordinator, scripts, looks);
        await ExplainAsync(coordinator, scripts, looks);
        await SetTargetAsync(coordinator, looks);
        await ReadTargetAsync(coordinator, looks);

        Assert.Equal("", string.Join('\n', [.. looks.Faults, .. coordinator.Faults]));
    }

    private static async Task ReadDashboardAsync(Person coordinator, Looks looks)
    {
        await coordinator.GoAsync(Dashboard);
        await FollowAsync(coordinator, "nav[aria-labelledby=readings] a[href*='lecture=constant']");
        Assert.Equal("true", await coordinator.Page.GetAttributeAsync("nav[aria-labelledby=readings] a[href*='lecture=constant']", "aria-current"));
        await looks.AtAsync(coordinator, "dashboard, like for like");
    }

    // Three readings, side by side; what breaks the series is said in the year where it does.
    private static async Task ReadSeriesAsync(Person coordinator, bool scripts, Looks looks)
    {
        await FollowAsync(coordinator, $"a[href^='{Series}']");
        await SeeChartAsync(coordinator, "#tendance", scripts);
        Assert.Equal(
            ["Tel que publié", "Périmètre actuel", "Périmètre constant"],
            (await coordinator.Page.Locator("#serie > .scroll thead th.num").AllInnerTextsAsync()).Take(3));
        Assert.Contains("partagé", await coordinator.Page.Locator("#serie > .scroll tbody tr", new() { HasText = "2020" }).First.InnerTextAsync(), StringComparison.Ordinal);
        await looks.AtAsync(coordinator, "series");
    }

    private static async Task ExplainAsync(Person coordinator, bool scripts, Looks looks)
    {
        var page = coordinator.Page;
        await page.SelectOptionAsync("#variation select[name=de]", "2022");
        await page.SelectOptionAsync("#variation select[name=a]", "2024");
        await coordinator.SendAsync("#variation form button");
        await SeeChartAsync(coordinator, "#variation", scripts);
        var effects = await page.Locator("#variation > table :is(tbody, tfoot) td.num").AllInnerTextsAsync();
        Assert.Equal(6, effects.Count);
        // Rounded each for itself: the sum of five rows may differ by as many halves.
        Assert.InRange(effects.Take(5).Sum(Number) - Number(effects[5]), -2.5m, 2.5m);
        Assert.NotEqual(0, Number(effects[5]));
        await looks.AtAsync(coordinator, "variation");
    }

    private static async Task SetTargetAsync(Person coordinator, Looks looks)
    {
        var page = coordinator.Page;
        await coordinator.GoAsync(Dashboard);
        await FollowAsync(coordinator, "main a[href='/cibles/cnam']");
        await looks.AtAsync(coordinator, "targets");
        await FollowAsync(coordinator, "main a[href='/cibles/cnam/fixer']");
        await looks.AtAsync(coordinator, "target, form");
        await page.SelectOptionAsync("select[name=indicator]", "rso-env-energie-corrigee/corrigee");
        await page.SelectOptionAsync("select[name=kind]", "relative");
        await page.FillAsync("[name=value]", "-10");
        await page.FillAsync("[name=target_year]", "2030");
        await page.FillAsync("[name=baseline_year]", "2022");
        await page.FillAsync("[name=source]", Target);
        await coordinator.SendAsync("main form[action$='/fixer'] button");
        Assert.True(await page.Locator("main .notice[role=status], .notice.success").First.IsVisibleAsync());
        Assert.Contains(Target, await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        await looks.AtAsync(coordinator, "targets, one set");
    }

    private static async Task ReadTargetAsync(Person coordinator, Looks looks)
    {
        await coordinator.GoAsync(Dashboard);
        Assert.Contains("Cible", await coordinator.Page.Locator(".figure", new() { HasText = "énergie" }).First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("2030", await coordinator.Page.Locator("main tbody tr", new() { HasText = "énergie" }).First.InnerTextAsync(), StringComparison.Ordinal);
        await looks.AtAsync(coordinator, "dashboard with a target");
        await coordinator.GoAsync(Series);
        Assert.Contains(Target, await coordinator.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await looks.AtAsync(coordinator, "series with a target");
    }

    // Drawn by the page, or a picture of the same where there are no scripts; its values are in a table either way.
    private static async Task SeeChartAsync(Person coordinator, string part, bool scripts)
    {
        if (scripts)
        {
            await coordinator.Page.Locator($"{part} .drawing svg").First.WaitForAsync();
            return;
        }

        var picture = coordinator.Page.Locator($"{part} noscript + details, {part} img").First;
        await picture.ScrollIntoViewIfNeededAsync();
        var source = await coordinator.Page.Locator($"{part} img").First.GetAttributeAsync("src");
        var answer = await coordinator.Page.APIRequest.GetAsync(source!);
        Assert.Equal((200, "image/svg+xml"), (answer.Status, answer.Headers["content-type"].Split(';')[0]));
    }

    private static Task FollowAsync(Person person, string link) => person.LeaveAsync(() => person.Page.Locator(link).First.ClickAsync());

    // « −3 857 471 kWh corrigés »
    private static decimal Number(string shown) => decimal.Parse(
        new string([.. shown.Where(c => char.IsDigit(c) || c is ',' or '\u2212')]).Replace('\u2212', '-').Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture);
}
