namespace Responsables.Cli.Tests;

public sealed class CrosswalkTests(Federation federation) : IClassFixture<Federation>
{
    private const string Header = "crosswalk,framework,version,group,code,label,kind,unit,state,held_by,how,lacks";

    [Fact]
    public async Task Each_crosswalk_is_listed_by_framework_with_its_counts()
    {
        var rows = (await federation.RunAsync("crosswalk", "list")).Done().Rows.ToArray();
        Assert.Equal(
            ["iso-26000 rso-2020", "odd rso-2020", "vsme-basic rso-2020"],
            rows.Select(r => $"{r.GetProperty("crosswalk").GetString()} {r.GetProperty("framework").GetString()}").Where(n => n.EndsWith("rso-2020", StringComparison.Ordinal)));
        Assert.All(rows, r => Assert.Equal(
            r.GetProperty("asked").GetInt32(), new[] { "held", "derivable", "partial", "missing" }.Sum(state => r.GetProperty(state).GetInt32())));
    }

    [Fact]
    public async Task The_coverage_of_one_has_a_row_a_value()
    {
        var csv = (await federation.RunAsync("crosswalk", "coverage", "--crosswalk", "vsme-basic", "--framework", "rso-2020")).Done().Output;
        Assert.StartsWith($"{Header}\nvsme-basic,rso-2020,1,B1,B1-24-a,", csv, StringComparison.Ordinal);
        Assert.Contains(",B3-30-a,Émissions directes de gaz à effet de serre (scope 1),quantity,tCO2e,held,variable:ges_scope1,,\n", csv, StringComparison.Ordinal);
        Assert.Contains(",variable:energie_chauffage_kwh[energie=electricite];variable:energie_hors_chauffage_kwh[energie=electricite],", csv, StringComparison.Ordinal);
        var rows = (await federation.RunAsync("crosswalk", "coverage", "--crosswalk", "vsme-basic", "--framework", "rso-2020", "--format", "json")).Done().Rows.ToArray();
        Assert.Equal(rows.Length + 1, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(1, (await federation.RunAsync("crosswalk", "coverage", "--crosswalk", "rien")).Status);
        Assert.Equal(1, (await federation.RunAsync("crosswalk", "coverage", "--crosswalk", "odd", "--framework", "rien")).Status);
    }

    [Fact]
    public async Task A_file_is_checked_against_the_frameworks_above_it_with_every_fault_and_its_line()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "frameworks", "crosswalks", "odd.yaml");
        Assert.Equal(17, (await federation.RunAsync("framework", "check", shipped)).Done().Rows.Count());

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "frameworks"), "*.yaml"))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            var broken = Path.Combine(folder.CreateSubdirectory("crosswalks").FullName, "odd.yaml");
            await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(shipped)).Replace("{topic: E5.1}", "{topic: E9.9}", StringComparison.Ordinal));
            var refused = await federation.RunAsync("framework", "check", broken);
            Assert.Equal(1, refused.Status);
            Assert.Contains("« E9.9 » n’est pas dans le référentiel « rso-2020 ».", refused.Errors.Replace('\u00a0', ' '), StringComparison.Ordinal);
            Assert.Matches(@"ligne \d+, groups\[0\]", refused.Errors);
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
