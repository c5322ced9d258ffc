using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Quality;

/// <summary>How a measure spreads among similar bodies, each by its distance to the median in number of times.</summary>
/// <param name="Median">Median of the measures.</param>
/// <param name="Deviation">Median absolute deviation of their natural logarithms, made comparable with a standard deviation (× 1.4826).</param>
internal sealed record PeerSpread(int Count, decimal Median, double Deviation)
{
    // What makes the median absolute deviation of a normal distribution its standard deviation.
    private const double Comparable = 1.4826;

    // Bodies that are nearly all alike would make anything look far: a spread of less than 5 % counts as 5 %.
    private const double Tightest = 0.05;

    /// <summary>Of these measures, all above zero.</summary>
    public static PeerSpread Of(IReadOnlyList<decimal> measures)
    {
        var median = Middle(measures);
        var logarithm = Math.Log((double)median);
        var deviations = measures.Select(m => (decimal)Math.Abs(Math.Log((double)m) - logarithm)).ToList();
        return new PeerSpread(measures.Count, median, Math.Max(Tightest, Comparable * (double)Middle(deviations)));
    }

    /// <summary>How many deviations a measure above zero is from the median, in logarithms: twice and half are as far.</summary>
    public double Distance(decimal measure) => Math.Abs(Math.Log((double)measure) - Math.Log((double)Median)) / Deviation;

    private static decimal Middle(IReadOnlyCollection<decimal> values) => PeerMedian.Of(values)!.Median;
}

/// <summary>
/// The similar bodies of each body for one measure: those of its network and size class; else of its network; else of its branch; the first of these that
/// has enough bodies with a measure above zero. The body itself is one of them: among enough others it does not move a median.
/// </summary>
internal sealed class PeerGroups(IReadOnlyList<(Place Place, decimal Measure)> measured, int least)
{
    private static readonly Func<Place, object>[] Kinds = [p => (p.Network, p.Size), p => p.Network, p => p.Branch];

    private readonly Dictionary<(int Kind, object Key), PeerSpread?> known = [];
    private readonly ILookup<object, decimal>[] measures = [.. Kinds.Select(kind => measured.Where(m => m.Measure > 0).ToLookup(m => kind(m.Place), m => m.Measure))];

    // A median needs three values whatever the rule says.
    private readonly int fewest = Math.Max(least, PeerMedian.Fewest);

    /// <summary>Null when no group is large enough.</summary>
    public PeerSpread? Of(Place place)
    {
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var key = (kind, Kinds[kind](place));
            if (!known.TryGetValue(key, out var spread))
            {
                var group = measures[kind][key.Item2].ToList();
                known.Add(key, spread = group.Count >= fewest ? PeerSpread.Of(group) : null);
            }

            if (spread is not null)
            {
                return spread;
            }
        }

        return null;
    }
}
