using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>One body's answers as formulas and checks read them: one place per variable and cell of the framework.</summary>
public sealed class AnswerSheet(SlotMap slots)
{
    private readonly AnswerValue[] values = new AnswerValue[slots.Count];

    public AnswerValue this[int slot]
    {
        get => values[slot];
        set => values[slot] = value;
    }

    public AnswerValue this[VariableCode variable, CellKey cell]
    {
        get => values[Slot(variable, cell)];
        set => values[Slot(variable, cell)] = value;
    }

    public AnswerValue this[VariableCode variable] => this[variable, CellKey.Total];

    private int Slot(VariableCode variable, CellKey cell) =>
        slots.Of(variable, cell) is var slot && slot >= 0 ? slot : throw new KeyNotFoundException($"{variable}[{cell}]");
}
