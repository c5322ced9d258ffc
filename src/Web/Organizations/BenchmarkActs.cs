using System.Globalization;
using Responsables.App.Dashboards;
using Responsables.Domain.Organizations;
using Responsables.Web.Platform;

namespace Responsables.Web.Organizations;

/// <summary>A body among similar ones; whether they are named.</summary>
internal static class BenchmarkActs
{
    private const string Yes = "oui";

    public static string UrlOf(OrganizationCode code) => $"/organismes/{Uri.EscapeDataString(code.Value)}/comparaison";

    public static async Task<IResult> ShowAsync(string code, HttpContext http, BenchmarkQuery query, PeerNames names, CancellationToken cancel)
    {
        var asked = http.Request.Query;
        // Nothing asked for yet: bodies of the same network.
        var isFirst = !asked.ContainsKey("reseau") && !asked.ContainsKey("taille") && !asked.ContainsKey("climat") && !asked.ContainsKey("choix");
        var request = new BenchmarkRequest(
            int.TryParse(asked["annee"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            isFirst || asked["reseau"] == Yes, asked["taille"] == Yes, asked["climat"] == Yes);
        return await query.RunAsync(http.SignedIn(), new OrganizationCode(code), request, cancel) is { } found
            ? Page.Of<BenchmarkPage>(new { Benchmark = found, Opened = asked["indicateur"].ToString(), AreNamed = await names.AreOpenAsync(cancel) })
            : Page.Missing();
    }

    public static async Task<IResult> OpenNamesAsync(Form form, HttpContext http, PeerNames names, CancellationToken cancel) =>
        (await names.ChangeAsync(http.SignedIn(), form[PeerNames.Field] == Yes, form.Key, cancel)).ToPage(
            open => Page.GoTo("/reglages", open ? "organizations.peer-names.opened" : "organizations.peer-names.closed"), _ => Page.Missing());
}
