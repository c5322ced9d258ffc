using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Workbooks;

/// <summary>Workbooks as other programs read and write them.</summary>
public class OtherProgramsTests
{
    private static readonly string? Office = ((string[])["soffice", "libreoffice"])
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    [Fact]
    public async Task No_cell_is_a_formula_and_numbers_are_the_stored_ones_to_the_digit()
    {
        await using var desk = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.MakeUnderAsync(Actor.Command, SmallFederation.Federation);
        foreach (var part in file.Parts.Where(p => p.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            var cells = XDocument.Parse(file[part]).Descendants().Where(e => e.Name.LocalName == "c").ToList();
            Assert.NotEmpty(cells);
            Assert.All(cells, c => Assert.DoesNotContain(c.Elements(), e => e.Name.LocalName == "f"));
            Assert.All(cells.Where(c => c.Elements().Any(e => e.Name.LocalName == "v")), c => Assert.True((string?)c.Attribute("t") is null && decimal.TryParse(c.Value, CultureInfo.InvariantCulture, out _)));
            Assert.All(cells.Where(c => c.Value.Length > 0 && "=+-@".Contains(c.Value[0], StringComparison.Ordinal)), c => Assert.True((string?)c.Attribute("t") == "inlineStr" || decimal.TryParse(c.Value, CultureInfo.InvariantCulture, out _)));
        }

        Assert.Equal("=1+1, +2 et @x", file.Column("Valeur", "beta-14")["pourquoi"]);
        Assert.Equal("123456789012345", file.Column("Valeur", "alpha-75")["factures"]);
        Assert.Equal("1234.56789", file.Column("Valeur", "alpha-75")["surface_m2"]);
    }

    /// <summary>Opened and saved by LibreOffice: other styles, shared texts, a sheet that is only hidden; not one answer is another.</summary>
    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods;xlsx")]
    public async Task Saved_by_LibreOffice_it_brings_back_the_same(string ways)
    {
        Assert.SkipWhen(Office is null, "LibreOffice (soffice) is not installed: apt-get install libreoffice-calc");
        await using var desk = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        var file = (await desk.MakeUnderAsync(Actor.Command, SmallFederation.Federation)).Number("surface_m2", "1234567.0000000001", "alpha-75").Number("formes", "13", "alpha-75")
            .Number("formes", "13", "beta-14").Text("pourquoi", "Commentaire", "=1+1\nligne _x005F_x000D_ 2", "beta-14");
        var folder = Directory.CreateTempSubdirectory("responsables-bureautique-");
        try
        {
            var path = Path.Combine(folder.FullName, "essai.xlsx");
            await File.WriteAllBytesAsync(path, file.File());
            foreach (var way in ways.Split(';'))
            {
                path = await SavedAsync(path, way, folder);
            }

            var saved = new Workbook(await File.ReadAllBytesAsync(path));
            Assert.NotEqual(file.Parts.Count(), saved.Parts.Count());
            foreach (var head in (string[])["Valeur", "État", "Commentaire"])
            {
                Assert.Equal(file.Column(head, "beta-14"), saved.Column(head, "beta-14"));
            }

            var dry = Done(await desk.TakeAsync(saved, dryRun: true, actor: Actor.Command));
            Assert.Equal(4, dry.Taken);
            Assert.Equal(Done(await desk.TakeAsync(file, dryRun: true, actor: Actor.Command)), dry);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> SavedAsync(string path, string way, DirectoryInfo folder)
    {
        var target = folder.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        using var office = Process.Start(new ProcessStartInfo(Office!, ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profil", "--convert-to", way, "--outdir", target.FullName, path])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        await office.StandardOutput.ReadToEndAsync();
        await office.WaitForExitAsync();
        return Path.Combine(target.FullName, Path.GetFileNameWithoutExtension(path) + "." + way);
    }
}
