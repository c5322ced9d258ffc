using Microsoft.Playwright;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests;
using Responsables.World;

namespace Responsables.Browser.Tests;

/// <summary>The entry form with its scripts: a pasted block, and what is kept when the page, the network or the session goes.</summary>
public sealed class AnsweringTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const int Year = 2025;
    private const string Status = "[data-status][data-kind=saved]";
    private const string Scope1 = "#ges_scope1";
    private const string Scope2 = "#ges_scope2";

    private const string Paste = """
        text => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task A_pasted_block_is_seen_before_it_is_put_and_saved()
    {
        await using var site = await Site.StartAsync();
        await using var person = await OpenAsync(site);
        var (page, looks) = (person.Page, new Looks(output));
        await page.FocusAsync(Scope1);
        await page.EvaluateAsync(Paste, "Scope 1\t1 234,5\nScope 2\tdouze");
        await page.WaitForSelectorAsync("dialog[open] .faults");
        await looks.AtAsync(person, "pasted block");
        Assert.Equal("", await page.InputValueAsync(Scope1));

        await page.FillAsync("dialog textarea", "Scope 1\t1 234,5\nScope 2\t12");
        await page.ClickAsync("dialog [data-paste-again] button");
        await page.WaitForSelectorAsync("dialog:not(:has(.faults))");
        await page.ClickAsync("dialog [data-paste-put] button");
        await page.WaitForSelectorAsync("[data-row=ges_scope2] [data-state][data-kind=done]");
        await page.ReloadAsync();
        Assert.Equal(("1\u00A0234,5", "12"), (await page.InputValueAsync(Scope1), await page.InputValueAsync(Scope2)));
        Assert.Empty(looks.Faults.Concat(person.Faults));
    }

    [Fact]
    public async Task One_value_is_pasted_as_anywhere_else()
    {
        await using var site = await Site.StartAsync();
        await using var person = await OpenAsync(site);
        await person.Page.FocusAsync(Scope1);
        await person.Page.EvaluateAsync(Paste, "12\n");
        Assert.False(await person.Page.Locator("dialog[open]").IsVisibleAsync());
    }

    [Fact]
    public async Task A_closed_tab_proposes_what_was_typed_and_puts_nothing_by_itself()
    {
        await using var site = await Site.StartAsync();
        await using var person = await OpenAsync(site);
        var address = person.Page.Url;
        await person.Page.FocusAsync(Scope1);
        await person.Page.Keyboard.TypeAsync("4321");
        var context = person.Page.Context;
        var other = await context.NewPageAsync();
        await person.Page.CloseAsync();
        await other.GotoAsync(address);
        Assert.Contains("4321", await other.InnerTextAsync("[data-proposals] ul"), StringComparison.Ordinal);
        Assert.Equal("", await other.InputValueAsync(Scope1));
        await other.ClickAsync("[data-take]");
        await other.WaitForSelectorAsync(Status);
        await other.ReloadAsync();
        Assert.Equal("4\u00A0321", await other.InputValueAsync(Scope1));
        Assert.False(await other.IsVisibleAsync("[data-proposals]"));
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_not_written_over()
    {
        await using var site = await Site.StartAsync();
        await using var person = await OpenAsync(site);
        await person.Page.FocusAsync(Scope1);
        await person.Page.Keyboard.TypeAsync("4321");
        var address = person.Page.Url;
        var other = await person.Page.Context.NewPageAsync();
        await person.Page.CloseAsync();
        var years = new PlayedYears(site);
        await years.AnswerAsync(SmallFederation.Alpha75, Year, "ges_scope1", "985");
        await other.GotoAsync(address);
        Assert.Contains("a changé depuis", await other.InnerTextAsync("[data-proposals] ul"), StringComparison.Ordinal);
        await other.ClickAsync("[data-take]");
        await other.WaitForSelectorAsync("[data-row=ges_scope1] [data-error] button");
        Assert.Equal("985", (await other.Context.NewPageAsync() is var third && await third.GotoAsync(address) is not null ? await third.InputValueAsync(Scope1) : "").Replace("\u00A0", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_network_and_an_ended_session_say_so_and_lose_nothing()
    {
        await using var site = await Site.StartAsync();
        await using var person = await OpenAsync(site);
        var page = person.Page;
        await page.Context.SetOfflineAsync(true);
        await TypeAsync(page, Scope1, "77");
        await page.WaitForSelectorAsync("[data-status]:has-text('connexion perdue')");
        await page.Context.SetOfflineAsync(false);
        await page.WaitForSelectorAsync(Status);

        await page.Context.ClearCookiesAsync(new() { NameRegex = new("session") });
        await TypeAsync(page, Scope1, "88");
        await page.ClickAsync("[data-status] a");
        await page.FillAsync("#email", Email);
        await page.FillAsync("#password", Site.Password);
        await person.LeaveAsync(() => page.ClickAsync("main form button:not(.quiet)"));
        Assert.Contains("« 88 »", (await page.InnerTextAsync("[data-proposals] ul")).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("77", await page.InputValueAsync(Scope1));

        await page.ClickAsync("details.account summary");
        await person.LeaveAsync(() => page.ClickAsync("form[action='/deconnexion'] button"));
        Assert.False(await page.EvaluateAsync<bool>("Object.keys(localStorage).some(k => k.startsWith('draft:'))"));
    }

    [Fact]
    public async Task A_save_renews_what_depends_on_it_and_leaves_what_is_being_typed()
    {
        await using var site = await Site.StartAsync();
        await using var person = await OpenAsync(site);
        var page = person.Page;
        var before = await page.InnerTextAsync("#progress");
        Assert.Equal("todo", await page.GetAttributeAsync("[id='tag.page.E3']", "data-kind"));
        await TypeAsync(page, Scope1, "400");
        await page.WaitForSelectorAsync("[id='tag.page.E3'][data-kind=doing]");
        await page.WaitForSelectorAsync("[id='tag.topic.E3.1'][data-kind=doing]");
        Assert.NotEqual(before, await page.InnerTextAsync("#progress"));
        Assert.NotEqual("0", await page.GetAttributeAsync("[id='progress.bar']", "value"));

        await page.FillAsync("[id='dju_annee']", "-5");
        await page.PressAsync("[id='dju_annee']", "Tab");
        await page.WaitForSelectorAsync("[data-standing]:visible a[href='#dju_annee']");
        await TypeAsync(page, "[id='dju_annee']", "1800");
        await page.WaitForSelectorAsync("[data-standing]", new() { State = WaitForSelectorState.Hidden });
        Assert.Empty(person.Faults);
    }

    [Fact]
    public async Task The_end_of_the_session_is_announced_and_put_off()
    {
        await using var site = await Site.StartAsync();
        await using var person = await OpenAsync(site);
        var page = person.Page;
        Assert.False(await page.IsVisibleAsync("[data-session]"));
        await page.EvaluateAsync("document.dispatchEvent(new CustomEvent('session', { detail: Date.now() / 1000 + 300 }))");
        Assert.Contains("se termine à", await page.InnerTextAsync("[data-session]"), StringComparison.Ordinal);
        await page.ClickAsync("[data-session-stay] button");
        await page.WaitForSelectorAsync("[data-session-text]:has-text('prolongée')");
    }

    [Fact]
    public async Task What_an_answer_may_call_for_stands_under_it_where_only_what_is_left_is_shown()
    {
        await using var site = await Site.StartAsync();
        await using var person = await OpenAsync(site);
        await new PlayedYears(site).AnswerNothingAsync(SmallFederation.Alpha75, Year, "cartographie_pp", "cartographie_pp_annee");
        var page = person.Page;
        await person.GoAsync(page.Url.Replace("/E3", "/E1?montrer=a-faire", StringComparison.Ordinal));
        Assert.Equal(["cartographie_pp", "cartographie_pp_annee"], await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-row]')].map(r => r.dataset.row).filter(r => !r.startsWith('analyse'))"));

        // A yes calls for the year, which is given without leaving the page.
        await page.CheckAsync("input[name=cartographie_pp][value=oui]");
        await page.WaitForSelectorAsync("[data-row=cartographie_pp] [data-state][data-kind=done]");
        await TypeAsync(page, "#cartographie_pp_annee", "2025");
        await page.WaitForSelectorAsync("[data-row=cartographie_pp_annee] [data-state][data-kind=done]");
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator("[data-row=cartographie_pp], [data-row=cartographie_pp_annee]").CountAsync());
        Assert.Empty(person.Faults);
    }

    private const string Email = "saisie@example.fr";

    private async Task<Person> OpenAsync(Site site)
    {
        var years = await PlayedYears.OpenAsync(site, Year);
        await site.OpenAccount(Email, new Grant(Role.Contributor, SmallFederation.Alpha75));
        var person = await Person.OpenAsync(chromium.Browser, site.Address);
        await person.SignInAsync(Email, Site.Password);
        await person.GoAsync($"/dossiers/{await years.IdAsync(SmallFederation.Alpha75, Year)}/engagements/E3");
        return person;
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.FillAsync(field, text);
        await page.PressAsync(field, "Tab");
    }
}
