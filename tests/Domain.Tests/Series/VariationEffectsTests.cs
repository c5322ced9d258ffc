using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Series;
using Xunit;

namespace Responsables.Domain.Tests.Series;

public class VariationEffectsTests
{
    /// <summary>The example of docs/series.md: 1,000 MWh become 1,061.</summary>
    [Fact]
    public void The_worked_example_of_a_sum()
    {
        var effects = new VariationTerms(
            Published: new(1000, 1061), Kept: new(900, 981), Corrected: new(880, 945), Volume: new(50_000, 52_500), MethodFactor: 1.05m).Explain();

        Assert.Equal(new VariationEffects(Perimeter: -20, Climate: 16, Volume: 44, Method: 45, Performance: -24), effects);
        Assert.Equal(61, effects.Total);
    }

    /// <summary>The other example: 40 % become 46 %.</summary>
    [Fact]
    public void The_worked_example_of_a_ratio() => Assert.Equal(
        new VariationEffects(Perimeter: 1, Climate: 0, Volume: 0, Method: 0, Performance: 5),
        new VariationTerms(Published: new(40, 46), Kept: new(42, 47)).Explain());

    [Fact]
    public void Without_a_body_in_both_years_the_whole_change_is_one_of_perimeter() =>
        Assert.Equal(new VariationEffects(7, 0, 0, 0, 0), new VariationTerms(new(3, 10), null, null, new(1, 2), 3).Explain());

    [Fact]
    public void A_volume_that_was_zero_has_no_effect() =>
        Assert.Equal(new VariationEffects(0, 0, 0, 0, 5), new VariationTerms(new(5, 10), new(5, 10), null, new(0, 2)).Explain());

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_factor_is_above_zero(int factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new VariationTerms(new(5, 10), null, MethodFactor: factor).Explain());

    [Fact]
    public void Effects_add_up_exactly_to_the_published_change() => Hold(terms =>
        terms.Explain().Total == Rounded(terms.Published.After) - Rounded(terms.Published.Before));

    [Fact]
    public void Without_any_change_each_effect_is_zero() => Hold(terms =>
        new VariationTerms(
            Same(terms.Published), terms.Kept is { } k ? Same(k) : null, terms.Corrected is { } c ? Same(c) : null, terms.Volume is { } v ? Same(v) : null).Explain()
            == new VariationEffects(0, 0, 0, 0, 0));

    [Fact]
    public void A_figure_that_only_follows_its_volume_has_no_other_effect() => Hold(terms =>
    {
        if (terms.Kept is not { } kept || terms.Volume is not { Before: not 0 } volume)
        {
            return true;
        }

        var follows = new Pair(kept.Before, kept.Before * (volume.After / volume.Before));
        return new VariationTerms(follows, follows, null, volume).Explain() is { Perimeter: 0, Climate: 0, Method: 0, Performance: 0 };
    });

    private static Pair Same(Pair pair) => new(pair.Before, pair.Before);

    private static decimal Rounded(decimal value) => decimal.Round(value, VariationTerms.Decimals, MidpointRounding.ToEven);

    private static void Hold(Func<VariationTerms, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<PositiveInt>>(), draws =>
        {
            // Values with up to 28 digits, as divisions give them; one term in three is not there.
            var dice = new Random(draws.Get.Aggregate(17, (seed, draw) => unchecked((seed * 31) + draw.Get)));
            Pair Drawn() => new(Value(dice), Value(dice));
            Pair? Perhaps() => dice.Next(3) == 0 ? null : Drawn();
            return property(new VariationTerms(Drawn(), Perhaps(), Perhaps(), Perhaps(), dice.Next(2) == 0 ? 1 : 1 + ((decimal)dice.NextDouble() / 3)));
        }));

    private static decimal Value(Random dice) => dice.Next(6) == 0 ? 0 : dice.Next(1, 1_000_000_000) / (decimal)dice.Next(1, 100_000);
}
