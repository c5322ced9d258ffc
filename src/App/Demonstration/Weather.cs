namespace Responsables.App.Demonstration;

/// <summary>
/// Degree days of the demonstration: INVENTED, by region and year. No weather station gave them; they only follow the idea that the east is
/// colder than the south and that recent winters were mild.
/// </summary>
internal static class Weather
{
    /// <summary>What is said beside every figure of degree days.</summary>
    public const string Notice = "Degrés-jours inventés pour la démonstration : ils ne viennent d’aucune station météo.";

    private static readonly Dictionary<string, decimal> Reference = new()
    {
        ["11"] = 2280, ["24"] = 2320, ["27"] = 2560, ["28"] = 2380, ["32"] = 2520, ["44"] = 2680, ["52"] = 2090, ["53"] = 2130, ["75"] = 1930,
        ["76"] = 1790, ["84"] = 2420, ["93"] = 1560, ["94"] = 1280,
    };

    private static readonly Dictionary<int, decimal> Rigour = new()
    {
        [2014] = 0.87m, [2015] = 0.91m, [2016] = 0.97m, [2017] = 0.96m, [2018] = 0.92m, [2020] = 0.86m, [2021] = 0.98m,
        [2022] = 0.90m, [2023] = 0.885m, [2024] = 0.905m, [2025] = 0.94m,
    };

    public static decimal ReferenceOf(string? region) => region is not null && Reference.TryGetValue(region, out var known) ? known : 2250;

    public static decimal YearOf(string? region, int year) => decimal.Round(
        ReferenceOf(region) * Rigour.GetValueOrDefault(year, 1) * new Draw("region " + region).Around(1, 0.025m, "dju", year));
}
