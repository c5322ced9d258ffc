using Responsables.Domain.Publications;

namespace Responsables.App.Publications.Documents;

/// <summary>How a figure moved since the first year that it may be compared with, five years back at most.</summary>
/// <param name="Change">In points for a share, else in percent of the first value; rounded to be read.</param>
internal sealed record FigureTrend(int Since, decimal Change, bool IsInPoints)
{
    private const int YearsBack = 5;

    public string Sentence => Change == 0
        ? DocumentTexts.Of("flat", Since)
        : (Change > 0, IsInPoints) switch
        {
            (true, true) => DocumentTexts.By("rise.points", Change, Size, Since),
            (false, true) => DocumentTexts.By("fall.points", Change, Size, Since),
            (true, false) => DocumentTexts.Of("rise.percent", Size, Since),
            _ => DocumentTexts.Of("fall.percent", Size, Since),
        };

    /// <summary>For a cell.</summary>
    public string Short => DocumentTexts.Of(IsInPoints ? "change.points" : "change.percent", FigureText.Signed(Change, 1));

    private string Size => FigureText.Number(Math.Abs(Change), 1);

    /// <summary>The trend of a series that ends in a year; null when nothing can be said.</summary>
    /// <param name="since">The year with which it is compared; null: the first comparable one, five years back at most.</param>
    public static FigureTrend? Of(EditionSeries? series, string unit, int year, int? since = null)
    {
        var known = series?.Points.Where(p => p is { Value: not null, IsComparable: true } && p.Year >= (since ?? year - YearsBack) && p.Year <= year).OrderBy(p => p.Year).ToList();
        if (known is not { Count: > 1 } || known[^1].Year != year || (since is { } asked && known[0].Year != asked))
        {
            return null;
        }

        var (from, to) = (known[0].Value!.Value, known[^1].Value!.Value);
        var isInPoints = FigureText.IsInPoints(unit);
        return isInPoints || from != 0
            ? new FigureTrend(known[0].Year, decimal.Round(isInPoints ? to - from : (to - from) / Math.Abs(from) * 100, 1, MidpointRounding.AwayFromZero), isInPoints)
            : null;
    }
}
