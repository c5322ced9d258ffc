namespace Responsables.Web.Home;

/// <summary>The help of each kind of page.</summary>
internal static class HelpSubjects
{
    /// <summary>In the order of the list; each has its sections in the resources (home.help-dossiers.1.title, …).</summary>
    public static readonly IReadOnlyList<string> All =
        ["accueil", "dossiers", "signature", "examen", "qualite", "acceptation", "suivi", "relances", "chiffres", "series", "cibles", "rapports", "publications", "resultats", "campagnes", "referentiels", "organismes", "recherche", "comptes", "journal", "mon-compte"];

    /// <summary>The help of an address; the general one where there is no other.</summary>
    public static string UrlOf(string path)
    {
        var first = path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "accueil";
        var subject = first switch
        {
            "dossiers" when path.EndsWith("/verification", StringComparison.Ordinal) => "signature",
            "donnees" => "resultats",
            _ => first,
        };
        return All.Contains(subject) ? $"/aide/{subject}" : "/aide";
    }
}
