using Responsables.Domain.Accounts;
using Responsables.Web.Tests;
using Responsables.World;

namespace Responsables.Browser.Tests;

/// <summary>A dossier from its first answer to the figure, by four people, with scripts and without.</summary>
public sealed class JourneyTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const int Year = 2025;
    private const string Indicator = "rso-gouv-cartographie-pp";
    private const string Reason = "La cartographie de 2024 est publiée : merci de revoir la réponse.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dossier_goes_from_its_first_answer_to_the_figure(bool scripts)
    {
        var browser = chromium.Browser;
        await using var site = await Site.StartAsync(true, "--RESPONSABLES_SIGN_INS_PER_MINUTE=1000");
        var years = await PlayedYears.OpenAsync(site, Year);
        await years.AnswerNothingAsync(SmallFederation.Alpha75, Year, "nb_sites", "cartographie_pp", "cartographie_pp_annee");
        var dossier = $"/dossiers/{await years.IdAsync(SmallFederation.Alpha75, Year)}";
        var looks = new Looks(output);

        await using var contributor = await OpenAsync(site, browser, scripts, Role.Contributor);
        await using var director = await OpenAsync(site, browser, scripts, Role.Director);
        await using var coordinator = await OpenAsync(site, browser, scripts, Role.Coordinator);
        await using var federation = await OpenAsync(site, browser, scripts, Role.Federation);

        await EnterAsync(contributor, dossier, scripts, looks);
        await SignAsync(director, dossier, looks, "to sign");
        await ReturnAsync(coordinator, dossier, looks);
        await MendAsync(contributor, dossier, scripts, looks);
        await SignAsync(director, dossier, looks, "to sign again");
        await ValidateAsync(coordinator, dossier, looks);
        await AcceptAsync(federation, looks);
        await ReadFigureAsync(federation, looks);

        output.WriteLine($"{looks.Checks} looks");
        Assert.Equal("", string.Join('\n', [.. looks.Faults, .. contributor.Faults, .. director.Faults, .. coordinator.Faults, .. federation.Faults]));
    }

    private static async Task EnterAsync(Person contributor, string dossier, bool scripts, Looks looks)
    {
        await looks.AtAsync(contributor, "home of a contributor");
        await contributor.GoAsync("/dossiers");
        await looks.AtAsync(contributor, "own dossiers");
        await contributor.GoAsync(dossier);
        await looks.AtAsync(contributor, "dossier");
        await contributor.GoAsync($"{dossier}/engagements/contexte");
        await contributor.Page.FillAsync("#nb_sites", "12");
        await SaveAsync(contributor, "#nb_sites", scripts);
        await looks.AtAsync(contributor, "form, context");
        await contributor.GoAsync($"{dossier}/engagements/E1");
        Assert.Equal(0, await contributor.Page.Locator("input[name=cartographie_pp]:checked").CountAsync());
        await contributor.Page.CheckAsync("input[name=cartographie_pp][value=non]");
        await SaveAsync(contributor, "input[name=cartographie_pp]", scripts);
        await looks.AtAsync(contributor, "form, engagement");
        await contributor.GoAsync($"{dossier}/engagements/contexte");
        Assert.Equal("12", await contributor.Page.InputValueAsync("#nb_sites"));
        await contributor.GoAsync($"{dossier}/verification");
        await looks.AtAsync(contributor, "check by a contributor");
    }

    private static async Task SignAsync(Person director, string dossier, Looks looks, string state)
    {
        await director.GoAsync($"{dossier}/verification");
        await looks.AtAsync(director, $"check, {state}");
        await director.SendAsync("form[action$='/signature'] button");
        Assert.Contains("Personne director", await director.Page.InnerTextAsync("#signature .facts"), StringComparison.Ordinal);
        await looks.AtAsync(director, "receipt of the signature");
    }

    private static async Task ReturnAsync(Person coordinator, string dossier, Looks looks)
    {
        await coordinator.GoAsync("/examen");
        await looks.AtAsync(coordinator, "desk");
        await coordinator.GoAsync($"/examen{dossier}");
        await looks.AtAsync(coordinator, "review");
        await coordinator.Page.CheckAsync($"[name='d.{Indicator}'][value=renvoyer]");
        await coordinator.Page.Locator($"#d-{Indicator} summary").ClickAsync();
        await coordinator.Page.FillAsync($"#r-{Indicator}", Reason);
        await coordinator.SendAsync($"form[action='/examen{dossier}'] .actions button:not(.secondary)");
        await looks.AtAsync(coordinator, "review, one returned");
    }

    private static async Task MendAsync(Person contributor, string dossier, bool scripts, Looks looks)
    {
        await contributor.GoAsync($"{dossier}/engagements/E1");
        Assert.Contains(Reason, await contributor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await looks.AtAsync(contributor, "form, returned");
        await contributor.Page.CheckAsync("input[name=cartographie_pp][value=oui]");
        await SaveAsync(contributor, "input[name=cartographie_pp]", scripts);
        await contributor.Page.FillAsync("#cartographie_pp_annee", "2025");
        await SaveAsync(contributor, "#cartographie_pp_annee", scripts);
    }

    private static async Task ValidateAsync(Person coordinator, string dossier, Looks looks)
    {
        await coordinator.GoAsync($"/examen{dossier}");
        await coordinator.SendAsync("button[formaction$='/reste']");
        await looks.AtAsync(coordinator, "review, all validated");
    }

    private static async Task AcceptAsync(Person federation, Looks looks)
    {
        await federation.GoAsync($"/acceptation/{Year}");
        await looks.AtAsync(federation, "acceptance");
        await federation.SendAsync("button[name=quoi][value=tous]");
        await looks.AtAsync(federation, "acceptance, to confirm");
        await federation.SendAsync("main form .actions button");
        Assert.True(await federation.Page.Locator(".notice.success").IsVisibleAsync());
    }

    private static async Task ReadFigureAsync(Person federation, Looks looks)
    {
        await federation.GoAsync($"/chiffres/{Year}/{SmallFederation.Alpha75}");
        await looks.AtAsync(federation, "dashboard of a body");
        await federation.Page.Locator($"a[href*='/{Indicator}']").First.ClickAsync();
        await federation.Page.WaitForURLAsync($"**/{Indicator}*");
        Assert.Contains("100", await federation.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await looks.AtAsync(federation, "figure, opened");
        await federation.GoAsync($"/chiffres/{Year}/fed");
        await looks.AtAsync(federation, "dashboard of the whole");
        foreach (var (path, name) in ((string, string)[])[("/campagnes/2025", "campaign"), ("/journal", "trail"), ("/organismes", "organisations"), ("/comptes", "accounts")])
        {
            await federation.GoAsync(path);
            await looks.AtAsync(federation, name);
        }
    }

    /// <summary>With scripts the form saves by itself and says so; without, its button sends it.</summary>
    private static async Task SaveAsync(Person person, string field, bool scripts)
    {
        if (!scripts)
        {
            await person.SendAsync(".actions button[value=stay]");
            return;
        }

        await person.Page.Locator(field).First.BlurAsync();
        await Expect(person.Page.Locator("[data-status]")).ToContainTextAsync("enregistré", new() { Timeout = 60_000 });
        await person.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
    }

    private static Microsoft.Playwright.ILocatorAssertions Expect(Microsoft.Playwright.ILocator locator) => Microsoft.Playwright.Assertions.Expect(locator);

    private static async Task<Person> OpenAsync(Site site, Microsoft.Playwright.IBrowser browser, bool scripts, Role role)
    {
        var email = $"{role}@example.fr".ToLowerInvariant();
        await site.OpenAccount(email, new Grant(role, role switch
        {
            Role.Contributor or Role.Director => SmallFederation.Alpha75,
            Role.Coordinator => SmallFederation.FundA,
            _ => null,
        }));
        var person = await Person.OpenAsync(browser, site.Address, scripts);
        await person.SignInAsync(email, Site.Password);
        return person;
    }
}
