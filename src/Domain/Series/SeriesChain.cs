using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Series;

/// <summary>What a series reads in the years of one framework.</summary>
/// <param name="Factor">What its values are multiplied by to be in the unit of the series that was asked for.</param>
/// <param name="Link">How it is continued by the step of the framework after it; null for the last one.</param>
public sealed record SeriesStep(IndicatorCode Indicator, string Output, decimal Factor, Continuity? Link);

/// <summary>The outputs of several frameworks that make one series, by the links declared between them (product rule 10).</summary>
public static class SeriesChain
{
    /// <summary>
    /// The steps of a series, the earliest first: what it continues and what continues it. Where an output continues several, or is continued
    /// by several, the link that breaks least is followed, the first one of the file among equals. Factors are counted from the output asked
    /// for; nothing converts across a break.
    /// </summary>
    public static IReadOnlyList<SeriesStep> Of(IndicatorCode indicator, string output, Continuities continuities)
    {
        var steps = new LinkedList<SeriesStep>([new SeriesStep(indicator, output, 1, null)]);
        while (Best(continuities.Into(steps.First!.Value.Indicator, steps.First.Value.Output)) is { } link)
        {
            steps.AddFirst(new SeriesStep(link.From, link.FromOutput, steps.First.Value.Factor * (link.Factor ?? 1), link));
        }

        while (Best(continuities.OutOf(steps.Last!.Value.Indicator, steps.Last.Value.Output)) is { } link)
        {
            var last = steps.Last.Value;
            steps.Last.Value = last with { Link = link };
            steps.AddLast(new SeriesStep(link.To, link.ToOutput, last.Factor / (link.Factor ?? 1), null));
        }

        return [.. steps];
    }

    private static Continuity? Best(IEnumerable<Continuity> links) => links.MinBy(l => l.Link);
}
