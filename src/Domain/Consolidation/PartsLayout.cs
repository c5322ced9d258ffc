using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Consolidation;

/// <summary>
/// Numbers the additive parts of a framework version: a slot for each output of each indicator, for the whole and for each cell it is read
/// by. Two versions of a framework have two layouts; a campaign pins one.
/// </summary>
public sealed class PartsLayout
{
    private readonly Dictionary<(IndicatorCode, string, CellKey), PartsSlot> byKey = [];
    private readonly Dictionary<(IndicatorCode, string), PartsSlot> volumes = [];

    public PartsLayout(Framework framework)
    {
        Framework = framework;
        var slots = new List<PartsSlot>();
        var terms = 0;
        var wholes = 0;
        foreach (var indicator in framework.Indicators)
        {
            foreach (var output in indicator.Outputs)
            {
                foreach (var cell in output.Cells.Prepend(CellKey.Total))
                {
                    var slot = new PartsSlot(indicator, output, cell, output.Formula, slots.Count, terms, cell.IsTotal ? wholes++ : -1);
                    slots.Add(slot);
                    byKey.Add((indicator.Code, output.Name, cell), slot);
                    terms += slot.TermCount;
                }

                if (output.Volume is { } volume)
                {
                    var slot = new PartsSlot(indicator, output, CellKey.Total, volume.Formula, slots.Count, terms, -1);
                    slots.Add(slot);
                    volumes.Add((indicator.Code, output.Name), slot);
                    terms += slot.TermCount;
                }
            }
        }

        Slots = slots;
        Figures = [.. slots.Where(s => !s.IsVolume)];
        TermCount = terms;
        WholeCount = wholes;
    }

    public Framework Framework { get; }

    /// <summary>Every slot, those of volumes included.</summary>
    public IReadOnlyList<PartsSlot> Slots { get; }

    /// <summary>The slots that are figures of the framework.</summary>
    public IReadOnlyList<PartsSlot> Figures { get; }

    /// <summary>Number of additive terms of all slots together.</summary>
    public int TermCount { get; }

    /// <summary>Number of slots for the whole, which carry the weights of coverage.</summary>
    public int WholeCount { get; }

    /// <summary>The slot of an indicator's output and cell; null when it has none.</summary>
    public PartsSlot? Find(IndicatorCode indicator, string output, CellKey cell) => byKey.GetValueOrDefault((indicator, output, cell));

    /// <summary>The slot of an indicator's figure.</summary>
    public PartsSlot Main(Indicator indicator) => byKey[(indicator.Code, indicator.Main.Name, CellKey.Total)];

    /// <summary>The slot of the volume that an output follows; null when none is declared.</summary>
    public PartsSlot? Volume(IndicatorCode indicator, string output) => volumes.GetValueOrDefault((indicator, output));

    /// <summary>The slots of an indicator, its figure first.</summary>
    public IEnumerable<PartsSlot> Of(Indicator indicator) => Figures.Where(s => s.Indicator.Code == indicator.Code);
}

/// <summary>A place in a layout.</summary>
/// <param name="Formula">What is added there: the output's formula, or that of its volume.</param>
/// <param name="FirstTerm">Where its terms begin among all.</param>
/// <param name="Whole">Its number among the slots for the whole; -1 for a cell.</param>
public sealed record PartsSlot(Indicator Indicator, Output Output, CellKey Cell, Formula Formula, int Index, int FirstTerm, int Whole)
{
    public int TermCount => Formula.TermCount;

    /// <summary>Whether it holds the volume that the output follows, not the output.</summary>
    public bool IsVolume => !ReferenceEquals(Formula, Output.Formula);

    /// <summary>How its figure is named among those of the indicator: empty for the indicator's own; a cell; for another output, <c>output=NAME</c> and its cell.</summary>
    public string Breakdown => Output.Name == Indicator.Main.Name ? Cell.Value : Cell.IsTotal ? $"output={Output.Name}" : $"output={Output.Name};{Cell}";

    public bool IsMain => !IsVolume && Cell.IsTotal && Output.Name == Indicator.Main.Name;
}
