using Responsables.Domain.Accounts;
using Responsables.Web.Tests;
using Responsables.World;

namespace Responsables.Browser.Tests;

/// <summary>Questions assigned by an invitation and answered, and a delay given, at a browser, with scripts and without: every page looked at.</summary>
public sealed class AssigningTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const int Year = 2025;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Questions_are_assigned_by_invitation_and_answered(bool scripts)
    {
        var browser = chromium.Browser;
        await using var site = await Site.StartAsync();
        var years = await PlayedYears.OpenAsync(site, Year);
        var dossier = $"/dossiers/{await years.IdAsync(SmallFederation.Beta75, Year)}";
        await site.OpenAccount("pilote@example.fr", new Grant(Role.Contributor, SmallFederation.Beta75));
        await using var owner = await Person.OpenAsync(browser, site.Address, scripts);
        await using var helper = await Person.OpenAsync(browser, site.Address, scripts);
        var looks = new Looks(output);
        await owner.SignInAsync("pilote@example.fr", Site.Password);
        await owner.GoAsync($"{dossier}/confier");
        await owner.Page.FillAsync("#email", "rh@example.fr");
        await owner.Page.ClickAsync("main details:has([value=effectif_physique_3112]) > summary");
        await owner.Page.CheckAsync("[name=question][value=surface_m2]");
        await looks.AtAsync(owner, "assigning");
        await owner.SendAsync("form[action$='/confier'] .actions button");
        await looks.AtAsync(owner, "link of an invitation");

        await helper.GoAsync(new Uri(await owner.Page.InnerTextAsync("[data-link]")).AbsolutePath);
        await helper.Page.FillAsync("#name", "Rose Renfort");
        await helper.Page.FillAsync("#password", Site.Password);
        await helper.Page.FillAsync("#again", Site.Password);
        await helper.SendAsync("main form button");
        await looks.AtAsync(helper, "home of a helper");
        await helper.LeaveAsync(() => helper.Page.ClickAsync("main .actions a.button"));
        await helper.Page.FillAsync("#surface_m2", "1200");
        await helper.SendAsync("form[data-rows] .actions button");
        await looks.AtAsync(helper, "dossier of a helper");

        await owner.GoAsync(dossier);
        Assert.Contains("1 question sur 1 a une réponse", await owner.Page.InnerTextAsync("ul.tasks >> nth=1"), StringComparison.Ordinal);
        await owner.GoAsync($"{dossier}/engagements/contexte");
        await looks.AtAsync(owner, "form with questions assigned");
        await owner.GoAsync($"{dossier}/confier");
        await owner.LeaveAsync(() => owner.Page.ClickAsync("ul.tasks h3 a"));
        await looks.AtAsync(owner, "one assignment");
        Assert.Empty(looks.Faults.Concat(owner.Faults).Concat(helper.Faults));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_delay_is_given_and_the_calendar_looked_at(bool scripts)
    {
        var browser = chromium.Browser;
        await using var site = await Site.StartAsync();
        await PlayedYears.OpenAsync(site, Year);
        await site.OpenAccount("federation@example.fr", new Grant(Role.Federation, null));
        await using var person = await Person.OpenAsync(browser, site.Address, scripts);
        var looks = new Looks(output);
        await person.SignInAsync("federation@example.fr", Site.Password);
        await person.GoAsync($"/campagnes/{Year}/delais");
        await person.Page.FillAsync("#day", DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await person.Page.FillAsync("#reason", "Paie en panne.");
        await person.Page.CheckAsync("[name=organization] >> nth=0");
        await looks.AtAsync(person, "giving a delay");
        await person.SendAsync(".bulk button:not([name])");
        await looks.AtAsync(person, "delays");
        await person.GoAsync($"/campagnes/{Year}");
        await looks.AtAsync(person, "campaign with its calendar");
        await person.LeaveAsync(() => person.Page.ClickAsync("a[href$='/calendrier']"));
        await person.Page.FillAsync("#entry-to", DateTime.UtcNow.AddDays(25).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await looks.AtAsync(person, "moving the windows");
        await person.SendAsync("form[action$='/calendrier'] button");
        await looks.AtAsync(person, "effect of moving the windows");
        Assert.Empty(looks.Faults.Concat(person.Faults));
    }
}
