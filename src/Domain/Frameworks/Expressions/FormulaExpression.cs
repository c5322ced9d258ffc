using Responsables.Domain.Shared;

namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>A formula as a function of the sums of its terms; the names of outputs have been replaced by their formulas.</summary>
internal abstract record FormulaExpression
{
    /// <summary>How many nodes it has: what its evaluation costs.</summary>
    public abstract int Size { get; }

    /// <summary>The terms that it needs, one bit each.</summary>
    public abstract ulong Terms { get; }

    /// <summary>What it is divided by anywhere, the innermost first; constants aside.</summary>
    public abstract IEnumerable<FormulaExpression> Divisors { get; }

    /// <summary>Its value; null when a divisor is zero.</summary>
    public abstract decimal? Evaluate(ReadOnlySpan<Quantity> sums);

    public virtual bool IsZero(ReadOnlySpan<Quantity> sums) => Evaluate(sums) == 0;

    /// <summary>The same formula with each distinct term numbered in a list, which grows as needed.</summary>
    public abstract FormulaExpression Numbered(List<BodyExpression> terms);

    public bool IsConstant => Terms == 0;

    public sealed record Constant(decimal Value) : FormulaExpression
    {
        public override int Size => 1;

        public override ulong Terms => 0;

        public override IEnumerable<FormulaExpression> Divisors => [];

        public override decimal? Evaluate(ReadOnlySpan<Quantity> sums) => Value;

        public override FormulaExpression Numbered(List<BodyExpression> terms) => this;
    }

    /// <summary>A <c>sum(…)</c> or a <c>count(…)</c>.</summary>
    /// <param name="Index">Its number among the terms of the formula.</param>
    public sealed record Aggregate(BodyExpression Term, int Index = 0) : FormulaExpression
    {
        public override int Size => 1;

        public override ulong Terms => 1UL << Index;

        public override IEnumerable<FormulaExpression> Divisors => [];

        public override decimal? Evaluate(ReadOnlySpan<Quantity> sums) => sums[Index].ToDecimal();

        public override bool IsZero(ReadOnlySpan<Quantity> sums) => sums[Index] == Quantity.Zero;

        public override FormulaExpression Numbered(List<BodyExpression> terms)
        {
            var index = terms.IndexOf(Term);
            if (index < 0)
            {
                index = terms.Count;
                terms.Add(Term);
            }

            return this with { Index = index };
        }
    }

    public sealed record Negation(FormulaExpression Operand) : FormulaExpression
    {
        public override int Size { get; } = Operand.Size + 1;

        public override ulong Terms { get; } = Operand.Terms;

        public override IEnumerable<FormulaExpression> Divisors => Operand.Divisors;

        public override decimal? Evaluate(ReadOnlySpan<Quantity> sums) => -Operand.Evaluate(sums);

        public override FormulaExpression Numbered(List<BodyExpression> terms) => new Negation(Operand.Numbered(terms));
    }

    public sealed record Combination(Operation Operation, FormulaExpression Left, FormulaExpression Right) : FormulaExpression
    {
        public override int Size { get; } = Left.Size + Right.Size + 1;

        public override ulong Terms { get; } = Left.Terms | Right.Terms;

        public override IEnumerable<FormulaExpression> Divisors =>
            Left.Divisors.Concat(Right.Divisors).Concat(Operation == Operation.Divide && !Right.IsConstant ? [Right] : []);

        public override decimal? Evaluate(ReadOnlySpan<Quantity> sums) =>
            Left.Evaluate(sums) is not { } left || Right.Evaluate(sums) is not { } right ? null
            : Operation == Operation.Divide && right == 0 ? null
            : Operation.Apply(left, right);

        public override FormulaExpression Numbered(List<BodyExpression> terms) =>
            new Combination(Operation, Left.Numbered(terms), Right.Numbered(terms));
    }
}
