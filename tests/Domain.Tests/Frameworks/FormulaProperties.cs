using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

public class FormulaProperties
{
    private static readonly Formula[] Formulas =
    [
        Bench.Formula("100 * sum(x) / sum(y)"),
        Bench.Formula("sum(x * dju / dju_ref + y?)"),
        Bench.Formula("100 * count(b = oui) / count(b answered)"),
        Bench.Formula("100 * sum(x) / sum(y) - 100 * sum(z) / (sum(x) + sum(y))"),
    ];

    private static readonly Gen<AnswerValue> Number = Gen.Frequency(
        (8, Gen.Choose(-1_000_000, 1_000_000).Select(n => AnswerValue.Of(n / 700m))),
        (3, Gen.Constant(AnswerValue.Of(0))),
        (1, Gen.Elements(AnswerValue.Missing, AnswerValue.NotApplicable, AnswerValue.Unavailable)));

    private static readonly Gen<AnswerValue> YesNo =
        Gen.Elements(AnswerValue.Yes, AnswerValue.No, AnswerValue.Missing, AnswerValue.NotApplicable, AnswerValue.Unavailable);

    private static readonly Gen<AnswerSheet> Sheet =
        from numbers in Gen.ArrayOf(Number, Bench.Slots.Count)
        from b in YesNo
        select Filled(numbers, b);

    private static readonly Arbitrary<AnswerSheet[]> Bodies = Gen.ArrayOf(Sheet).ToArbitrary();

    private static readonly Arbitrary<(AnswerSheet[] Bodies, int Cut)> Groups =
        (from bodies in Gen.ArrayOf(Sheet) from cut in Gen.Choose(0, bodies.Length) select (bodies, cut)).ToArbitrary();

    [Fact]
    public void The_order_of_bodies_changes_nothing() => Prop.ForAll(Bodies, bodies =>
        Formulas.All(f => f.Value(f.Sums(bodies)) == f.Value(f.Sums(bodies.Reverse())))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_way_bodies_are_grouped_changes_nothing() => Prop.ForAll(Groups, groups =>
        Formulas.All(f =>
        {
            var (one, other) = (f.Sums(groups.Bodies[..groups.Cut]), f.Sums(groups.Bodies[groups.Cut..]));
            return f.Value([.. one.Zip(other, (a, b) => a + b)]) == f.Value(f.Sums(groups.Bodies));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_body_taken_away_leaves_no_trace() => Prop.ForAll(Groups, groups =>
        Formulas.All(f =>
        {
            var (all, gone) = (f.Sums(groups.Bodies), f.Sums(groups.Bodies[..groups.Cut]));
            return all.Zip(gone, (a, b) => a - b).SequenceEqual(f.Sums(groups.Bodies[groups.Cut..]));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_body_whose_denominator_is_zero_is_sans_objet_and_never_zero_percent() => Prop.ForAll(Bodies, bodies =>
    {
        var ratio = Formulas[0];
        foreach (var body in bodies)
        {
            body[new("y"), CellKey.Total] = AnswerValue.Of(0);
        }

        return bodies.All(b => ratio.Of(b, CellKey.Total, new Quantity[2]) == AnswerState.NotApplicable) && ratio.Value(ratio.Sums(bodies)) is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_share_of_bodies_is_yes_over_yes_and_no() => Prop.ForAll(Bodies, bodies =>
    {
        var states = bodies.Select(body => body[new VariableCode("b")]).ToArray();
        var (yes, no) = (states.Count(s => s == AnswerValue.Yes), states.Count(s => s == AnswerValue.No));
        return Formulas[2].Value(Formulas[2].Sums(bodies)) == (yes + no == 0 ? null : 100m * yes / (yes + no));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_with_few_parentheses_is_computed_as_it_is_read() => Prop.ForAll(Tree.Any.ToArbitrary(), tree =>
    {
        var formula = Bench.Formula($"sum(z) * 0 + ({tree.Text}) * sum(z)");
        return formula.Value(formula.Sums(Bench.Sheet("z=1"))) == tree.Value;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parentheses_that_change_nothing_change_nothing() => Prop.ForAll(Tree.Any.ToArbitrary(), tree =>
        Bench.Formula($"sum(z * ({tree.Text}))").Sums(Bench.Sheet("z=1")).SequenceEqual(
            Bench.Formula($"sum((z) * ({tree.Full}))").Sums(Bench.Sheet("z=1")))).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_in_any_order_are_refused_or_computed() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements("sum", "count", "(", ")", "(", ")", "x", "y", "b", "g", "v", "dju", "[sexe=femmes]", "?", "+", "-", "*", "/", "=", "<=", "oui", "answered",
            "not", "and", "if", "then", "previous", "abs", "0", "100", "999999999999999", "1.5", "part", "unknown", "é", "[", " ")).ToArbitrary(),
        words =>
        {
            var text = string.Join(' ', words);
            return (Bench.Faults(text, null, ("part", "100 * sum(x) / sum(y)")).Length > 0 || Bench.Formula(text, null, ("part", "100 * sum(x) / sum(y)")).TermCount > 0)
                && Bench.RuleFaults(text) is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    private static AnswerSheet Filled(AnswerValue[] numbers, AnswerValue b)
    {
        var sheet = new AnswerSheet(Bench.Slots);
        for (var i = 0; i < numbers.Length; i++)
        {
            sheet[i] = Bench.Slots[i].Variable.Value == "b" ? b : numbers[i];
        }

        return sheet;
    }

    /// <summary>An arithmetic expression, its value, and its text with as few parentheses as possible and with all of them.</summary>
    private sealed record Tree(decimal Value, string Text, string Full, int Power)
    {
        public static Gen<Tree> Any => Gen.Sized(size => Sized(Math.Min(size, 12)));

        private static Gen<Tree> Sized(int size) => size == 0
            ? Gen.Choose(1, 9).Select(n => Leaf(n.ToString(CultureInfo.InvariantCulture), n))
            : Gen.OneOf(
                Sized(0),
                Sized(size / 2).Select(t => new Tree(-t.Value, $"-{t.In(4)}", $"(-{t.Full})", 3)),
                from left in Sized(size / 2) from right in Sized(size / 2) from sign in Gen.Elements('+', '-', '*') select Of(left, sign, right));

        private static Tree Leaf(string text, decimal value) => new(value, text, text, 4);

        private static Tree Of(Tree left, char sign, Tree right) => sign switch
        {
            '+' => new(left.Value + right.Value, $"{left.In(1)}+{right.In(2)}", $"({left.Full} + {right.Full})", 1),
            '-' => new(left.Value - right.Value, $"{left.In(1)} -{right.In(2)}", $"({left.Full} - {right.Full})", 1),
            _ => new(left.Value * right.Value, $"{left.In(2)}*{right.In(3)}", $"({left.Full} * {right.Full})", 2),
        };

        private string In(int power) => Power < power ? $"({Text})" : Text;
    }
}
