using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Publications;
using Responsables.Web.Tests.Consolidation;

namespace Responsables.Web.Tests.Public;

/// <summary>Documents that everybody may take.</summary>
public sealed class PublicDocumentsTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await PublishedWorld.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_document_is_made_once_and_is_the_same_from_then_on()
    {
        using var visitor = site.Anonymous();
        var links = (await visitor.Get("/resultats/2024")).Expect(200).Page.QuerySelectorAll("main a[href*='/documents/']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(PublicDocuments.OfWhole(1).Select(d => $"/resultats/editions/1/documents/{d.Name}"), links);
        var first = await BytesAsync("/resultats/editions/1/documents/edition-1.ods");
        using (var zip = new ZipArchive(new MemoryStream(first)))
        {
            using var content = new StreamReader(zip.GetEntry("content.xml")!.Open());
            Assert.Contains("180", await content.ReadToEndAsync(), StringComparison.Ordinal);
        }

        // Kept, and read by another server as it is.
        var kept = Assert.Single(await site.WithDbAsync(db => db.EditionDocuments.ToListAsync()));
        Assert.Equal(("edition-1.ods", "application/vnd.oasis.opendocument.spreadsheet"), (kept.Name, kept.MediaType));
        await using var other = await site.SecondNodeAsync();
        Assert.Equal(first, await other.Anonymous().Client.GetByteArrayAsync(new Uri(links[5], UriKind.Relative)));
        Assert.Single(await site.WithDbAsync(db => db.EditionDocuments.ToListAsync()));
    }

    [Fact]
    public async Task Key_figures_and_the_report_are_made_together()
    {
        var report = await BytesAsync("/resultats/editions/1/documents/edition-1-rapport.pdf");
        Assert.Equal("%PDF-"u8.ToArray(), report[..5]);
        using (var head = await site.Anonymous().Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/resultats/editions/1/documents/edition-1-rapport.pdf")))
        {
            Assert.Equal((System.Net.HttpStatusCode.OK, report.Length), (head.StatusCode, (int?)head.Content.Headers.ContentLength));
        }

        Assert.Equal(["edition-1-chiffres-cles.pdf", "edition-1-rapport.pdf"], (await site.WithDbAsync(db => db.EditionDocuments.ToListAsync())).Select(d => d.Name).Order());
    }

    [Fact]
    public async Task What_is_not_told_has_no_document()
    {
        using var visitor = site.Anonymous();
        Assert.Empty((await visitor.Get("/resultats/2024/noeuds/dep-14")).Expect(200).Page.QuerySelectorAll("a[href*='/documents/']"));
        foreach (var name in (string[])["edition-1-alpha-75.pdf", "edition-1-rien.pdf", "edition-1-dep-14.pdf", "edition-1-fed.pdf", "edition-1.json", "edition-1.csv", "edition-2.ods", "rien", "..%2Fedition-1.ods"])
        {
            (await visitor.Get($"/resultats/editions/1/documents/{name}")).Expect(404);
        }

        (await visitor.Get("/resultats/editions/2/documents/edition-2.ods")).Expect(404);
        Assert.Empty(await site.WithDbAsync(db => db.EditionDocuments.ToListAsync()));
        var fund = (await visitor.Get("/resultats/2024/noeuds/fonds-a")).Expect(200).Page.QuerySelector("main a[href*='/documents/']")!;
        Assert.Equal("/resultats/editions/1/documents/edition-1-fonds-a.pdf", fund.GetAttribute("href"));
        Assert.NotNull((await visitor.Get("/resultats/2024/noeuds/reg-11")).Expect(200).Page.QuerySelector("main a[href$='/documents/edition-1-reg-11.pdf']"));
    }

    [Fact]
    public async Task While_another_is_being_made_whoever_waits_too_long_is_told_to_come_back()
    {
        var turn = site.Services.GetRequiredService<DocumentTurn>();
        Assert.True(await turn.WaitAsync(TimeSpan.Zero, default));
        try
        {
            var later = (await site.Anonymous().Get("/resultats/editions/1/documents/edition-1.ods")).Expect(503);
            Assert.Equal("60", later.Header("Retry-After"));
            Assert.Contains("réessayez dans une minute", later.Text("main"), StringComparison.Ordinal);
        }
        finally
        {
            turn.Release();
        }

        await BytesAsync("/resultats/editions/1/documents/edition-1.ods");
    }

    private async Task<byte[]> BytesAsync(string path) => await site.Anonymous().Client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
}
