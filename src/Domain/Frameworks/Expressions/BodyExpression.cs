using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>
/// An expression of one body's answers. As it is written it reads variables; <see cref="In"/> gives the one that reads the places of a
/// cell. Two expressions are equal when they are written alike, spaces and parentheses aside.
/// </summary>
internal abstract record BodyExpression
{
    /// <summary>Its number; false when an answer that it needs has no value or a divisor is zero, which it then says.</summary>
    public abstract bool TryEvaluate(ref BodyAnswers answers, out decimal value);

    /// <summary>The same expression reading the places of a cell (those of its own cell, where it names one).</summary>
    public abstract BodyExpression In(CellKey cell, SlotMap slots);

    /// <summary>Every answer that it reads.</summary>
    public abstract IEnumerable<Reading> Readings { get; }

    public sealed record Constant(decimal Value) : BodyExpression
    {
        public override IEnumerable<Reading> Readings => [];

        public override bool TryEvaluate(ref BodyAnswers answers, out decimal value)
        {
            value = Value;
            return true;
        }

        public override BodyExpression In(CellKey cell, SlotMap slots) => this;
    }

    public sealed record Negation(BodyExpression Operand) : BodyExpression
    {
        public override IEnumerable<Reading> Readings => Operand.Readings;

        public override bool TryEvaluate(ref BodyAnswers answers, out decimal value)
        {
            var known = Operand.TryEvaluate(ref answers, out value);
            value = -value;
            return known;
        }

        public override BodyExpression In(CellKey cell, SlotMap slots) => new Negation(Operand.In(cell, slots));
    }

    public sealed record Absolute(BodyExpression Operand) : BodyExpression
    {
        public override IEnumerable<Reading> Readings => Operand.Readings;

        public override bool TryEvaluate(ref BodyAnswers answers, out decimal value)
        {
            var known = Operand.TryEvaluate(ref answers, out value);
            value = Math.Abs(value);
            return known;
        }

        public override BodyExpression In(CellKey cell, SlotMap slots) => new Absolute(Operand.In(cell, slots));
    }

    public sealed record Combination(Operation Operation, BodyExpression Left, BodyExpression Right) : BodyExpression
    {
        public override IEnumerable<Reading> Readings => Left.Readings.Concat(Right.Readings);

        public override bool TryEvaluate(ref BodyAnswers answers, out decimal value)
        {
            // Both sides are looked at even when one is unknown: a zero divisor in either counts.
            var leftKnown = Left.TryEvaluate(ref answers, out var left);
            var known = Right.TryEvaluate(ref answers, out var right);
            if (known && right == 0 && Operation == Operation.Divide)
            {
                answers.ZeroDivisor = true;
                known = false;
            }

            known &= leftKnown;
            value = known ? Operation.Apply(left, right) : 0;
            return known;
        }

        public override BodyExpression In(CellKey cell, SlotMap slots) =>
            new Combination(Operation, Left.In(cell, slots), Right.In(cell, slots));
    }
}
