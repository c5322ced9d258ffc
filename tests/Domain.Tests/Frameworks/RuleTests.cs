using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

public class RuleTests
{
    [Theory]
    [InlineData("x <= y", "x=1 y=2", true)]
    [InlineData("x <= y", "x=3 y=2", false)]
    [InlineData("x <= y", "x=3", null)]
    [InlineData("x <= y", "x=3 y=sans_objet", null)]
    [InlineData("x < 3", "x=3", false)]
    [InlineData("x >= 3", "x=3", true)]
    [InlineData("x > 3", "x=3", false)]
    [InlineData("x = 3", "x=3.00", true)]
    [InlineData("x <> 3", "x=3", false)]
    [InlineData("abs(x - y) <= 1", "x=1 y=2", true)]
    [InlineData("abs(-x) > 2", "x=1", false)]
    [InlineData("kwh / m <= 500", "kwh=1000 m=1", false)]
    [InlineData("kwh / m <= 500", "kwh=1000 m=0", null)]
    [InlineData("x[sexe=femmes] + x[sexe=hommes] = x", "x=3 x[sexe=femmes]=1 x[sexe=hommes]=2", true)]
    [InlineData("b = oui", "b=oui", true)]
    [InlineData("b = oui", "b=non", false)]
    [InlineData("b <> non", "b=non", false)]
    [InlineData("oui = b", "", null)]
    [InlineData("b = c", "b=non c=non", true)]
    public void Comparisons(string rule, string answers, bool? holds) => Assert.Equal(holds, Bench.Rule(rule).Holds(Bench.Sheet(answers), null));

    [Theory]
    [InlineData("answered(x)", "x=0", true)]
    [InlineData("answered(x)", "", false)]
    [InlineData("answered(x)", "x=indisponible", false)]
    [InlineData("answered(nothing)", "nothing=0", true)]
    [InlineData("not answered(x)", "", true)]
    [InlineData("x > 0 and y > 0", "x=1 y=1", true)]
    [InlineData("x > 0 and y > 0", "x=0", false)]
    [InlineData("x > 0 and y > 0", "x=1", null)]
    [InlineData("x > 0 or y > 0", "x=1", true)]
    [InlineData("x > 0 or y > 0", "x=0", null)]
    [InlineData("not x > 0", "x=1", false)]
    [InlineData("not x > 0", "", null)]
    [InlineData("if b = oui then answered(x)", "b=oui", false)]
    [InlineData("if b = oui then answered(x)", "b=non", true)]
    [InlineData("if b = oui then answered(x)", "", null)]
    [InlineData("if b = oui then x > 0 or y > 0", "b=oui x=0 y=1", true)]
    [InlineData("b = oui or c = oui and x > 0", "b=oui c=non x=0", true)]
    [InlineData("not b = oui and c = oui", "b=non c=non", false)]
    public void Three_valued_logic(string rule, string answers, bool? holds) => Assert.Equal(holds, Bench.Rule(rule).Holds(Bench.Sheet(answers), null));

    [Theory]
    [InlineData("b=non", "b=oui", false)]
    [InlineData("b=oui", "b=oui", true)]
    [InlineData("b=non", "b=non", true)]
    [InlineData("b=non", "", null)]
    [InlineData("b=non", null, null)]
    public void From_yes_to_no(string now, string? before, bool? holds) =>
        Assert.Equal(holds, Bench.Rule("not (previous(b) = oui and b = non)").Holds(Bench.Sheet(now), before is null ? null : Bench.Sheet(before)));

    [Fact]
    public void The_year_before_is_read_in_its_cell() =>
        Assert.True(Bench.Rule("x[sexe=femmes] - previous(x[sexe=femmes]) <= 2").Holds(Bench.Sheet("x[sexe=femmes]=5"), Bench.Sheet("x[sexe=femmes]=3")));

    [Fact]
    public void Its_variables_are_those_of_this_year() =>
        Assert.Equal(["x", "b"], Bench.Rule("if previous(y) > 0 then x > 0 and answered(b)").Variables.Select(v => v.Value));

    [Theory]
    [InlineData("x + y", "3 not-a-condition")]
    [InlineData("x", "1 not-a-condition")]
    [InlineData("b", "1 not-a-condition")]
    [InlineData("x < m", "3 different-units personnes m2")]
    [InlineData("x + m < 3", "3 different-units personnes m2")]
    [InlineData("x < y < z", "7 unexpected <")]
    [InlineData("b < oui", "3 yes-no-comparison")]
    [InlineData("b = 1", "3 yes-no-comparison")]
    [InlineData("x = oui", "3 yes-no-comparison")]
    [InlineData("b + 1 > 0", "1 not-numeric b")]
    [InlineData("nothing = 1", "1 not-numeric nothing")]
    [InlineData("previous(x + y) > 0", "12 not-a-value")]
    [InlineData("answered(x + y)", "12 not-a-value")]
    [InlineData("sum(x) > 0", "1 not-here sum")]
    [InlineData("x? > 0", "1 not-here ?")]
    [InlineData("unknown > 0 and x > 0", "1 unknown-variable unknown")]
    [InlineData("answered(unknown)", "10 unknown-variable unknown")]
    [InlineData("labels > 0", "1 no-total labels")]
    [InlineData("if x > 0 answered(y)", "10 unexpected answered")]
    public void Faults(string rule, string fault) => Assert.Equal(fault, Bench.RuleFaults(rule));
}
