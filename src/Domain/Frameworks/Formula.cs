using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks;

/// <summary>
/// A compiled formula. Each <c>sum(…)</c> or <c>count(…)</c> is a term: an expression of one body's answers that adds up over bodies.
/// The formula is then a pure function of the sums of its terms.
/// </summary>
public sealed class Formula
{
    /// <summary>The formula as it is written in the framework.</summary>
    public required string Text { get; init; }

    /// <summary>Number of additive terms.</summary>
    public int TermCount => throw new NotImplementedException();

    /// <summary>Every place that it reads, for the whole (<see cref="CellKey.Total"/>) or for a cell.</summary>
    public IReadOnlyList<int> Places(CellKey cell) => throw new NotImplementedException();

    /// <summary>What a body brings, read for a cell: its state, and its terms when it answered (zeros otherwise).</summary>
    public AnswerState Of(AnswerSheet answers, CellKey cell, Span<Quantity> terms) => throw new NotImplementedException();

    /// <summary>The figure from the sums of its terms; null when a divisor is zero.</summary>
    public decimal? Value(ReadOnlySpan<Quantity> sums) => throw new NotImplementedException();

    /// <summary>The numerator, without the factor 100; the sum itself for a plain sum; null for a combination of outputs.</summary>
    public decimal? Numerator(ReadOnlySpan<Quantity> sums) => throw new NotImplementedException();

    /// <summary>The denominator; null for a plain sum or a combination of outputs.</summary>
    public decimal? Denominator(ReadOnlySpan<Quantity> sums) => throw new NotImplementedException();
}
