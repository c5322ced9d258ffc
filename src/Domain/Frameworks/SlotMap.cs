namespace Responsables.Domain.Frameworks;

/// <summary>Numbers the places where a value may be entered, so that a body's answers are one flat array.</summary>
public sealed class SlotMap
{
    private readonly Dictionary<(VariableCode, CellKey), int> places = [];
    private readonly List<(VariableCode Variable, CellKey Cell)> order = [];

    public SlotMap(IEnumerable<Variable> variables)
    {
        foreach (var variable in variables)
        {
            // The total has a place even for a variable that has cells only: there it is always empty.
            foreach (var cell in variable.BrokenDown.Prepend(CellKey.Total))
            {
                places.Add((variable.Code, cell), order.Count);
                order.Add((variable.Code, cell));
            }
        }
    }

    public int Count => order.Count;

    public (VariableCode Variable, CellKey Cell) this[int slot] => order[slot];

    /// <summary>The place of a variable's cell, or -1 when the framework has no such place.</summary>
    public int Of(VariableCode variable, CellKey cell) => places.GetValueOrDefault((variable, cell), -1);
}
