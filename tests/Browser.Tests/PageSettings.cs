using Microsoft.Playwright;

namespace Responsables.Browser.Tests;

/// <summary>A page as people set it: zoomed, with larger letters, wider spaces, the colours of the system, without movement; and its outline.</summary>
internal static class PageSettings
{
    private const int Height = 900;

    /// <summary>What a screen reader goes by: one title and one h1 that say the same, levels in order, one main part, tables and fields with a name.</summary>
    private const string Outline = """
        () => {
          const faults = [];
          const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility());
          const ones = headings.filter(h => h.tagName === 'H1');
          if (ones.length !== 1) faults.push(`${ones.length} h1`);
          else if (!document.title.trim()) faults.push('no title');
          let last = 0;
          for (const h of headings.filter(h => h.closest('main'))) {
            const level = +h.tagName[1];
            if (level > last + 1) faults.push(`h${level} after h${last}: ${h.textContent.trim().slice(0, 40)}`);
            last = level;
          }
          // What other sites show in a frame has nothing around it.
          const around = location.pathname.endsWith('/integrer') ? 0 : 1;
          for (const [part, count] of [['main', 1], ['header.top', around], ['footer.foot', around], ['nav#menu', around]])
            if (document.querySelectorAll(part).length !== count) faults.push(`${document.querySelectorAll(part).length} ${part}`);
          if (!document.documentElement.lang) faults.push('no language');
          for (const t of document.querySelectorAll('table')) {
            if (!t.caption?.textContent.trim() && !t.getAttribute('aria-labelledby') && !t.getAttribute('aria-label')) faults.push(`table without a name: ${t.textContent.trim().slice(0, 40)}`);
            if (![...t.querySelectorAll('th')].every(th => th.scope)) faults.push(`table header without a scope: ${t.caption?.textContent.trim().slice(0, 40)}`);
          }
          const named = new Map();
          for (const n of document.querySelectorAll('nav')) {
            const name = n.getAttribute('aria-label') ?? document.getElementById(n.getAttribute('aria-labelledby'))?.textContent.trim() ?? '';
            if (!name || named.has(name)) faults.push(`navigation « ${name} » ${name ? 'twice' : 'without a name'}`);
            named.set(name, n);
          }
          return faults;
        }
        """;

    /// <summary>What reaches out of the window, or is cut by what holds it, outside of the regions that are made to scroll.</summary>
    private const string Cut = """
        () => {
          const faults = [];
          const inScroll = e => e.closest('.scroll, .only-read, svg, dialog:not([open])');
          if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
            faults.push('wider than the window: ' + [...document.querySelectorAll('body *')].filter(e => !inScroll(e) && e.getBoundingClientRect().right > innerWidth + 1)
              .map(e => e.tagName.toLowerCase() + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30)).slice(0, 3).join(' | '));
          for (const e of document.querySelectorAll('main *, header *, footer *')) {
            if (inScroll(e) || !e.checkVisibility() || !e.textContent.trim() || e.matches('select, option, textarea, input')) continue;
            const s = getComputedStyle(e);
            if (s.clipPath !== 'none') continue;
            if ((s.overflowX === 'hidden' || s.overflowX === 'clip') && e.scrollWidth > e.clientWidth + 1) faults.push(`cut: ${e.tagName.toLowerCase()}.${e.className} ${e.textContent.trim().slice(0, 30)}`);
            if ((s.overflowY === 'hidden' || s.overflowY === 'clip') && e.scrollHeight > e.clientHeight + 1) faults.push(`cut below: ${e.tagName.toLowerCase()}.${e.className} ${e.textContent.trim().slice(0, 30)}`);
          }
          return [...new Set(faults)].slice(0, 5);
        }
        """;

    /// <summary>Adds a rule to the page the way that its policy allows; gives it back with an empty one.</summary>
    private const string Style = """
        rule => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rule); document.adoptedStyleSheets = rule ? [sheet] : []; }
        """;

    private const string Moving = """
        () => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0 || s.scrollBehavior === 'smooth'; })
          .map(e => `moves: ${e.tagName.toLowerCase()}.${e.className}`).slice(0, 3)
        """;

    /// <summary>With the colours of the system: what is drawn has an edge, and what has the focus shows it.</summary>
    private const string Forced = """
        () => {
          const faults = [];
          for (const e of document.querySelectorAll('main a, main button, main input, main select, main textarea, main summary')) {
            if (!e.checkVisibility() || e.disabled || e.type === 'hidden' || e.closest('.only-read')) continue;
            e.focus({ preventScroll: true, focusVisible: true });
            if (document.activeElement !== e) continue;
            const shown = [e, e.closest('label'), e.parentElement].some(x => { const s = x && getComputedStyle(x); return s && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0; });
            if (!shown) faults.push(`focus not seen: ${e.tagName.toLowerCase()}.${e.className}`);
          }
          document.activeElement?.blur();
          for (const e of document.querySelectorAll('main button, main .button, main input:not([type=hidden]), main select, main textarea')) {
            const s = getComputedStyle(e);
            if (e.checkVisibility() && !e.closest('.only-read') && !['checkbox', 'radio', 'file'].includes(e.type) && !e.matches('.quiet') && parseFloat(s.borderTopWidth) + parseFloat(s.borderBottomWidth) === 0) faults.push(`no edge: ${e.tagName.toLowerCase()}.${e.className}`);
          }
          return [...new Set(faults)].slice(0, 5);
        }
        """;

    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var faults = new List<string>();
        await page.SetViewportSizeAsync(1280, Height);
        faults.AddRange(await page.EvaluateAsync<string[]>(Outline));
        faults.AddRange(await page.EvaluateAsync<string[]>(Moving));
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        faults.AddRange((await page.EvaluateAsync<string[]>(Forced)).Select(f => $"forced colours: {f}"));
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
        // Spaces of WCAG 1.4.12; letters twice as large (RGAA 10.4); 200 % of 1280 px is 640, 400 % is 320 (RGAA 10.11).
        const string Spaced = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";
        foreach (var (name, width, rule) in ((string, int, string)[])
            [("wider spaces", 1280, Spaced), ("wider spaces at 320 px", 320, Spaced), ("letters twice as large", 1280, "html { font-size: 200% !important; }"), ("zoom of 200 %", 640, ""), ("zoom of 400 %", 320, "")])
        {
            await page.SetViewportSizeAsync(width, Height);
            await page.EvaluateAsync(Style, rule);
            faults.AddRange((await page.EvaluateAsync<string[]>(Cut)).Select(f => $"{name}: {f}"));
        }

        await page.EvaluateAsync(Style, "");
        await page.SetViewportSizeAsync(1280, Height);
        return faults;
    }
}
