using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>What can be wrong in the values of one variable, whatever the indicator: bounds, reasons, breakdowns.</summary>
public static class ValueFaults
{
    public static IEnumerable<Fault> Of(BlockKey block, Variable variable, Answers answers)
    {
        foreach (var cell in variable.BrokenDown.Prepend(CellKey.Total))
        {
            var value = answers.Sheet[variable.Code, cell];
            if (value.State == AnswerState.Unavailable && string.IsNullOrWhiteSpace(answers[variable.Code, cell]?.Comment))
            {
                yield return Blocking(block, variable, cell, FaultCodes.ReasonRequired);
            }

            if (value.IsGiven && variable.IsNumeric && value.Number < variable.Min)
            {
                yield return Blocking(block, variable, cell, FaultCodes.BelowMinimum, value.Number, variable.Min);
            }

            if (value.IsGiven && variable.IsNumeric && value.Number > variable.Max)
            {
                yield return Blocking(block, variable, cell, FaultCodes.AboveMaximum, value.Number, variable.Max);
            }
        }

        var total = answers.Sheet[variable.Code];
        if (variable.HasTotal && variable.Layout == BreakdownLayout.Marginal && total.IsGiven)
        {
            foreach (var fault in variable.Breakdowns.SelectMany(b => Breakdown(block, variable, b, total.Number, answers)))
            {
                yield return fault;
            }
        }

        if (variable.HasTotal && variable.Layout == BreakdownLayout.Crossed && total.IsGiven && variable.Breakdowns.All(b => b.Partition))
        {
            var cells = variable.BrokenDown.Select(c => answers.Sheet[variable.Code, c]).ToList();
            if (cells.TrueForAll(c => c.IsGiven) && cells.Sum(c => c.Number) is var sum && sum != total.Number)
            {
                yield return Blocking(block, variable, CellKey.Total, FaultCodes.PartitionDiffers, sum, total.Number);
            }
        }
    }

    /// <summary>The sum of a complete partition, which an empty total takes; null when no partition is complete.</summary>
    public static decimal? CompletePartition(Variable variable, AnswerSheet sheet)
    {
        IEnumerable<IEnumerable<CellKey>> partitions = variable.Layout == BreakdownLayout.Crossed
            ? variable.Breakdowns.Count > 0 && variable.Breakdowns.All(b => b.Partition) ? [variable.BrokenDown] : []
            : variable.Breakdowns.Where(b => b.Partition).Select(b => b.Keys);
        foreach (var cells in partitions)
        {
            var values = cells.Select(c => sheet[variable.Code, c]).ToList();
            if (values.TrueForAll(v => v.IsGiven))
            {
                return values.Sum(v => v.Number);
            }
        }

        return null;
    }

    private static IEnumerable<Fault> Breakdown(BlockKey block, Variable variable, Breakdown breakdown, decimal total, Answers answers)
    {
        var cells = breakdown.Keys;
        var given = cells.Where(c => answers.Sheet[variable.Code, c].IsGiven).ToList();
        var sum = given.Sum(c => answers.Sheet[variable.Code, c].Number);
        if (breakdown.Partition && given.Count > 0 && (given.Count == cells.Count ? sum != total : sum > total))
        {
            yield return Blocking(block, variable, given[0], FaultCodes.PartitionDiffers, sum, total, breakdown.Label);
        }

        foreach (var cell in breakdown.Partition ? [] : given.Where(c => answers.Sheet[variable.Code, c].Number > total))
        {
            yield return Blocking(block, variable, cell, FaultCodes.CellAboveTotal, answers.Sheet[variable.Code, cell].Number, total);
        }

        foreach (var cell in breakdown.Required ? cells.Where(c => answers.Sheet[variable.Code, c].State == AnswerState.Missing) : [])
        {
            yield return new Fault(block, variable.Code, cell, FaultCodes.CellToComplete, Severity.Notice, null, false, []);
        }
    }

    private static Fault Blocking(BlockKey block, Variable variable, CellKey cell, string code, params object?[] arguments) =>
        new(block, variable.Code, cell, code, Severity.Blocking, null, false, arguments);
}
