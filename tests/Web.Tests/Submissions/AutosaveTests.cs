using System.Text.Json;
using AngleSharp.Dom;
using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

public sealed class AutosaveTests : IAsyncLifetime
{
    private Site site = null!;
    private Dossiers dossiers = null!;
    private Visitor person = null!;
    private string token = "";
    private Guid id;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
        person = await site.SignInAs(Role.Contributor);
        id = await dossiers.IdAsync(SmallFederation.Alpha75);
        var page = await person.Get($"/dossiers/{id}/engagements/E3");
        token = page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_row_is_saved_with_its_version_and_the_figures_it_makes()
    {
        await SaveAsync(Guid.NewGuid(), ("ges_scope2.base", ""), ("ges_scope2", "2"));
        var (status, json) = await SaveAsync(Guid.NewGuid(), ("ges_scope1.base", ""), ("ges_scope1", "1 000,5"));
        Assert.Equal(200, status);
        Assert.True(json.GetProperty("saved").GetBoolean());
        Assert.Matches("^[0-9]{2}:[0-9]{2}$", json.GetProperty("at").GetString());
        var row = json.GetProperty("rows").GetProperty("ges_scope1");
        Assert.Equal("done", row.GetProperty("kind").GetString());
        Assert.Contains(json.GetProperty("live").EnumerateObject(), l => l.Value.GetString() == "1\u00A0002,5\u00A0tCO2e");

        var (again, _) = await SaveAsync(Guid.NewGuid(), ("ges_scope1.base", row.GetProperty("version").GetString()!), ("ges_scope1", "3"));
        Assert.Equal(200, again);
        Assert.Equal("3", (await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"))!.Value);
    }

    [Fact]
    public async Task The_same_key_is_answered_again_and_written_once()
    {
        var key = Guid.NewGuid();
        var (_, first) = await SaveAsync(key, ("ges_scope1.base", ""), ("ges_scope1", "5"));
        var before = await dossiers.CountsAsync();
        var (status, second) = await SaveAsync(key, ("ges_scope1.base", ""), ("ges_scope1", "5"));
        Assert.Equal(200, status);
        Assert.Equal(before, await dossiers.CountsAsync());
        Assert.Equal(Version(first, "ges_scope1"), Version(second, "ges_scope1"));
    }

    [Fact]
    public async Task A_conflict_says_so_and_writes_nothing()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "7");
        var before = await dossiers.CountsAsync();
        var (status, json) = await SaveAsync(Guid.NewGuid(), ("ges_scope1.base", ""), ("ges_scope1", "5"));
        Assert.Equal(409, status);
        Assert.False(json.GetProperty("saved").GetBoolean());
        Assert.Equal(before, await dossiers.CountsAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_on_its_row()
    {
        var (status, json) = await SaveAsync(Guid.NewGuid(), ("ges_scope1.base", ""), ("ges_scope1", "1e309"));
        Assert.Equal(422, status);
        Assert.Contains("1e309", json.GetProperty("rows").GetProperty("ges_scope1").GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Null(await dossiers.KeptAsync(SmallFederation.Alpha75, "ges_scope1"));
    }

    [Fact]
    public async Task A_cell_changed_by_somebody_else_meanwhile_is_not_taken_back()
    {
        const string Row = "energie_chauffage_kwh";
        var (_, first) = await SaveAsync(Guid.NewGuid(), (Row + ".base", ""), (Row + "[energie=bois]", "10"));
        await dossiers.AnswerAsync(SmallFederation.Alpha75, Row, "55", cell: "energie=fioul");
        var (_, second) = await SaveAsync(Guid.NewGuid(), (Row + ".base", Version(first, Row)), (Row + "[energie=bois]", "11"));
        var (status, _) = await SaveAsync(Guid.NewGuid(), (Row + ".base", Version(second, Row)), (Row + "[energie=bois]", "12"));
        Assert.Equal(200, status);
        Assert.Equal("55", (await dossiers.KeptAsync(SmallFederation.Alpha75, Row, "energie=fioul"))!.Value);
        Assert.Equal("12", (await dossiers.KeptAsync(SmallFederation.Alpha75, Row, "energie=bois"))!.Value);
    }

    [Fact]
    public async Task A_total_made_from_its_cells_is_told()
    {
        const string Row = "effectif_physique_3112";
        var (_, json) = await SaveAsync(Guid.NewGuid(), (Row + ".base", ""), (Row, ""), (Row + "[sexe=femmes]", "700"), (Row + "[sexe=hommes]", "300"));
        Assert.Equal("1\u00A0000", json.GetProperty("rows").GetProperty(Row).GetProperty("values").GetProperty(Row).GetString());
    }

    [Fact]
    public async Task A_base_that_cannot_be_read_is_refused()
    {
        var (status, _) = await SaveAsync(Guid.NewGuid(), ("ges_scope1.base", "%%%"), ("ges_scope1", "5"));
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task What_depends_on_a_row_comes_with_its_save()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, "ges_scope1", "100", Dossiers.Year - 1);
        var (_, json) = await SaveAsync(Guid.NewGuid(), ("ges_scope1.base", ""), ("ges_scope1", "400"));
        var bar = json.GetProperty("bars").GetProperty("progress.bar");
        Assert.Equal(1, bar[0].GetInt32());
        Assert.StartsWith("1 question sur ", json.GetProperty("live").GetProperty("progress").GetString(), StringComparison.Ordinal);
        Assert.Contains("1 question sur ", json.GetProperty("live").GetProperty("progress.whole").GetString(), StringComparison.Ordinal);
        Assert.Equal("doing", json.GetProperty("tags").GetProperty("tag.page.E3").GetProperty("kind").GetString());
        Assert.Equal("doing", json.GetProperty("tags").GetProperty("tag.topic.E3.1").GetProperty("kind").GetString());
        Assert.Equal("todo", json.GetProperty("tags").GetProperty("tag.page.E2").GetProperty("kind").GetString());
        Assert.Contains("300", json.GetProperty("variations").GetProperty("variation.ges_scope1").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("rows").GetProperty("ges_scope2").GetProperty("version").ValueKind);
        Assert.Equal("todo", json.GetProperty("rows").GetProperty("ges_scope2").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_fault_comes_and_goes_with_what_makes_it()
    {
        const string Row = "effectif_physique_3112";
        var (_, first) = await SaveAsync(Guid.NewGuid(), (Row + ".base", ""), (Row, "10"), (Row + "[sexe=femmes]", "7"), (Row + "[sexe=hommes]", "4"));
        var fault = Assert.Single(first.GetProperty("faults").GetProperty("items").EnumerateArray());
        Assert.StartsWith(Row, fault.GetProperty("place").GetString(), StringComparison.Ordinal);
        var (_, second) = await SaveAsync(Guid.NewGuid(), (Row + ".base", Version(first, Row)), (Row, "11"), (Row + "[sexe=femmes]", "7"), (Row + "[sexe=hommes]", "4"));
        Assert.Empty(second.GetProperty("faults").GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Every_place_that_a_save_renews_is_on_the_page()
    {
        var (_, json) = await SaveAsync(Guid.NewGuid(), ("ges_scope1.base", ""), ("ges_scope1", "400"));
        var page = await person.Get($"/dossiers/{id}/engagements/E3");
        var ids = ((string[])["live", "bars", "tags", "variations"]).SelectMany(part => json.GetProperty(part).EnumerateObject()).Select(p => p.Name);
        Assert.Equal("", string.Join(' ', ids.Where(i => page.Page.GetElementById(i) is null)));
    }

    private static string Version(JsonElement json, string row) => json.GetProperty("rows").GetProperty(row).GetProperty("version").GetString()!;

    private async Task<(int Status, JsonElement Json)> SaveAsync(Guid key, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/dossiers/{id}/saisie");
        request.Headers.Add("Accept", "application/json");
        request.Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token), new("_key", key.ToString())]);
        var response = await person.Client.SendAsync(request);
        return ((int)response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }
}
