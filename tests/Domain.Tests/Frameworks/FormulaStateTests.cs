using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

public class FormulaStateTests
{
    [Theory]
    [InlineData("x=1 y=2", AnswerState.Given)]
    [InlineData("x=0 y=2", AnswerState.Given)]
    [InlineData("", AnswerState.Missing)]
    [InlineData("x=1", AnswerState.Missing)]
    [InlineData("y=2", AnswerState.Missing)]
    [InlineData("x=indisponible", AnswerState.Unavailable)]
    [InlineData("x=indisponible y=2", AnswerState.Unavailable)]
    [InlineData("x=indisponible y=sans_objet", AnswerState.NotApplicable)]
    [InlineData("x=sans_objet y=indisponible", AnswerState.NotApplicable)]
    [InlineData("x=sans_objet", AnswerState.NotApplicable)]
    [InlineData("x=1 y=0", AnswerState.NotApplicable)]
    [InlineData("y=0", AnswerState.NotApplicable)]
    [InlineData("x=indisponible y=0", AnswerState.NotApplicable)]
    [InlineData("x=0 y=0", AnswerState.NotApplicable)]
    public void A_ratio(string answers, AnswerState state) => Assert.Equal(state, Bench.Formula("100 * sum(x) / sum(y)").State(answers));

    [Theory]
    [InlineData("b=oui", AnswerState.Given)]
    [InlineData("b=non", AnswerState.Given)]
    [InlineData("b=sans_objet", AnswerState.NotApplicable)]
    [InlineData("b=indisponible", AnswerState.Unavailable)]
    [InlineData("", AnswerState.Missing)]
    public void A_share_of_bodies(string answers, AnswerState state) =>
        Assert.Equal(state, Bench.Formula("100 * count(b = oui) / count(b answered)").State(answers));

    [Theory]
    [InlineData("c=oui b=non", AnswerState.Given)]
    [InlineData("c=non", AnswerState.NotApplicable)]
    [InlineData("c=oui", AnswerState.Missing)]
    public void A_share_of_the_bodies_that_said_yes_to_something_else(string answers, AnswerState state) =>
        Assert.Equal(state, Bench.Formula("100 * count(b = oui) / count(c = oui)").State(answers));

    [Theory]
    [InlineData("kwh=1 dju_ref=1 dju=1 z=1", AnswerState.Given)]
    [InlineData("kwh=1 dju_ref=1 dju=0 z=1", AnswerState.NotApplicable)]
    [InlineData("dju=0", AnswerState.NotApplicable)]
    [InlineData("kwh=0 dju_ref=1", AnswerState.Missing)]
    [InlineData("kwh=0 dju_ref=indisponible", AnswerState.Unavailable)]
    public void A_division_inside_a_term(string answers, AnswerState state) =>
        Assert.Equal(state, Bench.Formula("sum(kwh * dju_ref / dju)").State(answers));

    [Theory]
    [InlineData("x=1 y=2", 3)]
    [InlineData("x=1", 1)]
    [InlineData("x=1 y=sans_objet", 1)]
    [InlineData("x=1 y=indisponible", 1)]
    public void An_optional_variable_counts_for_nothing(string answers, int sum)
    {
        var formula = Bench.Formula("sum(x + y?)");

        Assert.Equal(AnswerState.Given, formula.State(answers));
        Assert.Equal(sum, formula.Value(formula.Sums(Bench.Sheet(answers))));
    }

    [Theory]
    [InlineData("y=sans_objet")]
    [InlineData("y=indisponible")]
    public void An_optional_variable_does_not_say_why_the_body_is_missing(string answers) =>
        Assert.Equal(AnswerState.Missing, Bench.Formula("sum(x + y?)").State(answers));

    [Fact]
    public void A_variable_that_is_optional_in_one_place_only_is_needed() =>
        Assert.Equal(AnswerState.Missing, Bench.Formula("sum(x + y?) / sum(y)").State("x=1"));

    [Theory]
    [InlineData("x=1 y=2 z=4", AnswerState.Given)]
    [InlineData("x=1 y=2 z=0", AnswerState.NotApplicable)]
    [InlineData("x=1 y=2", AnswerState.Missing)]
    [InlineData("x=0 y=2 z=4", AnswerState.Given)]
    public void A_combination_of_outputs_needs_every_term(string answers, AnswerState state) =>
        Assert.Equal(state, Bench.Formula("part - poids", null, ("part", "100 * sum(x) / sum(y)"), ("poids", "100 * sum(y) / sum(z)")).State(answers));

    [Theory]
    [InlineData("x=1 y=0 z=4", AnswerState.NotApplicable)]
    [InlineData("y=0 z=4", AnswerState.NotApplicable)]
    [InlineData("x=0 y=2 z=4", AnswerState.Given)]
    public void A_divisor_made_of_a_ratio_that_is_zero(string answers, AnswerState state) =>
        Assert.Equal(state, Bench.Formula("sum(x) / (sum(y) / sum(z))").State(answers));

    [Fact]
    public void A_divisor_that_rounds_to_zero_is_zero() =>
        Assert.Equal(AnswerState.NotApplicable, Bench.Formula("sum(x) / sum(y)").State("x=1 y=0.00000000001"));

    [Fact]
    public void The_terms_of_a_body_that_did_not_answer_are_zero()
    {
        var formula = Bench.Formula("100 * sum(x) / sum(y)");
        var terms = new[] { Quantity.Round(7), Quantity.Round(7), Quantity.Round(7) };

        Assert.Equal(AnswerState.Missing, formula.Of(Bench.Sheet("x=3"), CellKey.Total, terms));
        Assert.Equal([Quantity.Zero, Quantity.Zero, Quantity.Round(7)], terms);
    }
}
