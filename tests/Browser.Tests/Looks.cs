using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Responsables.Browser.Tests;

/// <summary>Looks at a page as it stands: axe at two widths, light and dark; nothing out of the side at 320 px; its size.</summary>
public sealed class Looks(ITestOutputHelper output)
{
    private const int Wide = 1280;
    private const int Narrow = 320;
    private const int Height = 900;

    /// <summary>What reaches out of the window, outside of the regions that are made to scroll.</summary>
    private const string Outside = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
          [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.tagName.toLowerCase() + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)).slice(0, 5).concat('page wider than the window')
        """;

    private const string Violations = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
          .map(v => `${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 140)}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly HashSet<string> seen = [];

    /// <summary>Everything wrong that was found, page by page.</summary>
    public List<string> Faults { get; } = [];

    public int Checks { get; private set; }

    /// <param name="name">Of the page in its state; looked at once.</param>
    public async Task AtAsync(Person person, string name)
    {
        if (!seen.Add(name))
        {
            return;
        }

        var page = await person.StandingAsync();
        var nodes = await page.EvaluateAsync<int>("document.querySelectorAll('*').length");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{nodes,6} nodes  {name}"));
        await page.EvaluateAsync(Axe);
        foreach (var width in (int[])[Wide, Narrow])
        {
            await page.SetViewportSizeAsync(width, Height);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                Faults.AddRange((await page.EvaluateAsync<string[]>(Violations)).Select(v => $"{name}, {width} px, {scheme}: {v}"));
                Checks++;
            }
        }

        Faults.AddRange((await page.EvaluateAsync<string[]>(Outside)).Select(o => $"{name}, {Narrow} px: {o}"));
        if (page != person.Page)
        {
            await page.CloseAsync();
            return;
        }

        await page.SetViewportSizeAsync(Wide, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
