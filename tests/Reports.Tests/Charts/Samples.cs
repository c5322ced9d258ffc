using Responsables.Reports.Charts;

namespace Responsables.Reports.Tests.Charts;

/// <summary>A chart of each kind, with words that would do harm if they were written as they are.</summary>
internal static class Samples
{
    public const string Nasty = "<b onclick=\"x\">L’« île » & {co}</b>";

    private static readonly ChartNumbers Share = new(1, "%");
    private static readonly IReadOnlyList<YearValue> Years = [new(2020, 5.2m), new(2021, null), new(2023, 6.123456789123m), new(2024, 6.4m)];

    public static TrendChart Trend => new(Share, [new TrendLine(Nasty, Years), new TrendLine("À périmètre constant", Years)])
    {
        Commitment = 2, Axis = "en %", Breaks = [new SeriesBreak(2023, "2023 : " + Nasty)], Target = new TrendTarget("Cible 2025 : 7,0 %", 2020, 5.2m, 2025, 7m),
    };

    public static DistributionChart Distribution => new(
        Share, "Nombre d’organismes", [new(3, 4, 9, "moins de 4 %", "9"), new(4, 5, 20, Nasty, Nasty), new(5, 6, 11, "5 % et plus", "11")],
        new DistributionLandmarks(3.9m, 4.4m, 5.1m, Nasty, "Médiane : 4,4 %"), [new OwnValue("Caf de la Loire : 6,9 %", 6.9m)]);

    public static WaterfallChart Waterfall => new(
        Share, new WaterfallTotal("2022", 6.1m), [new WaterfallEffect(Nasty, -0.1m, EffectWay.Bad), new WaterfallEffect("Le reste", 0.4m, EffectWay.Good)], new WaterfallTotal("2024", 6.4m));

    public static SmallMultiples Multiples => new(Share, [new TrendLine("Famille", Years), new TrendLine(Nasty, Years)]) { Breaks = [new SeriesBreak(2023, "2023")] };

    public static TerritoryMap Map(MapDivision division) => new(
        Share, division, ["moins de 3 %", "3 % et plus"], Nasty, [new MapArea("11", "Île-de-France", 4m, 1), new MapArea("28", Nasty, 2m, 0), new MapArea("01", "Guadeloupe", null, null)]);

    public static IEnumerable<ChartSpec> All => [Trend, Distribution, Waterfall, Multiples, Map(MapDivision.Regions), Map(MapDivision.Departements)];
}
