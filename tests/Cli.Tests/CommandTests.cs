using System.Text;
using System.Text.Json;

namespace Responsables.Cli.Tests;

public class CommandTests(Federation federation) : IClassFixture<Federation>
{
    private const string Columns = "node,indicator,breakdown,unit,value,numerator,denominator,expected,answered,not_applicable,unavailable,missing";

    [Fact]
    public async Task Lists_are_json_arrays_and_csv_on_demand()
    {
        Assert.Equal(
            [("plan-cadre-2015-2018", 32), ("rso-2020", 47)],
            (await federation.RunAsync("framework", "list")).Done().Rows
                .Select(f => (f.GetProperty("code").GetString()!, f.GetProperty("indicators").GetInt32())));
        var campaign = Assert.Single((await federation.RunAsync("campaign", "list")).Done().Rows.ToArray());
        Assert.Equal(
            (2024, 4, "2024-12-31", "2025-01-14T23:00:00Z", "2025-03-31T21:59:59Z"),
            (campaign.GetProperty("year").GetInt32(), campaign.GetProperty("bodies").GetInt32(), campaign.GetProperty("tree_date").GetString(),
                campaign.GetProperty("entry_from").GetString(), campaign.GetProperty("entry_to").GetString()));
        var listed = (await federation.RunAsync("organizations", "list", "--at", "2020-06-01", "--under", "fonds", "--format", "csv")).Done();
        Assert.Equal(Federation.Organizations.Split('\n')[0], listed.Output.Split('\n')[0]);
        Assert.Equal(["fonds", "deux", "parti", "un"], listed.Lines.Select(l => l.Split(',')[0]));
        Assert.DoesNotContain((await federation.RunAsync("organizations", "list")).Done().Rows, o => o.GetProperty("code").GetString() == "parti");
    }

