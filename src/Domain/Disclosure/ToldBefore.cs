using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Disclosure;

/// <summary>What earlier editions of the same year say of a figure.</summary>
public enum CellPast
{
    /// <summary>Nothing: it is told for the first time.</summary>
    None,

    /// <summary>They hide it: it stays hidden, or the two together would tell what one hides.</summary>
    Hidden,

    /// <summary>They tell it as it is now: hiding it now protects little, since whoever reads both will think that it has not changed.</summary>
    Told,
}

/// <summary>What earlier editions of the same year told and hid.</summary>
/// <param name="hidden">Figures that one of them hides.</param>
/// <param name="told">Numerator and denominator of those that they tell; of two editions, the later one's.</param>
public sealed class ToldBefore(IReadOnlySet<(int Slot, NodeKey Node)> hidden, IReadOnlyDictionary<(int Slot, NodeKey Node), (decimal? Numerator, decimal? Denominator)> told)
{
    /// <summary>Nothing was told.</summary>
    public static readonly ToldBefore Nothing = new(new HashSet<(int, NodeKey)>(), new Dictionary<(int, NodeKey), (decimal?, decimal?)>());

    /// <summary>Whether there is no earlier edition.</summary>
    public bool IsNothing => hidden.Count == 0 && told.Count == 0;

    /// <summary>What they say of a figure.</summary>
    public CellPast Of(int slot, NodeKey node, Func<Figure> now) =>
        hidden.Contains((slot, node)) ? CellPast.Hidden
        : told.TryGetValue((slot, node), out var then) && now() is var figure && then == (figure.Numerator, figure.Denominator) ? CellPast.Told
        : CellPast.None;
}
