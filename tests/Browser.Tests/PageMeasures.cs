using System.Globalization;
using Microsoft.Playwright;

namespace Responsables.Browser.Tests;

/// <summary>What a page weighs in the browser, with everything that it asks for, as if nothing had been kept from another page.</summary>
/// <param name="Bytes">Of the bodies, as they are sent.</param>
/// <param name="HasCharts">Whether it loads what draws charts.</param>
public sealed record PageMeasures(int Nodes, int Requests, long Bytes, bool HasCharts = false)
{
    private const int MostNodes = 600;
    private const int MostRequests = 40;
    private const long MostBytes = 150_000;
    private const long MostBytesWithCharts = 1_000_000;

    /// <summary>Tables of figures and entry forms, which show as many rows as there are questions, bodies or acts.</summary>
    private static readonly Dictionary<string, int> NodesOfTables = new()
    {
        ["/acceptation"] = 1500,
        ["/acceptation/{year:int}"] = 1500,
        ["/campagnes/{year:int}/delais"] = 1500,
        ["/chiffres/{year:int}/{node}"] = 1200,
        ["/chiffres/{year:int}/{node}/{indicator}"] = 1500,
        ["/chiffres/{year:int}/territoires"] = 1000,
        ["/chiffres/{year:int}/{node}/vue-publique/{indicator}"] = 1500,
        ["/dossiers/{id:guid}/confier"] = 1000,
        ["/dossiers/{id:guid}/engagements/{code}"] = 1500,
        ["/dossiers/{id:guid}/verification"] = 1200,
        ["/examen"] = 1500,
        ["/examen/{year:int}"] = 1500,
        ["/examen/dossiers/{id:guid}"] = 3000,
        ["/journal"] = 1500,
        ["/messages"] = 1500,
        ["/organismes"] = 1200,
        ["/referentiels/comparaison"] = 1000,
        ["/referentiels/correspondances/{crosswalk}/{framework}"] = 1500,
        ["/suivi/{year:int}"] = 1200,
        ["/suivi/{year:int}/indicateurs"] = 1500,
        // A map has its areas and a row for each.
        ["/referentiels/{code}/indicateurs/{indicator}"] = 1000,
        ["/resultats/{year:int}/indicateurs/{code}"] = 1000,
        // The whole is drawn again for each branch.
        ["/series/{node}/{indicator}"] = 900,
    };

    private const string Measure = """
        () => {
          const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
          return [document.querySelectorAll('*').length, all.length, all.reduce((sum, e) => sum + e.encodedBodySize, 0), document.querySelectorAll('[data-chart]').length];
        }
        """;

    public static async Task<PageMeasures> OfAsync(IPage page)
    {
        var numbers = await page.EvaluateAsync<long[]>(Measure);
        return new PageMeasures((int)numbers[0], (int)numbers[1], numbers[2], numbers[3] > 0);
    }

    public IEnumerable<string> Faults(string kind)
    {
        var mostNodes = NodesOfTables.GetValueOrDefault(kind, MostNodes);
        if (Nodes > mostNodes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Nodes} nodes, at most {mostNodes}");
        }

        if (Requests > MostRequests)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Requests} requests, at most {MostRequests}");
        }

        var mostBytes = HasCharts ? MostBytesWithCharts : MostBytes;
        if (Bytes > mostBytes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Bytes} bytes, at most {mostBytes}");
        }
    }
}
