namespace Responsables.Domain.Frameworks;

/// <summary>An indicator: what it asks, how it is computed, how its answers are checked.</summary>
public sealed record Indicator(
    IndicatorCode Code,
    int? Number,
    string Title,
    Priority Priority,
    bool PriorityCertain,
    Direction Direction,
    string? Definition,
    string? Note,
    IReadOnlyList<string> Precisions,
    IReadOnlyList<VariableUse> Uses,
    IReadOnlyList<Output> Outputs,
    IReadOnlyList<Check> Checks,
    Example Example)
{
    /// <summary>The output that is the indicator's figure.</summary>
    public Output Main => Outputs[0];

    /// <summary>The branch that added it to the framework, and whose bodies alone are asked it; null: the framework's own.</summary>
    public string? Branch { get; init; }

    /// <summary>Whether the source counts it as a result or only follows it; null where it does not say.</summary>
    public IndicatorKind? Kind { get; init; }

    /// <summary>The target that the framework itself sets; null: none.</summary>
    public FrameworkTarget? Target { get; init; }

    /// <summary>Changes of method or of factors that the framework declares, by year.</summary>
    public IReadOnlyList<MethodChange> Changes { get; init; } = [];
}

/// <summary>Indicateur de résultat, or indicateur de suivi.</summary>
public enum IndicatorKind { Result, Monitoring }

/// <summary>A target as the framework prints it.</summary>
/// <param name="Unit">Unit of the value: that of the indicator, or <c>%</c> of change when <paramref name="Relative"/>.</param>
/// <param name="Relative">The value is a change since the baseline year (évolution), not a level to reach.</param>
/// <param name="National">It is set for the whole, not for each body; false where the source does not say.</param>
public sealed record FrameworkTarget(decimal Value, string Unit, int Year, string Text, bool Relative, bool National);

/// <summary>P1 is asked of every body; an optional indicator is chosen by a branch; what a branch adds is asked of its own bodies.</summary>
public enum Priority { P1, Optional, Branch }

/// <summary>The wanted direction of an indicator.</summary>
public enum Direction { Neutral, Up, Down }

/// <summary>A variable asked by an indicator.</summary>
/// <param name="Required">Whether the signature waits for it (a variable is mandatory if one of its asked uses requires it).</param>
/// <param name="When">It is asked only of a body that gave this answer; null: always.</param>
public sealed record VariableUse(VariableCode Variable, bool Required, Condition? When);

/// <summary>A yes/no question and the answer that opens another question.</summary>
public sealed record Condition(VariableCode Variable, bool Yes);

/// <summary>A named figure of an indicator.</summary>
/// <param name="Cells">The cells it can be read by, beside the whole.</param>
public sealed record Output(string Name, string Label, string Unit, Formula Formula, IReadOnlyList<CellKey> Cells)
{
    /// <summary>What its size follows, for a plain sum; null: nothing that is declared.</summary>
    public VolumeDriver? Volume { get; init; }

    /// <summary>The output of the same indicator that is this one corrected of the climate; null: none.</summary>
    public string? Corrected { get; init; }
}

/// <summary>The volume that a figure follows (staff, m², km, contracts): a variable added over bodies.</summary>
public sealed record VolumeDriver(VariableCode Variable, Formula Formula);

/// <summary>A change of method or of factors from a year on.</summary>
/// <param name="Year">The first year that is computed the new way.</param>
/// <param name="Output">The output concerned; null: each.</param>
/// <param name="Factor">By how much the new way multiplies what the former one gave; above zero.</param>
public sealed record MethodChange(int Year, string? Output, decimal Factor, string Reason);

/// <summary>A worked example: the answers of a few bodies and what each output must give.</summary>
public sealed record Example(IReadOnlyList<ExampleBody> Bodies, IReadOnlyList<ExpectedOutput> Expected);

/// <summary>The answers of one body of an example.</summary>
public sealed record ExampleBody(IReadOnlyList<(VariableCode Variable, CellKey Cell, Submissions.AnswerValue Value)> Answers);

/// <summary>What an output must give on the example's bodies; a null term is not stated.</summary>
public sealed record ExpectedOutput(
    string Output, decimal? Value, decimal? Numerator, decimal? Denominator, int Answered, int NotApplicable, int Unavailable, int Missing);
