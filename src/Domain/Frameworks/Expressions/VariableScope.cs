namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>The variables that formulas and rules may name, and the places of their answers.</summary>
internal sealed class VariableScope(IReadOnlyDictionary<VariableCode, Variable> variables, SlotMap slots)
{
    public SlotMap Slots => slots;

    public Variable? Find(VariableCode code) => variables.GetValueOrDefault(code);

    /// <summary>What a name reads; null, and a fault, when there is no such variable or cell.</summary>
    public (Variable Variable, CellKey? Cell)? Find(Syntax.Name name, ExpressionFaults faults)
    {
        if (Find(new VariableCode(name.Text)) is not { } variable)
        {
            faults.Add(name.Column, FaultCodes.UnknownVariable, name.Text);
            return null;
        }

        return name.Cell is null ? (variable, null)
            : FindCell(variable, name.Cell, (code, arguments) => faults.Add(name.Column, code, arguments)) is { } cell ? (variable, cell)
            : null;
    }

    /// <summary>The cell written <c>dimension=cell;dimension=cell</c>; null, and a fault, when the variable has no such cell.</summary>
    public CellKey? FindCell(Variable variable, string text, Action<string, object?[]> fault)
    {
        var parts = text.Split(';').Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries)).ToArray();
        foreach (var part in parts)
        {
            if (variable.Breakdowns.All(b => b.Code != part[0]))
            {
                fault(FaultCodes.UnknownDimension, [part[0], variable.Code]);
                return null;
            }
        }

        var cell = new CellKey(string.Join(';', parts.Select(p => string.Join('=', p))));
        if (slots.Of(variable.Code, cell) < 0)
        {
            fault(FaultCodes.UnknownCell, [cell, variable.Code]);
            return null;
        }

        return cell;
    }
}
