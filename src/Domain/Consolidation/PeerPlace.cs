namespace Responsables.Domain.Consolidation;

/// <summary>
/// Where one value stands among those of similar bodies, its own apart: their quartiles, and how many have less and more. There is none for fewer than
/// <see cref="Spread.Fewest"/> similar bodies.
/// </summary>
/// <param name="Lower">Similar bodies whose value is smaller.</param>
/// <param name="Higher">Similar bodies whose value is larger.</param>
public sealed record PeerPlace(Spread Peers, int Lower, int Higher)
{
    /// <summary>In which quarter it stands, from 1 (up to the first quartile) to 4 (above the third).</summary>
    public int Quarter { get; private init; }

    /// <summary>The place of a value among those of the others; null when they are too few.</summary>
    public static PeerPlace? Of(decimal value, IReadOnlyCollection<decimal> others) => Spread.Of(others) is { } peers
        ? new PeerPlace(peers, others.Count(o => o < value), others.Count(o => o > value))
        {
            Quarter = value <= peers.FirstQuartile ? 1 : value <= peers.Median ? 2 : value <= peers.ThirdQuartile ? 3 : 4,
        }
        : null;
}
