using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.CarryOver;

/// <summary>Starting from last year on one page, without a script; then the marks to confirm, one by one or a whole enjeu.</summary>
public sealed class CarryOverPagesTests : IAsyncLifetime
{
    private const string Yes = "cartographie_pp";

    private Site site = null!;
    private Dossiers dossiers = null!;
    private Visitor owner = null!;
    private string dossier = "";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
        dossier = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75)}";
        owner = await site.SignInAs(Role.Contributor);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, Yes, "oui", Dossiers.Year - 1);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "nb_sites", "7654319", Dossiers.Year - 1);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_page_says_what_comes_along_and_one_act_carries_it_over()
    {
        Assert.NotNull((await owner.Get(dossier)).Page.QuerySelector("a[href$='/report']"));
        var page = (await owner.Get($"{dossier}/report")).Expect(200);
        Assert.Contains("1 réponse par oui, non ou liste", page.Text("main form"), StringComparison.Ordinal);
        Assert.DoesNotContain("7\u00a0654\u00a0319", page.Text("main"), StringComparison.Ordinal);
        var done = (await owner.Submit(page, "main form")).Expect(303);
        Assert.Contains("1 réponse à confirmer", (await owner.Follow(done)).Notice, StringComparison.Ordinal);
        Assert.Equal(Dossiers.Year - 1, (await dossiers.KeptAsync(SmallFederation.Alpha75, Yes))!.CarriedFrom);
        Assert.Null(await dossiers.KeptAsync(SmallFederation.Alpha75, "nb_sites"));
        Assert.Contains("Rien", (await owner.Get($"{dossier}/report")).Text(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_stands_on_the_form_until_its_button_is_pressed()
    {
        await owner.Submit(await owner.Get($"{dossier}/report"), "main form");
        var form = (await owner.Get($"{dossier}/engagements/E1")).Expect(200);
        Assert.Equal("à confirmer", form.Text($"[data-row={Yes}] [data-state]"));
        Assert.Contains("1 réponse reportée à confirmer", (await owner.Get($"{dossier}/verification")).Text("main"), StringComparison.Ordinal);

        // Saved as it stands, it still waits.
        (await owner.Submit(form, "form[data-rows]")).Expect(303);
        Assert.NotNull((await dossiers.KeptAsync(SmallFederation.Alpha75, Yes))!.CarriedFrom);
        var button = form.Page.QuerySelector($"[data-row={Yes}] button[value='confirm:{Yes}']")!;
        var done = await PressAsync(form, button.GetAttribute("value")!);
        Assert.EndsWith($"#{Yes}", done.Expect(303).Location, StringComparison.Ordinal);
        Assert.Contains("1 réponse confirmée", (await owner.Follow(done)).Notice, StringComparison.Ordinal);
        Assert.Null((await dossiers.KeptAsync(SmallFederation.Alpha75, Yes))!.CarriedFrom);
        Assert.Equal(["submissions.carry-over", "submissions.confirm"], (await site.TrailAsync()).Where(t => t is "submissions.carry-over" or "submissions.confirm"));
    }

    [Fact]
    public async Task One_button_confirms_a_whole_enjeu_and_nothing_of_the_others()
    {
        var asked = (await dossiers.ReadAsync(SmallFederation.Alpha75)).Questionnaire;
        var plan = new Web.Submissions.FormPlan(asked);
        var enjeux = plan.Page("E1")!.Topics.Select(t => (t.Topic!.Code, Questions: Booleans(t))).Where(t => t.Questions.Count > 0).ToList();
        foreach (var code in enjeux.SelectMany(e => e.Questions))
        {
            await dossiers.AnswerAsync(SmallFederation.Alpha75, code, "oui", Dossiers.Year - 1);
        }

        await owner.Submit(await owner.Get($"{dossier}/report"), "main form");
        var (topic, mine) = enjeux.First(e => e.Questions.Count > 1);
        var form = await owner.Get($"{dossier}/engagements/E1");
        Assert.NotNull(form.Page.QuerySelector($"button[value='confirm-all:{topic}']"));
        (await PressAsync(form, $"confirm-all:{topic}")).Expect(303);
        var waiting = await site.WithDbAsync(db => db.Answers.Where(a => a.CarriedFrom != null).Select(a => a.Variable).ToListAsync());
        Assert.Equal(enjeux.SelectMany(e => e.Questions).Except(mine).Order(StringComparer.Ordinal), waiting.Select(v => v.Value).Order(StringComparer.Ordinal));

        List<string> Booleans(Web.Submissions.FormTopic enjeu) => [.. enjeu.Blocks
            .SelectMany(b => b.Uses.Where(u => u.When is null && plan.IsEnteredIn(u.Variable, b))).Select(u => u.Variable).Distinct()
            .Where(v => asked.Framework.Variable(v).Type == Domain.Frameworks.VariableType.Boolean).Select(v => v.Value)];
    }

    [Fact]
    public async Task Nothing_ticked_is_refused_and_others_find_nothing()
    {
        var page = await owner.Get($"{dossier}/report");
        var hidden = page.Page.QuerySelectorAll("main form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));
        var before = await dossiers.CountsAsync();
        Assert.Single((await owner.Post($"{dossier}/report", [.. hidden])).Expect(422).Faults);
        Assert.Equal(before, await dossiers.CountsAsync());
        (await (await site.SignInAs(Role.Contributor, SmallFederation.Beta14)).Get($"{dossier}/report")).Expect(404);
    }

    private Task<Screen> PressAsync(Screen form, string then)
    {
        // The buttons are of the form: what is pressed is sent with it.
        var field = form.Page.CreateElement("input");
        field.SetAttribute("type", "hidden");
        field.SetAttribute("name", "then");
        form.Page.QuerySelector("form[data-rows]")!.AppendChild(field);
        return owner.Submit(form, "form[data-rows]", ("then", then));
    }
}
