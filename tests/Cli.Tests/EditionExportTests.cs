using System.Text;

namespace Responsables.Cli.Tests;

public sealed class EditionExportTests(Federation federation) : IClassFixture<Federation>
{
    [Fact]
    public async Task The_files_of_an_edition_are_written_and_named()
    {
        Assert.Equal("1\n", (await federation.RunAsync("edition", "create", "--year", "2024")).Done().Output);
        foreach (var (format, names, start) in new[]
        {
            ("csv", new[] { "edition-1-tous-les-chiffres.csv", "edition-1-series.csv", "edition-1-perimetre.csv" }, "node,node_name,hierarchy,"),
            ("pdf", ["edition-1-chiffres-cles.pdf", "edition-1-rapport.pdf"], "%PDF-1.7"),
        })
        {
            var folder = Path.Combine(federation.Folder, format);
            var written = (await federation.RunAsync("edition", "export", "1", "--format", format, "-o", folder)).Done().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(names.Select(n => Path.Combine(folder, n)), written);
            Assert.StartsWith(start, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(written[0], TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }

        var sheet = (await federation.RunAsync("edition", "export", "1", "--format", "html", "--node", "un", "-o", federation.Folder)).Done().Output.TrimEnd();
        Assert.Equal(Path.Combine(federation.Folder, "edition-1-un.html"), sheet);
        Assert.Contains("Organisme un\u00a0: résultats 2024", await File.ReadAllTextAsync(sheet, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var folderOfSheets = Path.Combine(federation.Folder, "fiches");
        var sheets = (await federation.RunAsync("edition", "export", "1", "--format", "html", "--sheets", "-o", folderOfSheets)).Done().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(Path.Combine(folderOfSheets, "edition-1-un.html"), sheets);
        Assert.Equal(sheets.Order(), Directory.GetFiles(folderOfSheets).Order());
        Assert.Equal(await File.ReadAllTextAsync(sheet, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(folderOfSheets, "edition-1-un.html"), TestContext.Current.CancellationToken));
        Assert.NotEqual(0, (await federation.RunAsync("edition", "export", "1", "--sheets", "--node", "un", "-o", folderOfSheets)).Status);
        Assert.Equal(1, (await federation.RunAsync("edition", "export", "9", "--sheets", "-o", folderOfSheets)).Status);

        var unknown = await federation.RunAsync("edition", "export", "1", "--format", "pdf", "--node", "ailleurs", "-o", federation.Folder);
        Assert.Equal((1, ""), (unknown.Status, unknown.Output));
        Assert.Contains("«\u00a0ailleurs\u00a0»", Assert.Single(unknown.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(1, (await federation.RunAsync("edition", "export", "9", "--format", "pdf", "-o", federation.Folder)).Status);
    }
}
