namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>What a rule says, true or false; null when it is not known.</summary>
internal abstract record RuleExpression
{
    public abstract bool? Holds(ref BodyAnswers answers);

    /// <summary>The same reading the places of the answers.</summary>
    public abstract RuleExpression In(SlotMap slots);

    public abstract IEnumerable<Reading> Readings { get; }

    /// <summary>A comparison; its sign says which of lower, equal and greater hold.</summary>
    public sealed record Comparison(string Sign, BodyExpression Left, BodyExpression Right) : RuleExpression
    {
        public override IEnumerable<Reading> Readings => Left.Readings.Concat(Right.Readings);

        public override bool? Holds(ref BodyAnswers answers)
        {
            if (!Left.TryEvaluate(ref answers, out var left) || !Right.TryEvaluate(ref answers, out var right))
            {
                return null;
            }

            return Sign switch
            {
                "<" => left < right,
                "<=" => left <= right,
                ">" => left > right,
                ">=" => left >= right,
                "=" => left == right,
                _ => left != right,
            };
        }

        public override RuleExpression In(SlotMap slots) => new Comparison(Sign, Left.In(CellKey.Total, slots), Right.In(CellKey.Total, slots));
    }

    /// <summary><c>answered(variable)</c>: always known.</summary>
    public sealed record Answered(Reading Reading) : RuleExpression
    {
        public override IEnumerable<Reading> Readings => [Reading];

        public override bool? Holds(ref BodyAnswers answers) => Reading.TryEvaluate(ref answers, out _);

        public override RuleExpression In(SlotMap slots) => new Answered((Reading)Reading.In(CellKey.Total, slots));
    }

    public sealed record Not(RuleExpression Operand) : RuleExpression
    {
        public override IEnumerable<Reading> Readings => Operand.Readings;

        public override bool? Holds(ref BodyAnswers answers) => !Operand.Holds(ref answers);

        public override RuleExpression In(SlotMap slots) => new Not(Operand.In(slots));
    }

    /// <summary>False as soon as one side is false, else null as soon as one side is null.</summary>
    public sealed record And(RuleExpression Left, RuleExpression Right) : RuleExpression
    {
        public override IEnumerable<Reading> Readings => Left.Readings.Concat(Right.Readings);

        public override bool? Holds(ref BodyAnswers answers) => Left.Holds(ref answers) & Right.Holds(ref answers);

        public override RuleExpression In(SlotMap slots) => new And(Left.In(slots), Right.In(slots));
    }

    /// <summary>True as soon as one side is true, else null as soon as one side is null.</summary>
    public sealed record Or(RuleExpression Left, RuleExpression Right) : RuleExpression
    {
        public override IEnumerable<Reading> Readings => Left.Readings.Concat(Right.Readings);

        public override bool? Holds(ref BodyAnswers answers) => Left.Holds(ref answers) | Right.Holds(ref answers);

        public override RuleExpression In(SlotMap slots) => new Or(Left.In(slots), Right.In(slots));
    }
}
