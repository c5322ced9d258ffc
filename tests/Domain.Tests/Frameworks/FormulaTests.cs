using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

public class FormulaTests
{
    [Theory]
    [InlineData("sum(x)", 10, 10, null)]
    [InlineData("1000 * sum(x)", 10_000, 10, null)]
    [InlineData("-sum(x)", -10, 10, null)]
    [InlineData("sum(x) + sum(y)", 30, 30, null)]
    [InlineData("sum(x + y)", 30, 30, null)]
    [InlineData("sum(x) / 4", 2.5, 10, null)]
    [InlineData("sum(x) / sum(y)", 0.5, 10, 20)]
    [InlineData("100 * sum(x) / sum(y)", 50, 10, 20)]
    [InlineData("100 * (sum(x) / sum(y))", 50, 10, 20)]
    [InlineData("sum(x) / sum(y) * 100", 50, 10, 20)]
    [InlineData("100 * (sum(x) + 2 * sum(y)) / (sum(z) - sum(x))", 250, 50, 20)]
    [InlineData("100 * (1 - sum(x) / sum(y))", 50, null, null)]
    [InlineData("100 * sum(x) / sum(y) - 100 * sum(y) / sum(z)", -16.6666666666666666666666667, null, null)]
    [InlineData("sum(x) * sum(y)", 200, null, null)]
    [InlineData("part / part", 1, null, null)]
    [InlineData("part", 50, 10, 20)]
    public void Its_value_and_the_terms_of_its_fraction(string text, double value, object? numerator, object? denominator)
    {
        var formula = Bench.Formula(text, null, ("part", "100 * sum(x) / sum(y)"));
        var sums = formula.Sums(Bench.Sheet("x=4 y=15 z=20"), Bench.Sheet("x=6 y=5 z=10"));

        Assert.Equal((decimal)value, decimal.Round(formula.Value(sums)!.Value, 13));
        Assert.Equal(Number(numerator), formula.Numerator(sums));
        Assert.Equal(Number(denominator), formula.Denominator(sums));
    }

    private static decimal? Number(object? value) => value is null ? null : Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_term_written_twice_is_one_term() =>
        Assert.Equal(3, Bench.Formula("sum(x) / sum(y) + part + sum( x ) / sum((z))", null, ("part", "sum(x) / sum(y)")).TermCount);

    [Fact]
    public void Its_value_is_not_rounded() =>
        Assert.Equal(100m / 3m, Bench.Formula("100 * sum(x) / sum(y)") is var f ? f.Value(f.Sums(Bench.Sheet("x=1 y=3"))) : null);

    [Theory]
    [InlineData("100 * sum(x) / sum(y)")]
    [InlineData("100 * (1 - sum(x) / (sum(y) - sum(z)))")]
    [InlineData("sum(x) / (sum(x) / sum(y))")]
    public void A_sum_of_divisors_that_comes_to_zero_has_no_value(string text)
    {
        var formula = Bench.Formula(text);

        Assert.Null(formula.Value(new Quantity[formula.TermCount]));
    }

    [Fact]
    public void Terms_are_rounded_to_even_at_ten_decimals()
    {
        var formula = Bench.Formula("sum(x * dju / dju_ref)");

        Assert.Equal(new Quantity(3333333333), formula.Sums(Bench.Sheet("x=1 dju=1 dju_ref=3"))[0]);
        Assert.Equal(new Quantity(2), formula.Sums(Bench.Sheet("x=0.00000000025 dju=1 dju_ref=1"))[0]);
        Assert.Equal(new Quantity(4), formula.Sums(Bench.Sheet("x=0.00000000035 dju=1 dju_ref=1"))[0]);
    }

    [Theory]
    [InlineData("b=oui", 1, 0, 1)]
    [InlineData("b=non", 0, 1, 1)]
    public void Counts_are_one_or_zero(string answers, int yes, int no, int answered)
    {
        var formula = Bench.Formula("count(b = oui) + count(b = non) + count(b answered)");

        Assert.Equal([Quantity.Round(yes), Quantity.Round(no), Quantity.Round(answered)], formula.Sums(Bench.Sheet(answers)));
    }

    [Fact]
    public void A_cell_is_read_in_each_variable()
    {
        var formula = Bench.Formula("100 * sum(x) / sum(y)");
        var terms = new Quantity[2];
        var sheet = Bench.Sheet("x=9 y=9 x[sexe=femmes]=1 y[sexe=femmes]=4");

        Assert.Equal(AnswerState.Given, formula.Of(sheet, new("sexe=femmes"), terms));
        Assert.Equal(25m, formula.Value(terms));
        Assert.Equal(AnswerState.Missing, formula.Of(sheet, new("sexe=hommes"), terms));
        Assert.Equal([Bench.Slots.Of(new("x"), new("sexe=femmes")), Bench.Slots.Of(new("y"), new("sexe=femmes"))], formula.Places(new("sexe=femmes")));
        Assert.Throws<ArgumentException>(() => formula.Of(sheet, new("contrat=cdi"), terms));
    }

    [Fact]
    public void A_cell_that_is_named_is_read_as_it_is()
    {
        var formula = Bench.Formula("100 * sum(crossed[contrat=cdi;sexe=femmes]) / sum(labels[etiquette=a] + labels[etiquette=b])");

        Assert.Equal(50m, formula.Value(formula.Sums(Bench.Sheet("crossed[contrat=cdi;sexe=femmes]=3 labels[etiquette=a]=2 labels[etiquette=b]=4"))));
    }

    [Fact]
    public void Weighted_means_and_factors_add_up()
    {
        var mean = Bench.Formula("sum(g * v) / sum(v)");
        var corrected = Bench.Formula("sum(kwh * dju_ref / dju + kwh)");

        Assert.Equal(108m, mean.Value(mean.Sums(Bench.Sheet("g=100 v=8"), Bench.Sheet("g=140 v=2"))));
        Assert.Equal(210m, corrected.Value(corrected.Sums(Bench.Sheet("kwh=100 dju=2000 dju_ref=2200"))));
    }

    [Fact]
    public void What_is_read_is_known()
    {
        var formula = Bench.Formula("100 * sum(x + y?) / sum(z)");

        Assert.Equal(["x", "y", "z"], formula.Variables.Select(v => v.Value));
        Assert.Equal(3, formula.Places(CellKey.Total).Count);
    }
}
