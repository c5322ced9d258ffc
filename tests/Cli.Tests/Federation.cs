using Responsables.App.Database;
using Responsables.Engines;

namespace Responsables.Cli.Tests;

/// <summary>
/// A database made by the command itself, on the engine that <see cref="DatabaseTemplate.AskedFor"/> says, shared by the tests that only read
/// it or add to it.
/// </summary>
public sealed class Federation : IAsyncLifetime
{
    public const string Organizations = """
        code,name,short_name,kind,network,branch,parent,region,department,valid_from,valid_to,successors
        fed,Fédération,Fédération,federation,national,Interbranche,,11,75,,,
        fonds,Caisse nationale,Fonds,national_fund,national,Famille,fed,11,75,,,
        un,Organisme un,Un,local,Caf,Famille,fonds,11,75,,,
        deux,Organisme deux,Deux,local,Caf,Famille,fonds,28,14,,,
        parti,Organisme parti,Parti,local,Caf,Famille,fonds,28,14,,2020-12-31,deux

        """;

    public const string Answers = """
        organization,variable,breakdown,value,state,comment
        un,comite_rso,,oui,,
        deux,comite_rso,,non,,
        fonds,comite_rso,,,indisponible,Pas encore recensé
        un,surface_m2,,1200.5,,
        un,nb_marches_recenses,,7,,
        deux,nb_marches_recenses,,3,,
        un,nb_marches_clause_sociale,,2,,
        deux,nb_marches_clause_sociale,,1,,
        un,nb_contrats_alternance_poursuivis,,2,,
        un,nb_contrats_alternance_termines,,60,,
        deux,nb_contrats_alternance_poursuivis,,20,,
        deux,nb_contrats_alternance_termines,,50,,

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("responsables-commande-");

    public string Folder => folder.FullName;

    public DatabaseChoice Database { get; private set; } = null!;

    /// <summary>With the options that choose the database.</summary>
    public Task<Run> RunAsync(params string[] arguments) => Command.RunAsync([.. arguments, .. Database switch
    {
        DatabaseChoice.Sqlite sqlite => (string[])["--data", Path.GetDirectoryName(sqlite.File)!],
        DatabaseChoice.Postgres postgres => ["--database", postgres.ConnectionString],
        _ => throw new InvalidOperationException(),
    }]);

    public async Task<string> FileAsync(string name, string content)
    {
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(file, content);
        return file;
    }

    public async ValueTask InitializeAsync()
    {
        Database = await DatabaseTemplate.EmptyAsync(DatabaseTemplate.AskedFor, Path.Combine(folder.FullName, "donnees"));
        (await RunAsync("init")).Done();
        (await RunAsync("organizations", "import", await FileAsync("organismes.csv", Organizations))).Done();
        (await RunAsync("campaign", "open", "--year", "2024", "--framework", "rso-2020", "--optional", "all")).Done();
        (await RunAsync("answers", "import", await FileAsync("reponses.csv", Answers), "--year", "2024", "--sign", "--validate")).Done();
    }

    public async ValueTask DisposeAsync()
    {
        await DatabaseTemplate.DropAsync(Database);
        folder.Delete(recursive: true);
    }
}