    [Fact]
    public async Task Consolidated_figures_have_exactly_these_columns()
    {
        var run = (await federation.RunAsync("consolidate", "--year", "2024")).Done();
        Assert.Equal(Columns, run.Output.Split('\n')[0]);
        Assert.False(run.Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.DoesNotContain('\r', run.Output);
        Assert.EndsWith("\n", run.Output, StringComparison.Ordinal);
        // Two answered, one has not the figure yet, one has said nothing.
        Assert.Contains("fed,rso-gouv-comite-rso,,% d’organismes,50,1,2,4,2,0,1,1", run.Lines);
        Assert.Equal(["deux", "fed", "fonds", "un"], run.Lines.Select(l => l.Split(',')[0]).Distinct());
    }

    [Fact]
    public async Task The_public_reads_no_small_number_of_persons_and_nothing_that_gives_it_back()
    {
        const string Indicator = "rso-soc-alternance-poursuite";
        var run = (await federation.RunAsync("consolidate", "--year", "2024", "--indicator", Indicator, "--public")).Done();
        Assert.Equal(Columns, run.Output.Split('\n')[0]);
        Assert.Contains($"un,{Indicator},,% des contrats d’alternance,s,s,s,1,1,0,0,0", run.Lines);
        Assert.Contains($"deux,{Indicator},,% des contrats d’alternance,s,s,s,1,1,0,0,0", run.Lines);
        Assert.Contains($"fed,{Indicator},,% des contrats d’alternance,20,22,110,4,2,0,0,2", run.Lines);
        var json = (await federation.RunAsync("consolidate", "--year", "2024", "--node", "un", "--indicator", Indicator, "--public", "--format", "json")).Done();
        Assert.Equal(("s", "secret"), (json.Rows.First().GetProperty("value").GetString(), json.Rows.First().GetProperty("reason").GetString()));
        Assert.Equal(1, (await federation.RunAsync("consolidate", "--year", "2024", "--status", "all", "--public")).Status);
    }

    [Fact]
    public async Task Figures_keep_all_their_digits_and_decimals_are_strings_in_json()
    {
        var run = (await federation.RunAsync("consolidate", "--year", "2024", "--node", "reg-11", "--format", "json")).Done();
        var row = run.Rows.First(r => r.GetProperty("numerator").ValueKind == JsonValueKind.String && r.GetProperty("denominator").GetString() == "7");
        Assert.Equal(("28.571428571428571428571428571", "2"), (row.GetProperty("value").GetString(), row.GetProperty("numerator").GetString()));
        Assert.Equal((JsonValueKind.Number, JsonValueKind.Null), (row.GetProperty("expected").ValueKind, row.GetProperty("reason").ValueKind));
        Assert.Contains(run.Rows, r => r.GetProperty("value").ValueKind == JsonValueKind.Null && r.GetProperty("reason").GetString() == "no_answer");
    }

    [Fact]
    public async Task Each_hierarchy_has_its_prefix_and_levels_are_chosen()
    {
        async Task<string[]> Nodes(string by) =>
            [.. (await federation.RunAsync("consolidate", "--year", "2024", "--by", by)).Done().Lines.Select(l => l.Split(',')[0]).Distinct()];
        Assert.Equal(["reg-11", "reg-28"], await Nodes("region"));
        Assert.Equal(["dep-14", "dep-75"], await Nodes("department"));
        Assert.Equal(["net-caf", "net-national"], await Nodes("network"));
        Assert.Equal(["br-famille", "br-interbranche"], await Nodes("branch"));
        Assert.Equal(2, (await federation.RunAsync("consolidate", "--year", "2024", "--status", "chosen")).Status);
        (await federation.RunAsync("consolidate", "--year", "2024", "--status", "all", "--node", "fed")).Done();
        var rebuilt = (await federation.RunAsync("consolidate", "--year", "2024", "--rebuild", "--node", "fed")).Done();
        Assert.Contains("identiques", Assert.Single(rebuilt.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_written_to_a_file_or_to_the_output_and_taken_back()
    {
        var file = await federation.FileAsync("export.csv", "");
        (await federation.RunAsync("answers", "export", "--year", "2024", "-o", file)).Done();
        var written = await File.ReadAllTextAsync(file);
        Assert.Equal(written, (await federation.RunAsync("answers", "export", "--year", "2024", "--status", "validated")).Done().Output);
        Assert.Equal(Federation.Answers.Split('\n').Order(StringComparer.Ordinal), written.Split('\n').Order(StringComparer.Ordinal));
        var done = Assert.Single((await federation.RunAsync("answers", "import", file, "--year", "2024")).Done().Rows.ToArray());
        Assert.Equal((0, 0, 12), (done.GetProperty("created").GetInt32(), done.GetProperty("changed").GetInt32(), done.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task A_refusal_tells_every_reason_in_french_on_standard_error()
    {
        var file = await federation.FileAsync("mauvais.csv", "organization,variable,breakdown,value,state,comment\nrien,comite_rso,,oui,,\nun,surface_m2,,1e309,,\nparti,comite_rso,,oui,,\n");
        var run = await federation.RunAsync("answers", "import", file, "--year", "2024");
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Equal(
            [
                "ligne 2, colonne organization : L’organisme « rien » n’existe pas : corrigez son code.",
                "ligne 3, colonne value : « 1e309 » est écrit avec un exposant : écrivez le nombre en entier, en chiffres.",
                "ligne 4, colonne organization : L’organisme « parti » n’est pas dans le périmètre de la campagne 2024 : retirez-le, ou donnez ses réponses à son successeur.",
            ],
            run.ErrorLines);
        Assert.Equal(1, (await federation.RunAsync("answers", "import", "absent.csv", "--year", "2024")).Status);
        Assert.Equal(1, (await federation.RunAsync("campaign", "open", "--year", "2024", "--framework", "rso-2020")).Status);
        Assert.Equal(1, (await federation.RunAsync("consolidate", "--year", "2024", "--node", "reg-99")).Status);
    }

    [Theory]
    [InlineData("inconnue")]
    [InlineData("campaign", "open")]
    [InlineData("campaign", "open", "--year", "deux", "--framework", "rso-2020")]
    [InlineData("campaign", "open", "--year", "2025", "--framework", "rso-2020", "--entry", "2025-01-01")]
    [InlineData("organizations", "list", "--at", "31/12/2024")]
    [InlineData("answers", "import", "a.csv", "--year", "2024", "--validate")]
    [InlineData("consolidate", "--year", "2024", "--by", "continent")]
    [InlineData("accounts", "invite", "--email", "a@b.fr", "--role", "chef")]
    public async Task A_command_that_is_not_understood_ends_with_2(params string[] arguments)
    {
        var run = await federation.RunAsync(arguments);
        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains("--help", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_init_makes_a_database()
    {
        var data = Path.Combine(federation.Folder, "absente");
        foreach (var command in (string[][])[["health"], ["framework", "list"], ["campaign", "list"], ["trail", "verify"], ["serve", "--urls", "http://127.0.0.1:0"]])
        {
            Assert.Equal(1, (await Command.RunAsync([.. command, "--data", data])).Status);
        }

        Assert.False(File.Exists(Path.Combine(data, "responsables.db")));
        (await federation.RunAsync("health")).Done();
    }

    [Fact]
    public async Task A_framework_file_is_checked_without_a_database()
    {
        var good = Directory.EnumerateFiles(Path.Combine(Root(), "frameworks"), "rso-2020.yaml").Single();
        Assert.Equal("rso-2020", Assert.Single((await Command.RunAsync("framework", "check", good)).Done().Rows.ToArray()).GetProperty("code").GetString());
        var text = await File.ReadAllTextAsync(good);
        var run = await Command.RunAsync("framework", "check", await federation.FileAsync("faux.yaml", text.Replace("count(comite_rso = oui)", "count(comite = oui)", StringComparison.Ordinal)));
        Assert.Equal(1, run.Status);
        Assert.All(run.ErrorLines, l => Assert.Matches("^ligne [0-9]+, commitments\\[.* : .* .*", l));
    }

    [Fact]
    public async Task The_links_between_frameworks_are_checked_against_the_frameworks_beside_them()
    {
        var good = Path.Combine(Root(), "frameworks", "continuities.yaml");
        var link = (await Command.RunAsync("framework", "check", good)).Done().Rows.Single(r => r.GetProperty("from").GetString() == "pc-soc-embauches-moins-26");
        Assert.Equal(("part", "moins_26", "close"), (link.GetProperty("from_output").GetString(), link.GetProperty("to_output").GetString(), link.GetProperty("link").GetString()));
        var run = await Command.RunAsync("framework", "check", await federation.FileAsync("continuities.yaml", await File.ReadAllTextAsync(good)));
        Assert.Equal(1, run.Status);
        Assert.All(run.ErrorLines, l => Assert.Matches("^ligne [0-9]+, continuities\\[[0-9]+\\]\\.(from|to) : Aucun référentiel n’a d’indicateur", l));
    }

    [Fact]
    public async Task An_invitation_prints_its_link_once()
    {
        var run = (await federation.RunAsync("accounts", "invite", "--email", "premiere@exemple.fr", "--role", "federation")).Done();
        Assert.Matches("^http://127.0.0.1:5080/invitation/[A-Za-z0-9_-]{43}\n$", run.Output);
        Assert.Equal(1, (await federation.RunAsync("accounts", "invite", "--email", "x@demonstration.invalid", "--role", "federation")).Status);
        Assert.Equal(1, (await federation.RunAsync("accounts", "invite", "--email", "x@exemple.fr", "--role", "director")).Status);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Responsables.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
