namespace Responsables.App.Reviews;

/// <summary>A filter of the desk that a person named, to find it again.</summary>
public sealed class DeskFilter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>What stands in the address of the desk, as the desk writes it.</summary>
    public required string Query { get; set; }
}

/// <summary>How far a person has seen the acts of a campaign: what came after is new to them.</summary>
public sealed class DeskLook
{
    public Guid AccountId { get; init; }

    public Guid CampaignId { get; init; }

    /// <summary>The last row of the trail when they looked.</summary>
    public required long Sequence { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>A reason for returning that a person keeps to use it again.</summary>
public sealed class KeptReason
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public required string Text { get; init; }
}
