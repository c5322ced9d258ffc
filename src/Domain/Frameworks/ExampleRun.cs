using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks;

/// <summary>What an example says of an output and what comes out.</summary>
/// <param name="What">The key that differs: <c>value</c>, <c>numerator</c>, <c>denominator</c>, <c>answered</c>, <c>not_applicable</c>,
/// <c>unavailable</c> or <c>missing</c>.</param>
/// <param name="Expected">What the example says; null: that it cannot be computed.</param>
public sealed record ExampleDifference(string Output, string What, decimal? Expected, decimal? Found);

/// <summary>Computes the worked example of an indicator.</summary>
public static class ExampleRun
{
    /// <summary>Where the example does not give what it says; numbers are compared to 12 significant digits.</summary>
    public static IReadOnlyList<ExampleDifference> Of(Indicator indicator, Framework framework) => Of(indicator, framework.Slots);

    internal static IReadOnlyList<ExampleDifference> Of(Indicator indicator, SlotMap slots)
    {
        var sheets = indicator.Example.Bodies.Select(body => Sheet(body, slots)).ToArray();
        return [.. indicator.Example.Expected.SelectMany(expected => Of(expected, indicator, sheets))];
    }

    private static AnswerSheet Sheet(ExampleBody body, SlotMap slots)
    {
        var sheet = new AnswerSheet(slots);
        foreach (var (variable, cell, value) in body.Answers)
        {
            sheet[variable, cell] = value;
        }

        return sheet;
    }

    private static IEnumerable<ExampleDifference> Of(ExpectedOutput expected, Indicator indicator, AnswerSheet[] sheets)
    {
        if (indicator.Outputs.FirstOrDefault(o => o.Name == expected.Output) is not { } output)
        {
            return [];
        }

        var formula = output.Formula;
        var (sums, terms, states) = (new Quantity[formula.TermCount], new Quantity[formula.TermCount], new int[4]);
        foreach (var sheet in sheets)
        {
            states[(int)formula.Of(sheet, CellKey.Total, terms)]++;
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += terms[i];
            }
        }

        (string What, decimal? Expected, decimal? Found)[] all =
        [
            ("value", expected.Value, formula.Value(sums)),
            ("numerator", expected.Numerator, expected.Numerator is null ? null : formula.Numerator(sums)),
            ("denominator", expected.Denominator, expected.Denominator is null ? null : formula.Denominator(sums)),
            ("answered", expected.Answered, states[(int)AnswerState.Given]),
            ("not_applicable", expected.NotApplicable, states[(int)AnswerState.NotApplicable]),
            ("unavailable", expected.Unavailable, states[(int)AnswerState.Unavailable]),
            ("missing", expected.Missing, states[(int)AnswerState.Missing]),
        ];
        return all.Where(x => !Same(x.Expected, x.Found)).Select(x => new ExampleDifference(expected.Output, x.What, x.Expected, x.Found));
    }

    private static bool Same(decimal? one, decimal? other) =>
        one is { } a && other is { } b
            ? Math.Abs(a - b) <= 0.000_000_000_005m * Math.Max(Math.Abs(a), Math.Abs(b))
            : one is null && other is null;
}
