using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>What is signed and validated as one: an indicator, or the context variables.</summary>
public readonly record struct BlockKey(string Value)
{
    /// <summary>The context variables (staff, m², sites), a block of their own.</summary>
    public static readonly BlockKey Context = new("contexte");

    public static BlockKey Of(IndicatorCode indicator) => new(indicator.Value);

    public bool IsContext => this == Context;

    /// <summary>The indicator; meaningless for the context block.</summary>
    public IndicatorCode Indicator => new(Value);

    public override string ToString() => Value;
}
