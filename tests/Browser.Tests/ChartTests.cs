using Microsoft.Playwright;

namespace Responsables.Browser.Tests;

/// <summary>
/// The charts of an indicator in the browser: drawn, at every width and in every colour, under the content policy of the site (whatever it
/// refuses comes to the console, and so to the faults of the person), and as pictures where scripts are off.
/// </summary>
public sealed class ChartTests(Chromium chromium, Demonstration demonstration, ITestOutputHelper output) : IClassFixture<Chromium>, IClassFixture<Demonstration>
{
    private const string Page = "/referentiels/rso-2020/indicateurs/rso-soc-teletravail";

    /// <summary>Words of the drawings that reach out of their place, and the colours that they are written in.</summary>
    private const string Out = """
        () => [...document.querySelectorAll('.drawing')].flatMap(place => {
          const box = place.getBoundingClientRect();
          return [...place.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => [t, t.getBoundingClientRect()])
            .filter(([, r]) => r.left < box.left - 1 || r.right > box.right + 1 || r.bottom > box.bottom + 1 || r.top < box.top - 1).map(([t]) => t.textContent);
        })
        """;

    [Fact]
    public async Task Charts_are_drawn_and_hold_at_every_width_and_in_every_colour()
    {
        await using var person = await Person.OpenAsync(chromium.Browser, demonstration.Site.Address);
        await Demonstration.SignInAsync(person, "federation");
        var looks = new Looks(output);
        foreach (var (address, areas) in ((string, int)[])[(Page, 18), (Page + "?carte=departements", 101)])
        {
            await person.GoAsync(address);
            await DrawnAsync(person);
            Assert.Equal(2, await person.Page.Locator(".drawing svg").CountAsync());
            Assert.True(await person.Page.Locator("#carte .drawing path").CountAsync() >= areas);
            await looks.AtAsync(person, address);
            foreach (var width in (int[])[1280, 640, 320])
            {
                await person.Page.SetViewportSizeAsync(width, 900);
                await person.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                Assert.Empty(await person.Page.EvaluateAsync<string[]>(Out));
            }
        }

        Assert.Empty(looks.Faults);
        Assert.Empty(person.Faults);
    }

    [Fact]
    public async Task Colours_follow_the_page_without_drawing_again()
    {
        await using var person = await Person.OpenAsync(chromium.Browser, demonstration.Site.Address);
        await Demonstration.SignInAsync(person, "contributeur");
        await person.GoAsync(Page);
        await DrawnAsync(person);
        const string Ink = "getComputedStyle(document.querySelector('.drawing text')).fill";
        var light = await person.Page.EvaluateAsync<string>(Ink);
        await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.NotEqual(light, await person.Page.EvaluateAsync<string>(Ink));
        await person.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Light });
        Assert.Equal("rgb(51, 51, 51)", await person.Page.EvaluateAsync<string>(Ink));
        Assert.Empty(person.Faults);
    }

    [Fact]
    public async Task Nothing_of_a_chart_takes_the_focus_and_its_table_opens_by_keyboard()
    {
        await using var person = await Person.OpenAsync(chromium.Browser, demonstration.Site.Address);
        await Demonstration.SignInAsync(person, "contributeur");
        await person.GoAsync(Page);
        await DrawnAsync(person);
        Assert.Equal(0, await person.Page.Locator(".drawing :is(a, button, [tabindex])").CountAsync());
        await person.Page.Locator("#repartition summary").FocusAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        Assert.True(await person.Page.Locator("#repartition table").IsVisibleAsync());
    }

    [Fact]
    public async Task Without_scripts_the_pictures_of_the_worker_stand_there()
    {
        await using var person = await Person.OpenAsync(chromium.Browser, demonstration.Site.Address, scripts: false);
        await Demonstration.SignInAsync(person, "federation");
        await person.Page.SetViewportSizeAsync(320, 900);
        await person.GoAsync(Page);
        var pictures = person.Page.Locator("figure.chart noscript img");
        Assert.Equal(2, await pictures.CountAsync());
        foreach (var picture in await pictures.AllAsync())
        {
            var box = await picture.BoundingBoxAsync();
            // The narrow one: as wide as it was made, so that its letters have their size.
            Assert.Equal(288, box!.Width);
            Assert.InRange(box.Height, 200, 2000);
        }

        Assert.False(await person.Page.Locator(".drawing").First.IsVisibleAsync());
        Assert.Empty(person.Faults);
    }

    // Without a function that is tried again and again in the page: the content policy refuses it.
    private static Task DrawnAsync(Person person) =>
        person.Page.Locator("[data-chart]:not([data-drawn])").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
}
