using System.IO.Compression;
using System.Net.Http.Headers;
using System.Xml.Linq;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.Workbooks;

/// <summary>The workbook of a body by the site alone, without scripts: taken away, filled, brought back, shown, stored.</summary>
public sealed class WorkbookPagesTests : IAsyncLifetime
{
    private const string Question = "nb_sites";

    private Site site = null!;
    private Dossiers dossiers = null!;
    private Visitor contributor = null!;
    private string dossier = "";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync(isDemonstration: false);
        dossiers = await Dossiers.OpenAsync(site);
        await dossiers.AnswerAsync(SmallFederation.Alpha75, Question, "3");
        contributor = await site.SignInAs(Role.Contributor, SmallFederation.Alpha75);
        dossier = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75)}";
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_workbook_is_taken_away_filled_brought_back_shown_and_stored()
    {
        var page = (await contributor.Get(dossier)).Expect(200);
        Assert.Equal([$"{dossier}/classeur.xlsx", $"{dossier}/classeur"], page.Page.QuerySelectorAll("#classeur a").Select(a => a.GetAttribute("href")));
        var shown = await contributor.Follow((await SendAsync(Filled(await FileAsync($"{dossier}/classeur.xlsx"), "5"))).Expect(303));
        Assert.Equal("1\u00A0réponse serait changée".Replace('\u00A0', ' '), shown.Expect(200).Title.Replace('\u00A0', ' '));
        Assert.Equal(["3", "5"], shown.Page.QuerySelectorAll("table td").Skip(1).Select(c => c.TextContent.Trim().Split('\u00A0')[0]));
        Assert.Equal("3", (await dossiers.KeptAsync(SmallFederation.Alpha75, Question))!.Value);

        var done = await contributor.Follow((await contributor.Submit(shown, "main form")).Expect(303));
        Assert.Contains("1 réponse du classeur a été enregistrée", done.Notice.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("5", (await dossiers.KeptAsync(SmallFederation.Alpha75, Question))!.Value);
        (await contributor.Get(shown.Response.RequestMessage!.RequestUri!.PathAndQuery)).Expect(404);
        var trail = await (await site.SignInAs(Role.Auditor)).Get("/journal");
        Assert.Contains("a repris un classeur", trail.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a envoyé un classeur", trail.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_is_shown_with_the_three_answers_and_has_to_be_decided()
    {
        var file = await FileAsync($"{dossier}/classeur.xlsx");
        await dossiers.AnswerAsync(SmallFederation.Alpha75, Question, "4");
        var shown = await contributor.Follow((await SendAsync(Filled(file, "5"))).Expect(303));
        Assert.Equal("3 5 4", string.Join(' ', shown.Page.QuerySelectorAll(".conflict .value").Select(v => v.TextContent.Trim().Split('\u00A0')[0])));
        var undecided = (await contributor.Submit(shown, "main form")).Expect(422);
        Assert.Single(undecided.Faults);
        Assert.Equal("#conflit-0", undecided.Page.QuerySelector(".faults a")!.GetAttribute("href"));
        Assert.NotNull(undecided.Page.GetElementById("conflit-0"));
        var choice = shown.Page.QuerySelector(".conflict input[type=radio]")!.GetAttribute("name")!;

        // Somebody stores another one between the page and the act: shown again, nothing stored.
        await dossiers.AnswerAsync(SmallFederation.Alpha75, Question, "6");
        var again = (await contributor.Submit(shown, "main form", (choice, "fichier"))).Expect(422);
        Assert.Contains("a changé depuis", again.Faults[0], StringComparison.Ordinal);
        Assert.Equal("6", (await dossiers.KeptAsync(SmallFederation.Alpha75, Question))!.Value);
        Assert.True(again.Page.QuerySelector($"input[name='{choice}'][value=fichier]")!.HasAttribute("checked"));
        (await contributor.Submit(again, "main form", (choice, "fichier"))).Expect(303);
        Assert.Equal("5", (await dossiers.KeptAsync(SmallFederation.Alpha75, Question))!.Value);
    }

    [Fact]
    public async Task Faults_are_told_with_sheet_and_cell_and_nothing_is_kept()
    {
        var refused = (await SendAsync(Filled(await FileAsync($"{dossier}/classeur.xlsx"), "NaN"))).Expect(422);
        Assert.Matches(@"^[^,]+, F[0-9]+\u00A0: ", Assert.Single(refused.Faults));
        Assert.Single((await SendAsync("rien"u8.ToArray())).Expect(422).Faults);
        Assert.Single((await SendAsync(null)).Expect(422).Faults);
        Assert.Equal(0, await site.WithDbAsync(db => db.WorkbookUploads.CountAsync()));
        Assert.Contains("trop lourd", Assert.Single((await SendAsync(new byte[7 * 1024 * 1024])).Expect(422).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_federation_brings_many_back_and_a_fund_only_takes_them_away()
    {
        var coordinator = await site.SignInAs(Role.Coordinator, SmallFederation.FundA);
        var page = (await coordinator.Get($"/campagnes/{Dossiers.Year}/classeurs")).Expect(200);
        Assert.Equal(["fonds-a"], page.Page.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        Assert.Null(page.Page.QuerySelector("input[type=file]"));
        var federation = await site.SignInAs(Role.Federation);
        var many = (await federation.Get($"/campagnes/{Dossiers.Year}/classeurs")).Expect(200);
        Assert.Equal(["fed", "fonds-a", "fonds-b"], many.Page.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        var file = await FileAsync($"/campagnes/{Dossiers.Year}/classeur.xlsx?sous=fed", federation);
        var shown = await federation.Follow((await SendAsync(file, federation, $"/campagnes/{Dossiers.Year}/classeurs")).Expect(303));
        Assert.Equal("Ce classeur ne change aucune réponse", shown.Expect(200).Title);
        // What the federation may not read is not in it, and cannot be changed blindly.
        var blind = (await SendAsync(Filled(file, "9"), federation, $"/campagnes/{Dossiers.Year}/classeurs")).Expect(422);
        Assert.Contains("ne vous est pas communiquée", Assert.Single(blind.Faults), StringComparison.Ordinal);
        Assert.Equal("3", (await dossiers.KeptAsync(SmallFederation.Alpha75, Question))!.Value);
    }

    private async Task<byte[]> FileAsync(string path, Visitor? who = null)
    {
        var response = await (who ?? contributor).Client.GetAsync(path);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<Screen> SendAsync(byte[]? file, Visitor? who = null, string? path = null)
    {
        var visitor = who ?? contributor;
        path ??= $"{dossier}/classeur";
        var page = (await visitor.Get(path)).Expect(200);
        var content = new MultipartFormDataContent();
        foreach (var input in page.Page.QuerySelectorAll("main form[enctype] input[type=hidden]"))
        {
            content.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        }

        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, "classeur", "classeur.xlsx");
        }

        return await visitor.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }

    // What somebody typed in the cell of the value of the question, the first time that it stands in the file.
    private static byte[] Filled(byte[] file, string typed)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
            {
                XDocument sheet;
                using (var read = entry.Open())
                {
                    sheet = XDocument.Load(read);
                }

                var rows = sheet.Descendants().Where(e => e.Name.LocalName == "row").ToList();
                if (rows.Find(r => r.Elements().Any(c => c.Value == Question)) is not { } row)
                {
                    continue;
                }

                var at = rows[1].Elements().ToList().FindIndex(c => c.Value == "Valeur");
                var cell = row.Elements().ElementAt(at);
                cell.Attributes("t").Remove();
                cell.RemoveNodes();
                cell.Add(new XAttribute("t", "inlineStr"), new XElement(cell.Name.Namespace + "is", new XElement(cell.Name.Namespace + "t", typed)));
                using var write = entry.Open();
                write.SetLength(0);
                sheet.Save(write);
                break;
            }
        }

        return copy.ToArray();
    }
}
