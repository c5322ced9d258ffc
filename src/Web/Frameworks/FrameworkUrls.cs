using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.Web.Frameworks;

/// <summary>Addresses of frameworks. The latest version has no number in its address; an older one has.</summary>
internal static class FrameworkUrls
{
    /// <summary>Where one reads what branches add to frameworks.</summary>
    public const string Supplements = "/campagnes/declinaison";

    /// <summary>Where one reads what other frameworks ask for, and what ours hold of it.</summary>
    public const string Crosswalks = "/referentiels/correspondances";

    public static string Crosswalk(CrosswalkView view) => $"{Crosswalks}/{view.Crosswalk.Code}/{view.View.Framework.Code}{Version(view.View)}";

    public static string CrosswalkFile(CrosswalkView view, QueryString query) => $"{Crosswalks}/{view.Crosswalk.Code}/{view.View.Framework.Code}/valeurs.csv{query}";

    public static string Supplement(FrameworkCode framework, string? branch) =>
        Supplements + (branch is null ? QueryString.Create("referentiel", framework.Value) : QueryString.Create("referentiel", framework.Value).Add("branche", branch));

    public static string Framework(Framework framework) => $"/referentiels/{framework.Code}";

    public static string Framework(FrameworkCode code, int version) => $"/referentiels/{code}?version={version}";

    public static string Framework(FrameworkView view) => Framework(view.Framework) + Version(view);

    public static string Sheet(FrameworkView view, string topic) => $"/referentiels/{view.Framework.Code}/fiches/{Uri.EscapeDataString(topic)}{Version(view)}";

    public static string Indicator(FrameworkView view, Indicator indicator) => $"/referentiels/{view.Framework.Code}/indicateurs/{indicator.Code}{Version(view)}";

    public static string Distribution(FrameworkView view, Indicator indicator) => $"/referentiels/{view.Framework.Code}/indicateurs/{indicator.Code}/repartition.svg{Version(view)}";

    public static string Map(FrameworkView view, Indicator indicator, Hierarchy division)
    {
        var query = view.IsLatest ? new QueryString() : QueryString.Create("version", $"{view.Framework.Version}");
        query = division == Hierarchy.Department ? query.Add(IndicatorCharts.DivisionName, IndicatorCharts.Departments) : query;
        return $"/referentiels/{view.Framework.Code}/indicateurs/{indicator.Code}/carte.svg{query}";
    }

    /// <summary>Where the texts of a part are read.</summary>
    public static string Of(FrameworkView view, TextSubject subject) => subject switch
    {
        TextSubject.OfIndicator { Code: var code } => $"/referentiels/{view.Framework.Code}/indicateurs/{code}",
        TextSubject.OfSheet { Topic: var topic } => $"/referentiels/{view.Framework.Code}/fiches/{Uri.EscapeDataString(topic)}",
        _ => Framework(view.Framework),
    };

    /// <summary>Where they are written.</summary>
    public static string Texts(FrameworkView view, TextSubject subject) =>
        subject is TextSubject.OfContext ? $"/referentiels/{view.Framework.Code}/contexte/textes" : $"{Of(view, subject)}/textes";

    private static string Version(FrameworkView view) => view.IsLatest ? "" : $"?version={view.Framework.Version}";
}
