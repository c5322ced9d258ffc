namespace Responsables.Domain.Series;

/// <summary>What a change between two years is made of, in the unit of the figure; the effects add up exactly to the total (product rule 8).</summary>
/// <param name="Perimeter">Bodies that came, left or moved: the published change less the like-for-like one.</param>
/// <param name="Climate">What a colder or milder year changed, where the figure has a climate-corrected one beside it.</param>
/// <param name="Volume">What would have changed had the figure followed its volume (staff, m²…); always zero for a ratio.</param>
/// <param name="Method">What declared changes of method or of factors added.</param>
/// <param name="Performance">The rest.</param>
public sealed record VariationEffects(decimal Perimeter, decimal Climate, decimal Volume, decimal Method, decimal Performance)
{
    public decimal Total => Perimeter + Climate + Volume + Method + Performance;
}

/// <summary>Two values of one thing, in the first year and in the last one.</summary>
public readonly record struct Pair(decimal Before, decimal After)
{
    public decimal Change => After - Before;
}

/// <summary>The figures from which a variation is explained.</summary>
/// <param name="Published">The figures as published.</param>
/// <param name="Kept">Those of the bodies that are there in both years; null when there is none: the whole change is then one of perimeter.</param>
/// <param name="Corrected">The climate-corrected figures of the bodies kept; null when the indicator has none.</param>
/// <param name="Volume">The volume of the bodies kept; null when none is declared, for a ratio, or when it is not known.</param>
/// <param name="MethodFactor">By how much declared changes of method multiplied the figure in between; 1: none.</param>
public sealed record VariationTerms(Pair Published, Pair? Kept, Pair? Corrected = null, Pair? Volume = null, decimal MethodFactor = 1)
{
    /// <summary>Decimals kept: effects are rounded there so that they add up exactly to the total.</summary>
    public const int Decimals = 10;

    /// <summary>
    /// The effects, one after the other, each on what the ones before leave:
    /// <list type="bullet">
    /// <item>perimeter: ΔP − ΔK, where P is published and K of the bodies kept;</item>
    /// <item>climate: ΔK − ΔC, where C is K corrected of the climate (ΔC = ΔK without a correction);</item>
    /// <item>volume: C₀ × (D₁ / D₀ − 1), where D is the volume; zero when D₀ is zero;</item>
    /// <item>method: C₁ − C₁ / f, where f is the factor of the declared changes;</item>
    /// <item>performance: the rest.</item>
    /// </list>
    /// Throws <see cref="ArgumentOutOfRangeException"/> when the factor is not above zero.
    /// </summary>
    public VariationEffects Explain()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MethodFactor);
        var total = Rounded(Published.After) - Rounded(Published.Before);
        if (Kept is not { } kept)
        {
            return new VariationEffects(total, 0, 0, 0, 0);
        }

        var comparable = Corrected ?? kept;
        var keptChange = Rounded(kept.After) - Rounded(kept.Before);
        var comparableChange = Rounded(comparable.After) - Rounded(comparable.Before);
        var volume = Volume is { Before: not 0 } driver ? Rounded(comparable.Before * (driver.After / driver.Before)) - Rounded(comparable.Before) : 0;
        var method = Rounded(comparable.After) - Rounded(comparable.After / MethodFactor);
        return new VariationEffects(total - keptChange, keptChange - comparableChange, volume, method, comparableChange - volume - method);
    }

    private static decimal Rounded(decimal value) => decimal.Round(value, Decimals, MidpointRounding.ToEven);
}
