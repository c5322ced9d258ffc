using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

/// <summary>« Coller depuis un tableur » without scripts: seen first, then put.</summary>
public sealed class PasteTests : IAsyncLifetime
{
    private const string Ask = "form[data-paste-again]";
    private const string Put = "form[data-paste-put]";

    private Site site = null!;
    private Dossiers dossiers = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_block_is_shown_where_it_goes_then_put()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "5", comment: "Mesuré");
        var person = await site.SignInAs(Role.Contributor);
        var page = (await person.Get(await dossiers.FormAsync("E3") + "/coller")).Expect(200);
        var before = await dossiers.CountsAsync();
        var seen = (await person.Submit(page, Ask, ("collage", "Scope 1\t1 234,5\r\n\"Scope \"\"2\"\"\"\t0\r\n"), ("depuis", "ges_scope1"))).Expect(200);
        Assert.Equal(before, await dossiers.CountsAsync());
        var rows = seen.Page.QuerySelectorAll("[data-paste-preview] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("1 234,5", rows[0], StringComparison.Ordinal);
        Assert.Contains("remplace", rows[0], StringComparison.Ordinal);
        Assert.Contains("Scope \"2\"", rows[1], StringComparison.Ordinal);
        Assert.Contains("remplit", rows[1], StringComparison.Ordinal);

        Assert.StartsWith("Enregistré à ", (await person.Follow((await person.Submit(seen, Put)).Expect(303))).Notice, StringComparison.Ordinal);
        var kept = (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"))!;
        Assert.Equal(("1234.5", "Mesuré"), (kept.Value, kept.Comment));
        Assert.Equal("0", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope2"))!.Value);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_line()
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3") + "/coller");
        var seen = (await person.Submit(page, Ask, ("collage", "douze\n7\n1e9"), ("depuis", "ges_scope1"))).Expect(422);
        Assert.Equal(2, seen.Faults.Count);
        Assert.StartsWith("Ligne 1\u00A0: ", seen.Faults[0], StringComparison.Ordinal);
        Assert.StartsWith("Ligne 3\u00A0: ", seen.Faults[1], StringComparison.Ordinal);
        Assert.NotNull(seen.Page.QuerySelector(seen.Page.QuerySelector(".faults a")!.GetAttribute("href")!));
        Assert.Equal("douze\n7\n1e9", seen.Text("textarea"));

        (await person.Submit(seen, Put)).Expect(303);
        Assert.Null(await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"));
        Assert.Equal("7", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope2"))!.Value);
    }

    [Theory]
    [InlineData("", "ges_scope1")]
    [InlineData("12", "nb_sites")]
    [InlineData("\"12", "ges_scope1")]
    public async Task What_cannot_be_placed_is_refused(string block, string from)
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3") + "/coller");
        var seen = (await person.Submit(page, Ask, ("collage", block), ("depuis", from))).Expect(422);
        Assert.Single(seen.Faults);
        Assert.Null(seen.Page.QuerySelector(Put));
    }

    [Fact]
    public async Task Another_column_may_be_chosen()
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3") + "/coller");
        var seen = (await person.Submit(page, Ask, ("collage", "10\t11\n20\t21"), ("depuis", "ges_scope1"))).Expect(200);
        var other = (await person.Submit(seen, Ask, ("colonne", "1"))).Expect(200);
        (await person.Submit(other, Put)).Expect(303);
        Assert.Equal("11", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"))!.Value);
        Assert.Equal("21", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope2"))!.Value);
    }

    [Fact]
    public async Task What_somebody_changed_after_the_preview_is_a_conflict()
    {
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3") + "/coller");
        var seen = await person.Submit(page, Ask, ("collage", "12"), ("depuis", "ges_scope1"));
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "985");
        Assert.Contains("Sonia Marchand", (await person.Submit(seen, Put)).Expect(409).Text(".conflict"), StringComparison.Ordinal);
        Assert.Equal("985", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"))!.Value);
    }

    [Fact]
    public async Task The_same_values_again_leave_nothing_to_put()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "12");
        var person = await site.SignInAs(Role.Contributor);
        var page = await person.Get(await dossiers.FormAsync("E3") + "/coller");
        var seen = (await person.Submit(page, Ask, ("collage", "12,0"), ("depuis", "ges_scope1"))).Expect(200);
        Assert.Null(seen.Page.QuerySelector(Put));
    }
}
