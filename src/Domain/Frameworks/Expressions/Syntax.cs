namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>A formula or a rule as it is written, before its names are known.</summary>
internal abstract record Syntax(int Column)
{
    /// <summary>A number, with a point.</summary>
    public sealed record Number(int Column, decimal Value) : Syntax(Column);

    /// <summary><c>variable</c>, <c>variable?</c>, <c>variable[dimension=cell]</c>, the name of an output, <c>oui</c> or <c>non</c>.</summary>
    public sealed record Name(int Column, string Text, string? Cell, bool Optional) : Syntax(Column);

    /// <summary><c>sum(…)</c>, <c>count(…)</c>, <c>previous(…)</c>, <c>answered(…)</c>, <c>abs(…)</c>.</summary>
    public sealed record Call(int Column, string Function, Syntax Argument) : Syntax(Column);

    /// <summary><c>variable answered</c>.</summary>
    public sealed record Answered(int Column, Syntax Operand) : Syntax(Column);

    /// <summary>A minus sign or <c>not</c> before its operand.</summary>
    public sealed record Prefix(int Column, string Operator, Syntax Operand) : Syntax(Column);

    /// <summary>Two operands and what stands between them; the column is that of the operator.</summary>
    public sealed record Infix(int Column, string Operator, Syntax Left, Syntax Right) : Syntax(Column);

    /// <summary><c>if … then …</c>.</summary>
    public sealed record If(int Column, Syntax Condition, Syntax Consequence) : Syntax(Column);
}
