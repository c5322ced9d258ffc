using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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
        foreach (var width in (int[])[Wide, Narrow])
        {
            await page.SetViewportSizeAsync(width, Height);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
                Checks++;
                Faults.AddRange(result.Violations.Select(v =>
                    $"{name}, {width} px, {scheme}: {v.Id} ({v.Nodes.Length}): {v.Nodes[0].Html[..Math.Min(140, v.Nodes[0].Html.Length)]}"));
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
