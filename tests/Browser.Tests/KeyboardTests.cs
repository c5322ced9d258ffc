using Responsables.Domain.Accounts;
using Responsables.Web.Tests;
using Responsables.World;

namespace Responsables.Browser.Tests;

/// <summary>Signing in, entering and signing with Tab, Shift+Tab, Enter and Space alone; the focus is seen at each step.</summary>
public sealed class KeyboardTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const int Year = 2025;

    /// <summary>Steps after which something is out of reach, or traps.</summary>
    private const int MostSteps = 400;

    private const string Focus = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return "";
          const shows = x => { const s = getComputedStyle(x); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
          const r = e.getBoundingClientRect();
          const seen = r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight && [e, e.closest('label'), e.parentElement].some(x => x && shows(x));
          return (seen ? "" : "unseen ") + e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.name ? '[' + e.name + ']' : '') + ' ' + e.textContent.trim().slice(0, 30);
        }
        """;

    private readonly List<string> unseen = [];
    private int steps;

    [Fact]
    public async Task Signing_in_entering_and_signing_need_no_mouse()
    {
        var browser = chromium.Browser;
        await using var site = await Site.StartAsync();
        var years = await PlayedYears.OpenAsync(site, Year);
        await years.AnswerNothingAsync(SmallFederation.Alpha75, Year, "nb_sites", "cartographie_pp");
        var dossier = $"/dossiers/{await years.IdAsync(SmallFederation.Alpha75, Year)}";
        await using var contributor = await SignInAsync(site, browser, Role.Contributor);
        await contributor.GoAsync($"{dossier}/engagements/contexte");
        await TypeAsync(contributor, "#nb_sites", "12");
        await GoOnAsync(contributor, ".actions button[value=stay]", "Enter");
        await contributor.GoAsync($"{dossier}/engagements/E1");
        await ReachAsync(contributor, "input[name=cartographie_pp]");
        await contributor.Page.Keyboard.PressAsync("ArrowDown");
        await contributor.Page.Keyboard.PressAsync("Space");
        Assert.Equal("non", await contributor.Page.Locator("input[name=cartographie_pp]:checked").GetAttributeAsync("value"));
        await GoOnAsync(contributor, ".actions button[value=stay]", "Space");

        await using var director = await SignInAsync(site, browser, Role.Director);
        await director.GoAsync($"{dossier}/verification");
        await GoOnAsync(director, "form[action$='/signature'] button", "Enter");
        Assert.Contains("Personne director", await director.Page.InnerTextAsync("#signature .facts"), StringComparison.Ordinal);

        output.WriteLine($"{steps} steps");
        Assert.Empty(unseen.Distinct().Concat(contributor.Faults).Concat(director.Faults));
    }

    private async Task<Person> SignInAsync(Site site, Microsoft.Playwright.IBrowser browser, Role role)
    {
        var email = $"{role}@example.fr".ToLowerInvariant();
        await site.OpenAccount(email, new Grant(role, SmallFederation.Alpha75));
        var person = await Person.OpenAsync(browser, site.Address);
        await person.GoAsync("/connexion");
        await TypeAsync(person, "#email", email);
        await TypeAsync(person, "#password", Site.Password);
        await GoOnAsync(person, "main form button", "Enter");
        return person;
    }

    private async Task TypeAsync(Person person, string field, string text)
    {
        await ReachAsync(person, field);
        await person.Page.Keyboard.TypeAsync(text);
    }

    private async Task GoOnAsync(Person person, string button, string key)
    {
        await ReachAsync(person, button);
        await person.LeaveAsync(() => person.Page.Keyboard.PressAsync(key));
    }

    private async Task ReachAsync(Person person, string selector)
    {
        for (var i = 0; i < MostSteps; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            steps++;
            var where = await person.Page.EvaluateAsync<string>(Focus);
            if (where.StartsWith("unseen", StringComparison.Ordinal))
            {
                unseen.Add($"{new Uri(person.Page.Url).AbsolutePath.Split('/')[^1]}: {where}");
            }

            if (await person.Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} was not reached with Tab on {person.Page.Url}");
    }
}
