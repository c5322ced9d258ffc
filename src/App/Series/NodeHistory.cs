using Responsables.App.Campaigns;
using Responsables.App.Frameworks;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.App.Series;

/// <summary>A node in one year, read one way: its parts hold every indicator.</summary>
/// <param name="Parts">Null when they are withheld: with what was published, they would tell the value of a body that may not be opened.</param>
public sealed record HistoryYear(Campaign Campaign, CompiledFramework Compiled, YearBodies Bodies, Parts? Parts)
{
    public int Year => Campaign.Year;

    /// <summary>The figure of an output and cell that year; null when the framework of the year has none.</summary>
    public Figure? FigureOf(IndicatorCode indicator, string output, CellKey cell) =>
        Compiled.Layout.Find(indicator, output, cell) is { } slot ? FigureOf(slot) : null;

    internal Figure FigureOf(PartsSlot slot) => Parts is null ? Figure.Withheld : Figure.Of(Parts, slot);

    /// <summary>The volume that an output follows that year, and the variable it is; null when none is declared or it is not known.</summary>
    public (VariableCode Variable, decimal Value)? VolumeOf(IndicatorCode indicator, string output) =>
        Parts is not null && Compiled.Layout.Volume(indicator, output) is { } slot && Figure.Of(Parts, slot).Value is { } value
            ? (slot.Output.Volume!.Variable, value)
            : null;
}

/// <summary>What is read of each year: an output of an indicator, for the whole or for a cell.</summary>
public sealed record SeriesKey(IndicatorCode Indicator, string Output, CellKey Cell);

/// <summary>A node over the years, read one way. Every series of the node is a pure function of it.</summary>
public sealed class NodeHistory(NodeKey node, PerimeterReading reading, FigureLevel level, IReadOnlyList<HistoryYear> years, Continuities continuities)
{
    public NodeKey Node => node;

    public PerimeterReading Reading => reading;

    public FigureLevel Level => level;

    /// <summary>The years that have a campaign, the first one first.</summary>
    public IReadOnlyList<HistoryYear> Years => years;

    /// <summary>The series of an output, one point a year, those without a campaign included.</summary>
    /// <param name="across">Whether what other frameworks link to it is read in their years.</param>
    public IReadOnlyList<SeriesPoint> SeriesOf(SeriesKey key, bool across)
    {
        var steps = across ? SeriesChain.Of(key.Indicator, key.Output, continuities) : [new SeriesStep(key.Indicator, key.Output, 1, null)];
        var points = new List<SeriesPoint>();
        (HistoryYear Year, int Step, PartsSlot Slot)? before = null;
        foreach (var year in years)
        {
            while (points.Count > 0 && points[^1].Year < year.Year - 1)
            {
                points.Add(SeriesPoint.None(points[^1].Year + 1));
            }

            if (Find(year, steps, key.Cell) is not { } found)
            {
                points.Add(SeriesPoint.None(year.Year));
                continue;
            }

            var (at, slot) = found;
            points.Add(new SeriesPoint(
                year.Year, year.Compiled.Framework.Code, slot.Indicator.Code, slot.Output.Name, slot.Output.Unit, year.FigureOf(slot),
                steps[at].Factor, year.Bodies, steps.Skip(at).All(s => s.Link is null or { IsComparable: true }),
                before is { } last ? Breaks(last, (year, at, slot), steps) : []));
            before = (year, at, slot);
        }

        return points;
    }

    private static (int Step, PartsSlot Slot)? Find(HistoryYear year, IReadOnlyList<SeriesStep> steps, CellKey cell)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (year.Compiled.Layout.Find(steps[i].Indicator, steps[i].Output, cell) is { } slot)
            {
                return (i, slot);
            }
        }

        return null;
    }

    private static List<SeriesBreak> Breaks((HistoryYear Year, int Step, PartsSlot Slot) before, (HistoryYear Year, int Step, PartsSlot Slot) now, IReadOnlyList<SeriesStep> steps)
    {
        var breaks = new List<SeriesBreak>();
        if (now.Year.Bodies.IsBroken)
        {
            breaks.Add(new SeriesBreak(BreakKind.Perimeter, null));
        }

        breaks.AddRange(steps.Take(now.Step).Skip(before.Step).Select(s => s.Link!).Where(l => l.Link != ContinuityLink.Identical)
            .Select(l => new SeriesBreak(l.Link == ContinuityLink.Close ? BreakKind.Close : BreakKind.Framework, l.Reason)));
        if (before.Step == now.Step && (before.Slot.Output.Formula.Text, before.Slot.Output.Unit) != (now.Slot.Output.Formula.Text, now.Slot.Output.Unit))
        {
            breaks.Add(new SeriesBreak(BreakKind.Definition, null));
        }

        breaks.AddRange(ChangesBetween(before.Year.Year, now.Year.Year, now.Slot).Select(c => new SeriesBreak(BreakKind.Method, c.Reason)));
        return breaks;
    }

    /// <summary>The changes of method that the framework of the later year declares for an output.</summary>
    internal static IEnumerable<MethodChange> ChangesBetween(int after, int upTo, PartsSlot slot) =>
        slot.Indicator.Changes.Where(c => after < c.Year && c.Year <= upTo && (c.Output is null || c.Output == slot.Output.Name));
}
