using Responsables.Web.Tests;

namespace Responsables.Browser.Tests;

/// <summary>The looks see what is wrong: a check that finds nothing anywhere would be worth nothing.</summary>
public sealed class LooksTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const string Spoil = """
        () => {
          const image = document.createElement("img");
          document.querySelector("main").append(image);
          const wide = document.createElement("div");
          wide.style.width = "2000px";
          wide.textContent = "large";
          document.querySelector("main").append(wide);
          const text = document.createElement("p");
          text.textContent = "à peine lisible";
          text.style.color = "color-mix(in srgb, canvas 70%, canvastext)";
          document.querySelector("main").append(text);
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_wrong_in_a_page_is_seen(bool scripts)
    {
        var browser = chromium.Browser;
        await using var site = await Site.StartAsync();
        await using var person = await Person.OpenAsync(browser, site.Address, scripts);
        await person.GoAsync("/connexion");
        var looks = new Looks(output);
        await looks.AtAsync(person, "as it is");
        Assert.Empty(looks.Faults);

        await person.Page.EvaluateAsync(Spoil);
        await looks.AtAsync(person, "spoilt");
        Assert.Contains(looks.Faults, f => f.Contains("image-alt", StringComparison.Ordinal));
        Assert.Contains(looks.Faults, f => f.Contains("320 px: div", StringComparison.Ordinal));
        Assert.Contains(looks.Faults, f => f.Contains("Light: color-contrast", StringComparison.Ordinal));
        Assert.Contains(looks.Faults, f => f.Contains("Dark: color-contrast", StringComparison.Ordinal));
    }
}
