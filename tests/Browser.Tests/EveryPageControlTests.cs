using Responsables.Web.Tests;

namespace Responsables.Browser.Tests;

/// <summary>What <see cref="EveryPageTests"/> looks for is found where it is.</summary>
public sealed class EveryPageControlTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Spoil = """
        () => {
          const main = document.querySelector('main');
          const add = (html, style) => { const t = document.createElement('template'); t.innerHTML = html; const e = t.content.firstElementChild; Object.assign(e.style, style); main.append(e); };
          add('<h1>Encore</h1>', {});
          add('<h5>Trop bas</h5>', {});
          add('<table><tr><th>Sans portée</th></tr></table>', {});
          add('<nav><a href="/">Sans nom</a></nav>', {});
          add('<p class="moving">Bouge</p>', {});
          main.querySelector('.moving').style.setProperty('transition', 'color 1s', 'important');
          add('<p class="cut">Une phrase coupée par ce qui la tient</p>', { overflow: 'hidden', whiteSpace: 'nowrap', width: '12rem' });
          add('<p class="large">Large</p>', { width: '700px', maxWidth: 'none' });
          add('<p><button class="bare">Sans bord</button></p>', {});
          const button = main.querySelector('.bare');
          button.style.setProperty('outline', 'none', 'important');
          button.style.setProperty('border', '0', 'important');
          for (let i = 0; i < 700; i++) add('<i></i>', {});
        }
        """;

    [Fact]
    public async Task What_is_wrong_in_a_page_is_found()
    {
        await using var site = await Site.StartAsync();
        await using var person = await Person.OpenAsync(chromium.Browser, site.Address);
        await person.GoAsync("/connexion");
        Assert.Empty(await PageSettings.FaultsAsync(person.Page));
        Assert.Empty((await PageMeasures.OfAsync(person.Page)).Faults("/connexion"));

        await person.Page.EvaluateAsync(Spoil);
        var faults = await PageSettings.FaultsAsync(person.Page);
        Assert.All(
            (string[])
            [
                "2 h1", "h5 after h1: Trop bas", "table without a name: Sans portée", "table header without a scope", "navigation «  » without a name",
                "moves: p.moving", "forced colours: focus not seen: button.bare", "forced colours: no edge: button.bare", "wider spaces: cut: p.cut",
                "zoom of 200 %: wider than the window", "zoom of 400 %: wider than the window", "letters twice as large: cut: p.cut",
            ],
            fault => Assert.Contains(faults, f => f.StartsWith(fault, StringComparison.Ordinal)));
        Assert.Contains(" nodes, at most 600", Assert.Single((await PageMeasures.OfAsync(person.Page)).Faults("/connexion")), StringComparison.Ordinal);
        Assert.Empty(new PageMeasures(600, 40, 150_000).Faults("/connexion"));
        Assert.Equal(3, new PageMeasures(601, 41, 150_001).Faults("/connexion").Count());
        Assert.Empty(new PageMeasures(600, 40, 1_000_000, HasCharts: true).Faults("/connexion"));
        Assert.Single(new PageMeasures(600, 40, 1_000_001, HasCharts: true).Faults("/connexion"));
    }
}
