using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Targets;

namespace Responsables.App.Targets;

/// <summary>A target that somebody set; the ones of the frameworks are not stored.</summary>
public sealed class TargetRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required NodeKey Node { get; init; }

    public required IndicatorCode Indicator { get; init; }

    public required string Output { get; init; }

    /// <summary>The year by which it is to be reached.</summary>
    public required int Year { get; init; }

    public required TargetKind Kind { get; set; }

    public required int BaselineYear { get; set; }

    public decimal? BaselineValue { get; set; }

    public required decimal Value { get; set; }

    public required WantedSide Side { get; set; }

    public required string Source { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string By { get; set; }

    /// <summary>Counts the changes: two people who change it at once are told.</summary>
    public int Version { get; set; }

    public Target ToTarget() => new(Node, Indicator, Output, Kind, BaselineYear, BaselineValue, Year, Value, Side, Source, TargetOrigin.Set);
}
