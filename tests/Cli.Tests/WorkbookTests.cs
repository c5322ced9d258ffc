using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Responsables.Cli.Tests;

public sealed class WorkbookTests(Federation federation) : IClassFixture<Federation>
{
    private const string Year = "2025";
    private const string Header = "organization,variable,breakdown,value,state,comment\n";

    [Fact]
    public async Task A_workbook_is_made_filled_and_taken_in_by_the_verb_of_the_other_files()
    {
        (await federation.RunAsync("campaign", "open", "--year", Year, "--framework", "rso-2020", "--optional", "all")).Done();
        await AnswerAsync("un,nb_sites,,3,,");
        var file = Path.Combine(federation.Folder, "un.xlsx");
        (await federation.RunAsync("answers", "template", "--year", Year, "--organization", "un", "-o", file)).Done();
        Fill(file, "5");
        var dry = Assert.Single((await federation.RunAsync("answers", "import", file, "--year", Year, "--dry-run")).Done().Rows.ToArray());
        Assert.Equal((1, 1, true), (dry.GetProperty("bodies").GetInt32(), dry.GetProperty("changed").GetInt32(), dry.GetProperty("dry_run").GetBoolean()));
        Assert.Contains("un,nb_sites,,3,,", await ExportAsync(), StringComparison.Ordinal);

        // Somebody stores another answer meanwhile: without a choice, told with sheet and cell, nothing written.
        await AnswerAsync("un,nb_sites,,4,,");
        var refused = await federation.RunAsync("answers", "import", file, "--year", Year);
        Assert.Equal((1, ""), (refused.Status, refused.Output));
        Assert.Matches(@"^[^,]+, F[0-9]+ : Le fichier a « 5 », mais « 4 » a été enregistré depuis\.".Replace("« ", "«\u00A0", StringComparison.Ordinal).Replace(" »", "\u00A0»", StringComparison.Ordinal), Assert.Single(refused.ErrorLines));
        Assert.Equal(1, (await federation.RunAsync("answers", "import", file, "--year", Year, "--theirs")).Done().Rows.Single().GetProperty("kept").GetInt32());
        Assert.Contains("un,nb_sites,,4,,", await ExportAsync(), StringComparison.Ordinal);
        (await federation.RunAsync("answers", "import", file, "--year", Year, "--mine")).Done();
        Assert.Contains("un,nb_sites,,5,,", await ExportAsync(), StringComparison.Ordinal);

        var all = Path.Combine(federation.Folder, "tous.xlsx");
        (await federation.RunAsync("answers", "template", "--year", Year, "--under", "fed", "-o", all)).Done();
        Assert.Equal(0, (await federation.RunAsync("answers", "import", all, "--year", Year)).Done().Rows.Single().GetProperty("changed").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words()
    {
        Assert.Equal(2, (await federation.RunAsync("answers", "template", "--year", "2024", "-o", "x.xlsx")).Status);
        var file = await federation.FileAsync("faux.xlsx", "PK rien");
        Assert.Equal(2, (await federation.RunAsync("answers", "import", file, "--year", "2024", "--mine", "--theirs")).Status);
        var damaged = await federation.RunAsync("answers", "import", file, "--year", "2024");
        Assert.Equal(1, damaged.Status);
        Assert.Contains("abîmé", Assert.Single(damaged.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("CSV", Assert.Single((await federation.RunAsync("answers", "import", file, "--year", "2024", "--sign")).ErrorLines), StringComparison.Ordinal);
        var text = await federation.FileAsync("texte.csv", Header);
        Assert.Contains("--mine", Assert.Single((await federation.RunAsync("answers", "import", text, "--year", "2024", "--mine")).ErrorLines), StringComparison.Ordinal);
        Assert.Equal(1, (await federation.RunAsync("answers", "template", "--year", "1999", "--organization", "un", "-o", Path.Combine(federation.Folder, "rien.xlsx"))).Status);
        Assert.False(File.Exists(Path.Combine(federation.Folder, "rien.xlsx")));
    }

    private async Task AnswerAsync(string row) =>
        (await federation.RunAsync("answers", "import", await federation.FileAsync("ligne.csv", Header + row + "\n"), "--year", Year)).Done();

    private async Task<string> ExportAsync() => (await federation.RunAsync("answers", "export", "--year", Year)).Done().Output;

    private static void Fill(string file, string number)
    {
        using var archive = ZipFile.Open(file, ZipArchiveMode.Update);
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
        {
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            var filled = Regex.Replace(text, @"(>nb_sites<.*?<x:c r=""F[0-9]+"" s=""[0-9]+"">)<x:v>3</x:v>", m => $"{m.Groups[1].Value}<x:v>{number}</x:v>", RegexOptions.None, TimeSpan.FromSeconds(10));
            if (filled != text)
            {
                using var write = entry.Open();
                write.SetLength(0);
                using var writer = new StreamWriter(write);
                writer.Write(filled);
                return;
            }
        }

        throw new InvalidOperationException("nb_sites");
    }
}
