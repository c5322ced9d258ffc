namespace Responsables.App.Demonstration;

/// <summary>How a network looks in the demonstration. The figures are invented, within the national orders of magnitude that are published.</summary>
/// <param name="Staff">Staff of the whole network at the end of 2022; 0: each body has its own in <see cref="NetworkSizes.StaffOf"/>.</param>
/// <param name="SquareMetres">Square metres per employee.</param>
/// <param name="Women">Share of women.</param>
/// <param name="Executives">Share of cadres.</param>
/// <param name="Others">Share of the category "autres" (care staff of the Ugecam).</param>
/// <param name="Telework">Share of regular teleworkers in 2022.</param>
internal sealed record NetworkSize(decimal Staff, decimal SquareMetres, decimal Women, decimal Executives, decimal Others, decimal Telework);

/// <summary>Sizes by network: about 165,000 employees, half in the branch Maladie without the Ugecam, 23 % Famille, a little more than 9 % each
/// for the Ugecam and Recouvrement, 8.6 % Retraite, 16,000 MSA; 31 m² per employee; 78 % women.</summary>
internal static class NetworkSizes
{
    private static readonly NetworkSize Default = new(0, 29m, 0.68m, 0.42m, 0.01m, 0.50m);

    private static readonly Dictionary<string, NetworkSize> ByNetwork = new()
    {
        ["CPAM"] = new(59_500, 29.5m, 0.81m, 0.24m, 0.01m, 0.52m),
        ["Caf"] = new(32_600, 29.5m, 0.84m, 0.25m, 0.01m, 0.54m),
        ["Carsat"] = new(10_350, 31m, 0.76m, 0.38m, 0.01m, 0.53m),
        ["Urssaf"] = new(12_300, 29m, 0.70m, 0.42m, 0m, 0.57m),
        ["CGSS"] = new(2_800, 28m, 0.74m, 0.27m, 0.01m, 0.33m),
        ["Ugecam"] = new(13_500, 45m, 0.78m, 0.17m, 0.58m, 0.16m),
        ["MSA"] = new(15_300, 30m, 0.76m, 0.33m, 0.01m, 0.53m),
        ["national"] = new(0, 29m, 0.66m, 0.62m, 0.01m, 0.55m),
    };

    /// <summary>Bodies that are not spread by population.</summary>
    private static readonly Dictionary<string, decimal> ByBody = new()
    {
        ["cnam"] = 9_000, ["cnaf"] = 600, ["cnav"] = 3_600, ["urssaf-cn"] = 1_250, ["ccmsa"] = 750, ["ucanss"] = 320, ["en3s"] = 110,
        ["cramif"] = 1_450, ["ccss-48"] = 150, ["css-976"] = 250, ["camieg"] = 110, ["canssm"] = 1_000, ["cavimac"] = 90, ["cnieg"] = 230,
        ["cnmss"] = 450, ["crpratp"] = 70, ["ssi-cn"] = 5_200, ["cprpsncf"] = 400, ["crpcen"] = 250,
    };

    public static NetworkSize Of(string network) => ByNetwork.GetValueOrDefault(network, Default);

    /// <summary>Staff of a body that stands by itself; null when it shares its network's by population.</summary>
    public static decimal? StaffOf(string body) => ByBody.TryGetValue(body, out var staff) ? staff : null;
}
