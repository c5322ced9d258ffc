using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Web.Tests;
using Responsables.World;

namespace Responsables.Browser.Tests;

/// <summary>A dossier reviewed by single keys, which write like any others in a field and can be turned off.</summary>
public sealed class ReviewKeysTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Year = 2025;
    private const string Here = "() => document.activeElement.closest('[data-block]')?.dataset.block ?? ''";
    private const string Decision = "() => document.activeElement.closest('[data-block]').querySelector('input[type=radio]:checked').value";

    [Fact]
    public async Task Blocks_are_gone_through_validated_and_returned_by_single_keys()
    {
        await using var site = await Site.StartAsync();
        var years = await PlayedYears.OpenAsync(site, Year);
        await years.AnswerNothingAsync(SmallFederation.Alpha75, Year);
        await years.SignAsync(SmallFederation.Alpha75, Year);
        await site.OpenAccount("coordination@example.fr", new Grant(Role.Coordinator, SmallFederation.FundA));
        await using var person = await Person.OpenAsync(chromium.Browser, site.Address);
        var page = person.Page;
        await person.GoAsync("/connexion");
        await page.FillAsync("#email", "coordination@example.fr");
        await page.FillAsync("#password", Site.Password);
        await person.SendAsync("main form button");
        await person.GoAsync($"/examen/dossiers/{await years.IdAsync(SmallFederation.Alpha75, Year)}");
        var blocks = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-block]')].map(b => b.dataset.block)");

        await page.Keyboard.PressAsync("j");
        Assert.Equal(blocks[0], await page.EvaluateAsync<string>(Here));
        await page.Keyboard.PressAsync("v");
        Assert.Equal("valider", await page.EvaluateAsync<string>(Decision));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("r");
        Assert.Equal((blocks[1], $"r-{blocks[1]}", "renvoyer"),
            (await page.EvaluateAsync<string>(Here), await page.EvaluateAsync<string>("() => document.activeElement.id"), await page.EvaluateAsync<string>(Decision)));
        Assert.Contains($"{blocks.Length - 2} indicateurs sans décision, 2 à enregistrer", await page.InnerTextAsync("[data-left]"), StringComparison.Ordinal);

        // In a field a key is a letter; the phrase that is chosen joins what was typed, and can be changed.
        await page.Keyboard.TypeAsync("jkv?");
        var phrase = await page.InnerTextAsync($"[id='c-{blocks[1]}'] option:nth-child(2)");
        await page.SelectOptionAsync($"[id='c-{blocks[1]}']", phrase);
        Assert.Equal($"jkv?\n{phrase}", await page.InputValueAsync($"[id='r-{blocks[1]}']"));
        Assert.Equal("", await page.InputValueAsync($"[id='c-{blocks[1]}']"));

        await page.FocusAsync($"[name='d.{blocks[1]}']:checked");
        await page.Keyboard.PressAsync("k");
        Assert.Equal(blocks[0], await page.EvaluateAsync<string>(Here));
        await person.SendAsync("#decisions .actions button:not(.secondary)");
        Assert.Contains("1 indicateur validé, 1 renvoyé", await page.InnerTextAsync(".notice[role=status]"), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("?");
        await person.SendAsync("[data-keys-help][open] form button");
        await page.Keyboard.PressAsync("j");
        Assert.Equal("", await page.EvaluateAsync<string>(Here));
        Assert.Empty(person.Faults);
    }

    [Fact]
    public async Task The_keys_of_the_buttons_only_focus_them_and_those_of_the_desk_go_from_dossier_to_dossier()
    {
        await using var site = await Site.StartAsync();
        var years = await PlayedYears.OpenAsync(site, Year);
        foreach (var body in (OrganizationCode[])[SmallFederation.Alpha75, SmallFederation.AlphaNormandie])
        {
            await years.AnswerNothingAsync(body, Year);
            await years.SignAsync(body, Year);
        }

        await site.OpenAccount("coordination@example.fr", new Grant(Role.Coordinator, SmallFederation.FundA));
        await using var person = await Person.OpenAsync(chromium.Browser, site.Address);
        var page = person.Page;
        await person.SignInAsync("coordination@example.fr", Site.Password);
        await person.GoAsync($"/examen/{Year}");
        var first = await page.GetAttributeAsync("tbody [data-key=n]", "href");
        await person.LeaveAsync(() => page.Keyboard.PressAsync("n"));
        Assert.EndsWith(first!, page.Url, StringComparison.Ordinal);

        // e and t decide nothing by themselves.
        const string Focused = "() => document.activeElement.dataset.key ?? ''";
        await page.Keyboard.PressAsync("e");
        Assert.Equal("e", await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("t");
        Assert.Equal("t", await page.EvaluateAsync<string>(Focused));
        Assert.Empty(await site.WithDbAsync(db => db.Reviews.ToListAsync()));

        await person.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Contains("indicateurs validés", await page.InnerTextAsync(".notice[role=status]"), StringComparison.Ordinal);
        await person.LeaveAsync(() => page.Keyboard.PressAsync("n"));
        Assert.DoesNotContain(first!, page.Url, StringComparison.Ordinal);
        Assert.Contains("/examen/dossiers/", page.Url, StringComparison.Ordinal);

        // What is ticked is saved by e and Enter.
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("v");
        await page.Keyboard.PressAsync("e");
        await person.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Contains("1 indicateur validé", await page.InnerTextAsync(".notice[role=status]"), StringComparison.Ordinal);
        Assert.Empty(person.Faults);
    }
}
