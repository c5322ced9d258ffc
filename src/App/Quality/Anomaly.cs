using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Quality;

namespace Responsables.App.Quality;

/// <summary>
/// What was done about an answer on which a rule fired. Made by the first act; an anomaly that nobody has touched has no row, it is computed. Where it stands
/// is derived from its last act and the present answer (<see cref="AnomalyStanding"/>).
/// </summary>
public sealed class Anomaly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CampaignId { get; init; }

    public Guid SubmissionId { get; init; }

    public required OrganizationCode Organization { get; init; }

    public required string Rule { get; init; }

    public required VariableCode Variable { get; init; }

    /// <summary>Who follows it on the reviewing side.</summary>
    public required Guid OwnerId { get; set; }

    public required string Owner { get; set; }

    /// <summary>When the body is to have answered; null: no day was set.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Version { get; set; }

    public List<AnomalyAct> Acts { get; init; } = [];

    public AnomalyAct Last => Acts.MaxBy(a => a.Sequence)!;

    /// <summary>Adds what was done, after what was done before.</summary>
    internal AnomalyAct Do(AnomalyAct act)
    {
        Acts.Add(act);
        Version++;
        return act;
    }
}

/// <summary>A question, an answer or a decision. Written once: it is never changed nor removed.</summary>
public sealed class AnomalyAct
{
    public Guid AnomalyId { get; init; }

    /// <summary>Its place among the acts of the anomaly, from 1.</summary>
    public required int Sequence { get; init; }

    public required AnomalyActKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? ById { get; init; }

    /// <summary>The question, the answer, or why it was decided so; null: nothing more was said.</summary>
    public string? Text { get; init; }

    /// <summary>The answer of the body as it was then, canonical; null: it had none.</summary>
    public string? Value { get; init; }

    /// <summary>What was decided; null for what is not a decision.</summary>
    public AnomalyDecision? Decision { get; init; }

    /// <summary>Whether the body says that its answer is wrong; null for what is not its answer.</summary>
    public bool? IsMistaken { get; init; }

    public AnomalyLast ToLast() => new(Kind, Decision, Value);
}

/// <summary>How the federation has set a rule: its thresholds, and whether it speaks at all.</summary>
public sealed class RuleTuning
{
    public required FrameworkCode FrameworkCode { get; init; }

    public required string Rule { get; init; }

    public bool IsOff { get; set; }

    /// <summary>The thresholds that differ from the file's, <c>name=value</c> joined by <c>;</c>.</summary>
    public required string Settings { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public int Version { get; set; }
}
