using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Kit;

/// <summary>A change in words with its arrow, and its way: good, bad or flat; null when nothing can be said.</summary>
public sealed record VariationText(string Text, string? Way)
{
    /// <param name="wanted">1: higher is better; −1: lower is better; 0: neither.</param>
    /// <param name="isShare">Whether the values are percentages (<c>54.3</c>): the change is then in points.</param>
    public static VariationText Of(decimal? now, decimal? before, int wanted = 0, bool isShare = false)
    {
        if (Change(now, before, isShare) is not { } change)
        {
            return new VariationText(Show.Missing, null);
        }

        var amount = isShare ? T["kit.variation.points", Show.Number(Math.Abs(change), 1)] : Show.Percent(Math.Abs(change));
        return new VariationText(
            T[change > 0 ? "kit.variation.up" : change < 0 ? "kit.variation.down" : "kit.variation.same", amount],
            change == 0 || wanted == 0 ? "flat" : Math.Sign(change) == wanted ? "good" : "bad");
    }

    // Relative change, or difference of percentages.
    private static decimal? Change(decimal? now, decimal? before, bool isShare) => (now, before) switch
    {
        (null, _) or (_, null) => null,
        var (n, b) when isShare => decimal.Round(n!.Value - b!.Value, 1, MidpointRounding.AwayFromZero),
        (_, 0m) => now == 0 ? 0 : null,
        var (n, b) => decimal.Round((n!.Value - b!.Value) / Math.Abs(b.Value), 3, MidpointRounding.AwayFromZero),
    };
}
