namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>How an expression of one body's answers behaves when it is added over bodies.</summary>
internal abstract record Nature
{
    /// <summary>It has a fault already, or is not to be added (rules): goes with everything.</summary>
    public sealed record Unknown : Nature;

    /// <summary>A number.</summary>
    public sealed record Number : Nature;

    /// <summary>It adds up.</summary>
    /// <param name="Alone">The only variable that it holds, when it is that variable up to a factor.</param>
    public sealed record Additive(Reading? Alone) : Nature;

    /// <summary>Made of variables that do not add up but may multiply one that does.</summary>
    public sealed record Factor(VariableCode Variable) : Nature;

    /// <summary>A weighted mean still to be multiplied by its weight.</summary>
    public sealed record Mean(Reading Reading, VariableCode Weight) : Nature;

    public static Nature Of(Operation operation, Nature left, Nature right, Action<string, object?[]> fault) =>
        (operation, left, right) switch
        {
            (_, Unknown, _) or (_, _, Unknown) => new Unknown(),
            (_, Number, Number) => left,
            (Operation.Add or Operation.Subtract, Additive, Additive or Number) or (Operation.Add or Operation.Subtract, Number, Additive) =>
                new Additive(null),
            (Operation.Add or Operation.Subtract, Factor or Number, Factor or Number) => left is Factor ? left : right,
            (Operation.Multiply, Number, _) => right,
            (Operation.Multiply or Operation.Divide, _, Number) => left,
            (Operation.Multiply, Factor, _) => right,
            (Operation.Multiply or Operation.Divide, _, Factor) => left is Number ? right : left,
            (Operation.Multiply, Mean mean, Additive weight) => Weighted(mean, weight, fault),
            (Operation.Multiply, Additive weight, Mean mean) => Weighted(mean, weight, fault),
            (Operation.Add or Operation.Subtract, Mean, Mean) when left == right => left,
            _ => Refused(left, right, fault),
        };

    private static Nature Weighted(Mean mean, Additive weight, Action<string, object?[]> fault)
    {
        if (weight.Alone is { } alone && alone.Variable == mean.Weight && alone.Cell == mean.Reading.Cell)
        {
            return new Additive(null);
        }

        fault(FaultCodes.WrongWeight, [mean.Reading.Variable, mean.Weight]);
        return new Unknown();
    }

    private static Unknown Refused(Nature left, Nature right, Action<string, object?[]> fault)
    {
        var named = Named(left) ?? Named(right);
        if (left is Mean || right is Mean)
        {
            var mean = left as Mean ?? (Mean)right;
            fault(FaultCodes.MeanWithoutWeight, [mean.Reading.Variable, mean.Weight]);
        }
        else
        {
            fault(FaultCodes.NotAdditive, [named]);
        }

        return new Unknown();
    }

    private static object? Named(Nature nature) => nature switch
    {
        Factor factor => factor.Variable,
        Additive { Alone: { } alone } => alone.Variable,
        _ => null,
    };
}
