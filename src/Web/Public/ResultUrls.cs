using System.Globalization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;

namespace Responsables.Web.Public;

/// <summary>Addresses of what everybody reads.</summary>
internal static class ResultUrls
{
    public const string Home = "/resultats";
    public const string Restatements = "/resultats/rectifications";
    public const string Method = "/resultats/methode";
    public const string Data = "/resultats/donnees";
    public const string Dictionary = "/resultats/donnees/dictionnaire";
    public const string Keys = "/resultats/cle-publique.pem";
    public const string Catalogue = "/donnees/catalogue.jsonld";

    public static string Year(int year) => Invariant($"/resultats/{year}");

    public static string Commitment(int year, EditionCommitment commitment) => Invariant($"/resultats/{year}/engagements/{commitment.Number}");

    public static string Node(int year, NodeKey node) => Invariant($"/resultats/{year}/noeuds/{Uri.EscapeDataString(node.Value)}");

    public static string Indicator(int year, IndicatorCode code) => Invariant($"/resultats/{year}/indicateurs/{Uri.EscapeDataString(code.Value)}");

    public static string Edition(int number) => Invariant($"/resultats/editions/{number}");

    public static string Document(int edition, string name) => Invariant($"/resultats/editions/{edition}/documents/{name}");

    public static string File(int year, int edition, string name) => Invariant($"/donnees/{year}/e{edition}/{name}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
