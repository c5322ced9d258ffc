using System.Net.Http.Headers;
using System.Text;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;

namespace Responsables.Web.Tests.Publications;

/// <summary>An edition from its preparation to its publication, by the people who do it.</summary>
public sealed class EditionPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await FiguresWorld.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_federation_prepares_the_committee_approves_the_federation_publishes()
    {
        var federation = await site.SignInAs(Role.Federation);
        var list = (await federation.Get("/publications")).Expect(200);
        Assert.Contains("Rien n’est encore public", list.Text("main"), StringComparison.Ordinal);
        (await federation.Submit(list, "main form", ("annee", "2024"), ("motif", ""))).Expect(303);
        var page = (await federation.Get("/publications/1")).Expect(200);
        Assert.Equal("À approuver", page.Text("main .tag"));
        Assert.Contains("30,0\u00A0%", page.Text("main"), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("form[action$='/approbation']"));

        var committee = await site.SignInAs(Role.Committee);
        Assert.Null((await committee.Get("/publications")).Expect(200).Page.QuerySelector("main form"));
        var asked = (await committee.Get("/publications/1")).Expect(200);
        Assert.Null(asked.Page.QuerySelector("form[action$='/publication']"));
        (await committee.Submit(asked, "form[action$='/approbation']")).Expect(303);
        Assert.Equal("Approuvée", (await committee.Get("/publications/1")).Text("main .tag"));

        var approved = (await federation.Get("/publications/1")).Expect(200);
        var late = (await federation.Submit(approved, "form[action$='/publication']", ("embargo", "2020-01-01"))).Expect(422);
        Assert.Equal("#embargo", late.Page.QuerySelector("[data-faults] a")!.GetAttribute("href"));
        (await federation.Submit(approved, "form[action$='/publication']", ("embargo", ""))).Expect(303);
        Assert.Equal("Publique", (await federation.Get("/publications/1")).Text("main .tag"));
        Assert.Contains("dans l’édition 1", (await federation.Get("/publications")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_a_correction_too()
    {
        var federation = await site.SignInAs(Role.Federation);
        var committee = await site.SignInAs(Role.Committee);
        (await federation.Submit(await federation.Get("/publications"), "main form", ("annee", "2024"))).Expect(303);
        Assert.Single((await committee.Submit(await committee.Get("/publications/1"), "form[action$='/refus']", ("motif", " "))).Expect(422).Faults);
        (await committee.Submit(await committee.Get("/publications/1"), "form[action$='/refus']", ("motif", "Il manque une caisse."))).Expect(303);
        var refused = (await federation.Get("/publications/1")).Expect(200);
        Assert.Equal("Refusée", refused.Text("main .tag"));
        Assert.Contains("Il manque une caisse.", refused.Text("main"), StringComparison.Ordinal);

        (await federation.Submit(await federation.Get("/publications"), "main form", ("annee", "2024"))).Expect(303);
        (await committee.Submit(await committee.Get("/publications/2"), "form[action$='/approbation']")).Expect(303);
        (await federation.Submit(await federation.Get("/publications/2"), "form[action$='/publication']")).Expect(303);
        var again = (await federation.Submit(await federation.Get("/publications"), "main form", ("annee", "2024"), ("motif", ""))).Expect(422);
        Assert.Equal("#motif", again.Page.QuerySelector("[data-faults] a")!.GetAttribute("href"));
        (await federation.Submit(await federation.Get("/publications"), "main form", ("annee", "2024"), ("motif", "Une saisie corrigée."))).Expect(303);
        Assert.Contains("Une saisie corrigée.", (await federation.Get("/publications/3")).Expect(200).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_told_genuine_or_where_it_was_altered()
    {
        var federation = await site.SignInAs(Role.Federation);
        (await federation.Submit(await federation.Get("/publications"), "main form", ("annee", "2024"))).Expect(303);
        var file = await federation.Client.GetByteArrayAsync(new Uri("/publications/1/edition.json", UriKind.Relative));
        var auditor = await site.SignInAs(Role.Auditor);
        Assert.Contains("edition.json est authentique", (await SendAsync(auditor, file)).Expect(200).Text("main"), StringComparison.Ordinal);
        var altered = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace("\"numerator\":\"180\"", "\"numerator\":\"181\"", StringComparison.Ordinal));
        Assert.NotEqual(file, altered);
        var told = (await SendAsync(auditor, altered)).Expect(200);
        Assert.Contains("n’est pas authentique", told.Text("main"), StringComparison.Ordinal);
        Assert.Contains("nodes/fed", told.Text("main .error-box"), StringComparison.Ordinal);
        Assert.Single((await SendAsync(auditor, "%PDF"u8.ToArray())).Expect(422).Faults);
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Director)]
    public async Task What_is_prepared_is_for_nobody_else(Role role)
    {
        var federation = await site.SignInAs(Role.Federation);
        (await federation.Submit(await federation.Get("/publications"), "main form", ("annee", "2024"))).Expect(303);
        var visitor = await site.SignInAs(role);
        foreach (var path in (string[])["/publications", "/publications/1", "/publications/1/edition.json", "/publications/verification"])
        {
            (await visitor.Get(path)).Expect(403);
        }
    }

    private static async Task<Screen> SendAsync(Visitor visitor, byte[] file)
    {
        var page = await visitor.Get("/publications/verification");
        var content = new MultipartFormDataContent();
        foreach (var input in page.Page.QuerySelectorAll("main form input[type=hidden]"))
        {
            content.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Add(part, "fichier", "edition.json");
        return await visitor.Send(new HttpRequestMessage(HttpMethod.Post, "/publications/verification") { Content = content });
    }
}
