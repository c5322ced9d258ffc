using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>Runs the framework's own checks over one body's answers.</summary>
internal static class CheckFaults
{
    public static IEnumerable<Fault> Of(BlockKey block, Indicator indicator, Answers answers, Answers? previous) =>
        indicator.Checks
            .Where(check => Fires(check, indicator, answers, previous))
            .Select(check => new Fault(
                block, check.On, CellKey.Total, check.Code, check.Severity, check.Message,
                check.Severity == Severity.Explain && answers.CommentOn(check.On) is not null, []));

    private static bool Fires(Check check, Indicator indicator, Answers answers, Answers? previous) => check switch
    {
        RuleCheck rule => rule.Rule.Holds(answers.Sheet, previous?.Sheet) == false,
        VariationCheck variation => previous is not null && Moved(variation, indicator, answers.Sheet, previous.Sheet),
        _ => false,
    };

    private static bool Moved(VariationCheck check, Indicator indicator, AnswerSheet now, AnswerSheet before)
    {
        var output = indicator.Outputs.First(o => o.Name == check.Output);
        return BodyFigure.Of(output, CellKey.Total, now) is { } value
            && BodyFigure.Of(output, CellKey.Total, before) is { } past
            && past != 0
            && Math.Abs(value - past) * 100 > check.Percent * Math.Abs(past);
    }
}
