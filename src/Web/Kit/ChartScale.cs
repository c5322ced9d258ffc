namespace Responsables.Web.Kit;

/// <summary>The vertical scale of a chart: from round number to round number, through all values; from zero unless that would flatten the line.</summary>
public sealed record ChartScale(decimal From, decimal To, IReadOnlyList<decimal> Marks)
{
    private const int MostMarks = 5;

    public static ChartScale Of(IReadOnlyCollection<decimal> values)
    {
        var (least, most) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(0).Max());
        var from = least > 0 && least * 2 < most ? 0 : least > 0 && (most - least) * 4 > most ? 0 : least;
        from = most == least ? Math.Min(0, least) : from;
        var step = StepOf(Math.Max(most - from, most == 0 && from == 0 ? 1 : 0));
        var low = decimal.Floor(from / step) * step;
        var marks = new List<decimal> { low };
        while (marks[^1] < most)
        {
            marks.Add(marks[^1] + step);
        }

        if (marks.Count == 1)
        {
            marks.Add(low + step);
        }

        return new ChartScale(low, marks[^1], marks);
    }

    /// <summary>Where a value stands, between 0 (the bottom) and 1.</summary>
    public decimal At(decimal value) => (value - From) / (To - From);

    // 1, 2 or 5 times a power of ten.
    private static decimal StepOf(decimal span)
    {
        var step = 1m;
        while (step * (MostMarks - 1) < span)
        {
            step *= 10;
        }

        while (step > 0.0000001m && step / 10 * (MostMarks - 1) >= span)
        {
            step /= 10;
        }

        return step / 5 * (MostMarks - 1) >= span ? step / 5 : step / 2 * (MostMarks - 1) >= span ? step / 2 : step;
    }
}
