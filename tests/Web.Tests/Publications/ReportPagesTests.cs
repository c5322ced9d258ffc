using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Publications;

/// <summary>The texts of a report, written by one person, read again by another, and found in the documents of the edition.</summary>
public sealed class ReportPagesTests : IAsyncLifetime
{
    private const string Path = "/rapports/2024/fed/avant-propos";
    private const string Write = "form[action$='/avant-propos']";
    private const string Sign = "form[action$='/relecture']";

    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await FiguresWorld.StartAsync();
        await site.OpenAccount("relectrice@example.fr", new Grant(Role.Federation, null));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_text_is_written_shown_with_its_figures_signed_off_and_published()
    {
        var writer = await site.SignInAs(Role.Federation);
        var reader = await site.SignInWith("relectrice@example.fr");
        Assert.Contains("0 texte écrit sur", (await writer.Get("/rapports")).Expect(200).Text("main li"), StringComparison.Ordinal);
        (await writer.Submit(await writer.Get(Path), Write, ("texte", "Formés : {valeur:part-formes}."))).Expect(303);
        Assert.Contains("apparaîtront ici", (await writer.Get(Path)).Text("main"), StringComparison.Ordinal);
        Assert.Null((await writer.Get(Path)).Page.QuerySelector(Sign));
        (await reader.Submit(await reader.Get(Path), Sign)).Expect(303);
        Assert.Equal("Relu", (await writer.Get(Path)).Text("main .tag"));
        Assert.Contains("1 texte écrit sur", (await writer.Get("/rapports/2024/fed")).Expect(200).Text(".lede"), StringComparison.Ordinal);

        Assert.Contains("Aucune édition 2024", Assert.Single((await writer.Get("/rapports/2024/fed/apercu.pdf")).Expect(422).Faults), StringComparison.Ordinal);
        (await writer.Submit(await writer.Get("/publications"), "main form", ("annee", "2024"))).Expect(303);
        Assert.NotNull((await writer.Get("/rapports/2024/fed")).Page.QuerySelector("main a[href='/rapports/2024/fed/apercu.pdf']"));
        Assert.Equal("%PDF-"u8.ToArray(), (await writer.Client.GetByteArrayAsync(new Uri("/rapports/2024/fed/apercu.pdf", UriKind.Relative)))[..5]);
        Assert.Contains("Formés : 30,0", (await writer.Get(Path)).Text("main div[lang=fr] p"), StringComparison.Ordinal);
        var report = await writer.Client.GetStringAsync(new Uri("/publications/1/documents/html?noeud=fed", UriKind.Relative));
        Assert.Contains("Formés : 30,0", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_kept_when_it_is_refused_or_somebody_else_was_quicker()
    {
        var writer = await site.SignInAs(Role.Federation);
        var other = await site.SignInWith("relectrice@example.fr");
        var page = await writer.Get(Path);
        var refused = (await writer.Submit(page, Write, ("texte", "Ici {rien}."))).Expect(422);
        Assert.Equal("Ici {rien}.", refused.Page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("{rien}", Assert.Single(refused.Faults), StringComparison.Ordinal);

        (await other.Submit(await other.Get(Path), Write, ("texte", "Le sien."))).Expect(303);
        var late = (await writer.Submit(page, Write, ("texte", "Le mien."))).Expect(409);
        Assert.Equal("Le mien.", late.Page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("Le sien.", late.Text(".notice.warn"), StringComparison.Ordinal);
        // Sent again from there, it is a choice.
        (await writer.Submit(late, Write, ("texte", "Le mien."))).Expect(303);
        var compared = (await writer.Get(Path + "?avec=1")).Expect(200);
        Assert.Equal(("sien", "mien"), (compared.Text("main del"), compared.Text("main ins")));
    }

    [Fact]
    public async Task A_fund_gives_its_documents_its_name_its_colour_and_its_logo()
    {
        var coordinator = await site.SignInAs(Role.Coordinator, SmallFederation.FundA);
        const string Identity = "/rapports/2024/fonds-a/identite";
        Assert.NotNull((await coordinator.Get("/rapports/2024/fonds-a")).Page.QuerySelector($"main a[href='{Identity}']"));
        var refused = (await IdentityAsync(coordinator, ("nom", "Caisse Alpha"), ("couleur", "FFEE00"))).Expect(422);
        Assert.Equal("#couleur", refused.Page.QuerySelector("[data-faults] a")!.GetAttribute("href"));
        Assert.Contains("trop claire", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Equal("FFEE00", refused.Page.QuerySelector("#couleur")!.GetAttribute("value"));
        (await IdentityAsync(coordinator, ("nom", "Caisse Alpha"), ("couleur", "#6a1b9a"))).Expect(303);
        var kept = await coordinator.Get(Identity);
        Assert.Equal("#6A1B9A", kept.Page.QuerySelector("main .letterhead rect")!.GetAttribute("fill"));
        Assert.Equal("Logo : Caisse Alpha", kept.Page.QuerySelector("main .letterhead img")!.GetAttribute("alt"));
        var logo = await coordinator.Client.GetAsync(new Uri("/rapports/2024/fonds-a/logo.png", UriKind.Relative));
        Assert.Equal("image/png", logo.Content.Headers.ContentType!.MediaType);
        foreach (var stranger in new[] { await site.SignInAs(Role.Coordinator, SmallFederation.FundB), await site.SignInAs(Role.Director, SmallFederation.FundA) })
        {
            Assert.NotEqual(System.Net.HttpStatusCode.OK, (await stranger.Client.GetAsync(new Uri("/rapports/2024/fonds-a/logo.png", UriKind.Relative))).StatusCode);
        }

        var federation = await site.SignInAs(Role.Federation);
        (await federation.Submit(await federation.Get("/publications"), "main form", ("annee", "2024"))).Expect(303);
        var report = await federation.Client.GetStringAsync(new Uri("/publications/1/documents/html?noeud=fonds-a", UriKind.Relative));
        Assert.Contains("--accent: #6A1B9A", report, StringComparison.Ordinal);
        Assert.Contains("alt=\"Caisse Alpha\"", report, StringComparison.Ordinal);
    }

    private static async Task<Screen> IdentityAsync(Visitor visitor, params (string Name, string Value)[] typed)
    {
        const string Path = "/rapports/2024/fonds-a/identite";
        var content = new MultipartFormDataContent();
        foreach (var input in (await visitor.Get(Path)).Page.QuerySelectorAll("main form input[type=hidden]"))
        {
            content.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        }

        foreach (var (name, value) in typed)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(SamplePng.Bytes), "logo", "logo.png");
        return await visitor.Send(new HttpRequestMessage(HttpMethod.Post, Path) { Content = content });
    }

    [Fact]
    public async Task A_document_of_a_node_that_is_not_there_is_refused_on_its_field()
    {
        var federation = await site.SignInAs(Role.Federation);
        (await federation.Submit(await federation.Get("/publications"), "main form", ("annee", "2024"))).Expect(303);
        var refused = (await federation.Get("/publications/1/documents/csv?noeud=rien")).Expect(422);
        Assert.Equal("#noeud", refused.Page.QuerySelector("[data-faults] a")!.GetAttribute("href"));
        (await federation.Get("/publications/1/documents/exe")).Expect(404);
        Assert.Equal("application/zip", (await federation.Get("/publications/1/documents/csv")).Expect(200).Response.Content.Headers.ContentType!.MediaType);
    }
}
