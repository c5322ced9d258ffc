namespace Responsables.Cli.Tests;

public sealed class AnomaliesTests(Federation federation) : IClassFixture<Federation>
{
    private const string Header = "organization,variable,breakdown,value,state,comment\n";

    [Fact]
    public async Task What_the_rules_find_is_listed_with_its_question()
    {
        (await federation.RunAsync("campaign", "open", "--year", "2025", "--framework", "rso-2020", "--optional", "all")).Done();
        // A draft is nobody's business; once signed it is looked at: five hundred square metres a person.
        var file = await federation.FileAsync("loin.csv", Header + "un,surface_m2,,5000,,\nun,effectif_physique_3112,,10,,\n");
        (await federation.RunAsync("answers", "import", file, "--year", "2025")).Done();
        Assert.Equal("organization,indicator,rule,severity,state,question\n", (await federation.RunAsync("anomalies", "list", "--year", "2025")).Done().Output);
        (await federation.RunAsync("answers", "import", file, "--year", "2025", "--sign")).Done();

        var csv = (await federation.RunAsync("anomalies", "list", "--year", "2025", "--organization", "un")).Done().Output;
        Assert.Equal(2, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("organization,indicator,rule,severity,state,question\nun,contexte,surface-plausible,medium,found,\"La surface et l’effectif déclarés donnent 500 m² par agent", csv, StringComparison.Ordinal);
        var row = Assert.Single((await federation.RunAsync("anomalies", "list", "--year", "2025", "--format", "json")).Done().Rows.ToArray());
        Assert.Equal(("surface_m2", "5000"), (row.GetProperty("variable").GetString(), row.GetProperty("value").GetString()));
        Assert.Equal("organization,indicator,rule,severity,state,question\n", (await federation.RunAsync("anomalies", "list", "--year", "2025", "--organization", "deux")).Done().Output);
        Assert.Equal(1, (await federation.RunAsync("anomalies", "list", "--year", "2025", "--organization", "personne")).Status);
        Assert.Equal(1, (await federation.RunAsync("anomalies", "list", "--year", "1999")).Status);
    }
}
