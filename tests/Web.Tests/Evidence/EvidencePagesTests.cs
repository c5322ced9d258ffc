using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Domain.Evidence;
using Responsables.Web.Tests.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.Evidence;

/// <summary>Pieces added by a plain form, shown where the answer is, given back so that nothing of them is drawn in the site.</summary>
public sealed class EvidencePagesTests : IAsyncLifetime
{
    private const string Question = "ges_scope1";
    private const string Add = "form[enctype]";

    private Site site = null!;
    private Dossiers dossiers = null!;
    private Visitor owner = null!;
    private string dossier = "";

    private string Url => $"{dossier}/questions/{Question}/pieces";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
        dossier = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75)}";
        owner = await site.SignInAs(Role.Contributor);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_file_is_added_by_a_plain_form_counted_on_the_form_and_taken_away()
    {
        var done = (await SendAsync(owner, "relevé.txt", "Relevé"u8.ToArray())).Expect(303);
        var page = (await owner.Follow(done)).Expect(200);
        Assert.Contains("1 pièce jointe", page.Title, StringComparison.Ordinal);
        Assert.Contains("Relevé de compteur", page.Text(".entries"), StringComparison.Ordinal);
        Assert.Contains("non analysée", page.Text(".entries"), StringComparison.Ordinal);
        Assert.Contains("1 pièce", (await owner.Get($"{dossier}/engagements/E3")).Page.QuerySelector($"[data-row={Question}] a[href$='/pieces']")!.TextContent, StringComparison.Ordinal);

        var removed = (await owner.Submit(page, ".entries form")).Expect(303);
        Assert.Contains("1 pièce retirée", (await owner.Follow(removed)).Expect(200).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["evidence.add", "evidence.remove"], (await site.TrailAsync()).Where(t => t.StartsWith("evidence.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_kind_is_given_back_as_an_attachment_that_nothing_draws()
    {
        foreach (var type in EvidenceType.All)
        {
            (await SendAsync(owner, $"../n;om.{type.Extension}", Of(type.Extension), title: type.Extension)).Expect(303);
        }

        var files = (await owner.Get(Url)).Page.QuerySelectorAll(".entries a[download]").Select(a => (a.TextContent, Url: a.GetAttribute("href")!)).ToList();
        Assert.Equal(EvidenceType.All.Count, files.Count);
        foreach (var (extension, url) in files)
        {
            var got = await owner.Client.GetAsync(url);
            Assert.Equal(200, (int)got.StatusCode);
            Assert.Equal(Of(extension), await got.Content.ReadAsByteArrayAsync());
            Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal($"n-om.{extension}", got.Content.Headers.ContentDisposition.FileNameStar);
            Assert.Equal("nosniff", Assert.Single(got.Headers.GetValues("X-Content-Type-Options")));
            Assert.StartsWith("sandbox;", Assert.Single(got.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.True(got.Headers.CacheControl!.NoStore);
            Assert.DoesNotContain("html", got.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_refused_is_said_beside_its_field_and_typed_values_are_kept()
    {
        var page = (await SendAsync(owner, "outil.exe", "MZ"u8.ToArray(), from: "")).Expect(422);
        Assert.Equal(2, page.Faults.Count);
        Assert.Equal("Relevé de compteur", page.Page.QuerySelector("#titre")!.GetAttribute("value"));
        Assert.NotNull(page.Page.QuerySelector("#fichier-e"));
        Assert.NotNull(page.Page.QuerySelector("#depuis-e"));
        Assert.Equal(2, (await SendAsync(owner, null, [], link: "http://moi@exemple.fr", title: "")).Expect(422).Faults.Count);
        (await SendAsync(owner, null, [], link: "https://exemple.fr/rapport")).Expect(303);
        Assert.NotNull((await owner.Get(Url)).Page.QuerySelector(".entries a[href='https://exemple.fr/rapport'][rel~=noopener]"));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_its_reason()
    {
        var page = (await SendAsync(owner, "gros.txt", Encoding.ASCII.GetBytes(new string('x', (int)EvidenceLimits.OneFile + 1)))).Expect(422);
        Assert.Contains("10 Mo", Assert.Single(page.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_read_the_answer_is_told_that_there_is_nothing()
    {
        (await SendAsync(owner, "relevé.txt", "Relevé"u8.ToArray())).Expect(303);
        var file = (await owner.Get(Url)).Page.QuerySelector(".entries a[download]")!.GetAttribute("href")!;
        var coordinator = await site.SignInAs(Role.Coordinator);
        var neighbour = await site.SignInAs(Role.Contributor, SmallFederation.Beta14);
        foreach (var other in (Visitor[])[coordinator, neighbour])
        {
            (await other.Get(file)).Expect(404);
            (await other.Get(Url)).Expect(404);
        }

        Assert.DoesNotContain("Relevé", (await coordinator.Get($"/organismes/{SmallFederation.Alpha75}/pieces")).Expect(200).Text("main"), StringComparison.Ordinal);
        (await neighbour.Get($"/organismes/{SmallFederation.Alpha75}/pieces")).Expect(404);
    }

    [Fact]
    public async Task Altered_bytes_are_not_given()
    {
        (await SendAsync(owner, "relevé.txt", "Relevé"u8.ToArray())).Expect(303);
        await site.WithDbAsync(db => db.EvidenceContents.ExecuteUpdateAsync(s => s.SetProperty(c => c.Bytes, new byte[] { 60 })));
        var file = (await owner.Get(Url)).Page.QuerySelector(".entries a[download]")!.GetAttribute("href")!;
        Assert.Contains("empreinte", (await owner.Get(file)).Expect(409).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pieces_of_a_body_are_listed_over_the_years_and_tied_again()
    {
        await dossiers.AnswerAsync(SmallFederation.Alpha75, Question, "5", Dossiers.Year - 1);
        var before = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75, Dossiers.Year - 1)}/questions/{Question}/pieces";
        (await SendAsync(owner, "relevé.txt", "Relevé"u8.ToArray(), to: before)).Expect(303);
        var list = (await owner.Get($"/organismes/{SmallFederation.Alpha75}/pieces")).Expect(200);
        (await owner.Submit(list, ".entries form")).Expect(303);
        list = await owner.Get($"/organismes/{SmallFederation.Alpha75}/pieces");
        Assert.Equal(2, list.Page.QuerySelectorAll(".entries > li").Length);
        Assert.Null(list.Page.QuerySelector(".entries form"));
        Assert.Single((await owner.Get($"/organismes/{SmallFederation.Alpha75}/pieces?annee={Dossiers.Year}")).Page.QuerySelectorAll(".entries > li"));
        Assert.Equal(1, await site.WithDbAsync(db => db.EvidenceContents.CountAsync()));
    }

    [Fact]
    public async Task The_level_above_finds_the_pieces_in_its_review_once_signed()
    {
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        (await SendAsync(owner, "relevé.txt", "Relevé"u8.ToArray())).Expect(303);
        var years = new PlayedYears(site);
        await years.SignAsync(SmallFederation.Alpha75, Dossiers.Year);
        var coordinator = await site.SignInAs(Role.Coordinator);
        var review = (await coordinator.Get($"/examen{dossier}")).Expect(200);
        var file = review.Page.QuerySelector("a[download]")!.GetAttribute("href")!;
        (await coordinator.Get(file)).Expect(200);
    }

    private async Task<Screen> SendAsync(Visitor who, string? name, byte[] content, string title = "Relevé de compteur", string link = "", string from = "2025-01-01", string? to = null)
    {
        var page = (await who.Get(to ?? Url)).Expect(200);
        var form = page.Page.QuerySelector(Add)!;
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
        {
            body.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        body.Add(new StringContent(title), "titre");
        body.Add(new StringContent(link), "lien");
        body.Add(new StringContent(from), "depuis");
        body.Add(new StringContent(""), "jusque");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        // As a browser writes it, whatever the name is.
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"fichier\"; filename=\"{name}\"");
        body.Add(file);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = body };
        return await who.Send(request);
    }

    private static byte[] Of(string extension) => extension switch
    {
        "pdf" => "%PDF-1.4\n%%EOF"u8.ToArray(),
        "png" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8],
        "jpg" => [0xFF, 0xD8, 0xFF, 1],
        "jpeg" => [0xFF, 0xD8, 0xFF, 2],
        "docx" => Zip(("[Content_Types].xml", "wordprocessingml.document.main+xml"), ("word/document.xml", "")),
        "xlsx" => Zip(("[Content_Types].xml", "spreadsheetml.sheet.main+xml"), ("xl/workbook.xml", "")),
        "odt" or "ods" => Zip(("mimetype", EvidenceType.Of("a." + extension)!.Media), ("content.xml", "")),
        _ => Encoding.UTF8.GetBytes($"a;b\n1;{extension}\n"),
    };

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                // The same bytes each time they are made.
                entry.LastWriteTime = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var writer = new StreamWriter(entry.Open());
                writer.Write(text);
            }
        }

        return content.ToArray();
    }
}
