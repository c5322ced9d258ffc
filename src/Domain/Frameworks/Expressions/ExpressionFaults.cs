namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>What is wrong in a formula or a rule, and in which column of its text (from 1).</summary>
internal sealed record ExpressionFault(int Column, string Code, params object?[] Arguments);

/// <summary>Gathers the faults of one formula or rule.</summary>
internal sealed class ExpressionFaults
{
    private readonly List<ExpressionFault> found = [];

    public IReadOnlyList<ExpressionFault> Found => found;

    public bool None => found.Count == 0;

    public void Add(int column, string code, params object?[] arguments) => found.Add(new(column, code, arguments));
}
