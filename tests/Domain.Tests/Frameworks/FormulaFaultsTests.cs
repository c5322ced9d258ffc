using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

public class FormulaFaultsTests
{
    [Theory]
    [InlineData("", "1 unexpected-end")]
    [InlineData("sum(x", "6 unexpected-end")]
    [InlineData("sum(x))", "7 unexpected )")]
    [InlineData("sum(x) sum(y)", "8 unexpected sum")]
    [InlineData("sum(x) # sum(y)", "8 unexpected #")]
    [InlineData("sum(x[sexe=femmes)", "6 unexpected-end")]
    [InlineData("1.2.3 * sum(x)", "1 bad-number 1.2.3")]
    [InlineData("3x * sum(x)", "1 bad-number 3x")]
    [InlineData("1000000000000000 * sum(x)", "1 bad-number 1000000000000000")]
    [InlineData("SUM(x)", "1 unexpected S")]
    [InlineData("total(x)", "1 unknown-function total")]
    [InlineData("sum(abs(x))", "5 not-here abs")]
    [InlineData("sum(sum(x))", "5 not-here sum")]
    [InlineData("sum(previous(x))", "5 not-here previous")]
    [InlineData("sum(x < y)", "7 not-a-value")]
    [InlineData("not sum(x)", "1 not-a-value")]
    public void Syntax_is_told_with_its_column(string text, string fault) => Assert.Equal(fault, Bench.Faults(text));

    [Theory]
    [InlineData("sum(unknown)", "5 unknown-variable unknown")]
    [InlineData("count(unknown = oui)", "7 unknown-variable unknown")]
    [InlineData("sum(x[age=femmes])", "5 unknown-dimension age x")]
    [InlineData("sum(x[sexe=autres])", "5 unknown-cell sexe=autres x")]
    [InlineData("sum(x[contrat=cdi;sexe=femmes])", "5 unknown-cell contrat=cdi;sexe=femmes x")]
    [InlineData("sum(crossed[sexe=femmes])", "5 unknown-cell sexe=femmes crossed")]
    [InlineData("sum(crossed[sexe=femmes;contrat=cdi])", "5 unknown-cell sexe=femmes;contrat=cdi crossed")]
    [InlineData("sum(labels)", "5 no-total labels")]
    [InlineData("part - sum(x)", "1 unknown-output part")]
    [InlineData("x / sum(y)", "1 outside-sum x")]
    public void Names_must_exist(string text, string fault) => Assert.Equal(fault, Bench.Faults(text));

    [Theory]
    [InlineData("sum(x) + sum(m)", "8 different-units personnes m2")]
    [InlineData("sum(x - m)", "7 different-units personnes m2")]
    [InlineData("sum(x) - count(b = oui)", "8 different-units personnes organismes")]
    [InlineData("sum(x) / sum(m) + sum(x)", "17 different-units m2^-1 × personnes personnes")]
    [InlineData("sum(x) + 1", "8 different-units personnes 1")]
    public void Only_the_same_units_are_added(string text, string fault) => Assert.Equal(fault, Bench.Faults(text));

    [Theory]
    [InlineData("sum(dju)", "1 not-additive dju")]
    [InlineData("sum(dju * dju_ref)", "1 not-additive dju_ref")]
    [InlineData("sum(b)", "5 not-numeric b")]
    [InlineData("sum(nothing)", "5 not-numeric nothing")]
    [InlineData("sum(g)", "1 mean-without-weight g v")]
    [InlineData("sum(2 * g)", "1 mean-without-weight g v")]
    [InlineData("sum(g * x)", "7 wrong-weight g v")]
    [InlineData("sum(g * (v + v))", "7 wrong-weight g v")]
    [InlineData("sum(x * y)", "7 not-additive x")]
    [InlineData("sum((x + y) / (x + y))", "13 not-additive /")]
    [InlineData("sum(x / y)", "7 not-additive x")]
    [InlineData("sum(3)", "1 nothing-to-add")]
    [InlineData("3 + 4", "1 nothing-to-add")]
    [InlineData("count(x = oui)", "7 count-not-boolean x")]
    [InlineData("count(b)", "1 bad-count")]
    [InlineData("count(b = 1)", "1 bad-count")]
    [InlineData("count(b? = oui)", "7 not-here ?")]
    [InlineData("sum(x) / 0", "8 division-by-zero")]
    [InlineData("sum(x / (2 - 2))", "7 division-by-zero")]
    public void What_does_not_add_up_is_not_added(string text, string fault) => Assert.Equal(fault, Bench.Faults(text));

    [Theory]
    [InlineData("100 * sum(x) / sum(y)")]
    [InlineData("sum(x) / sum(y) * 100")]
    [InlineData("100 * (sum(x) / sum(y))")]
    [InlineData("100 * (1 - sum(x) / sum(y))")]
    [InlineData("100 * count(b = oui) / count(b answered)")]
    [InlineData("100 * sum(x) / sum(y) - 100 * sum(z) / sum(y)")]
    [InlineData("part - 100 * sum(z) / sum(y)")]
    public void A_percentage_is_a_hundred_times_a_ratio(string text) =>
        Assert.Equal("", Bench.Faults(text, "% des salariés", ("part", "100 * sum(x) / sum(y)")));

    [Theory]
    [InlineData("sum(x) / sum(y)")]
    [InlineData("sum(x)")]
    [InlineData("100 * sum(x)")]
    [InlineData("100 * sum(x) / sum(m)")]
    [InlineData("100 * sum(x) / sum(y) - sum(x) / sum(y)")]
    [InlineData("1000 * sum(x) / sum(y)")]
    [InlineData("part / part")]
    public void Anything_else_is_not_a_percentage(string text) =>
        Assert.Equal("1 not-a-percentage %", Bench.Faults(text, "%", ("part", "100 * sum(x) / sum(y)")));

    [Fact]
    public void A_formula_that_names_a_faulty_output_has_no_fault_of_its_own() =>
        Assert.Equal("", Bench.Faults("100 * sum(x) / part", "%", ("part", "sum(")));

    [Fact]
    public void Several_faults_are_told_at_once() =>
        Assert.Equal("5 unknown-variable u, 10 not-additive dju", Bench.Faults("sum(u) + sum(dju)"));

    [Theory]
    [InlineData(5000)]
    [InlineData(200)]
    public void A_hostile_formula_is_refused(int depth)
    {
        var text = new string('(', depth) + "sum(x)" + new string(')', depth);

        Assert.EndsWith("formula-too-long", Bench.Faults(text));
    }

    [Fact]
    public void Outputs_that_double_each_time_are_refused()
    {
        var outputs = Enumerable.Range(1, 40).Select(i => ($"o{i}", i == 1 ? "sum(x)" : $"o{i - 1} + o{i - 1}")).ToArray();

        Assert.Equal("1 formula-too-long", Bench.Faults("o9 + o9 + sum(x)", null, outputs));
    }

    [Fact]
    public void Constants_too_large_are_refused() =>
        Assert.StartsWith("1 bad-number", Bench.Faults("sum(x) * 900000000000000 * 900000000000000 * 900000000000000"));
}
