namespace Responsables.Domain.Disclosure;

/// <summary>
/// The rule of small numbers about persons: a count above zero and below the threshold is not told. Zero is told: it says of nobody in
/// particular anything that can be laid to them, and hiding it would hide most cells of small bodies; it may still be hidden to protect
/// another cell. Whoever sees all that is shown, and knows that counts are whole numbers that are not negative, must find possible for each
/// cell hidden by this rule both <see cref="Least"/> or less and the threshold or more.
/// </summary>
public readonly record struct SmallNumberRule
{
    /// <summary>Fewer than five: the product's own threshold.</summary>
    public const int UsualThreshold = 5;

    /// <summary>Below three, one of two persons would read the other.</summary>
    public const int LowestThreshold = 3;

    public const int HighestThreshold = 100;

    /// <summary>What a hidden count must be able to be, from below.</summary>
    public const int Least = 1;

    public SmallNumberRule(int threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, LowestThreshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, HighestThreshold);
        Threshold = threshold;
    }

    /// <summary>The lowest count that is told.</summary>
    public int Threshold { get; }

    /// <summary>Whether a count is not told.</summary>
    public bool Hides(decimal count) => count > 0 && count < Threshold;

    /// <summary>By how much a hidden count must be able to be more than it is.</summary>
    internal decimal Rise(decimal count) => Threshold - count;

    /// <summary>By how much a hidden count must be able to be less than it is.</summary>
    internal static decimal Fall(decimal count) => Math.Max(0, count - Least);
}
