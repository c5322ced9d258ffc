using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>One answer, as it is kept: the truth from which every figure is derived.</summary>
public sealed class AnswerRow
{
    public Guid SubmissionId { get; init; }

    public required VariableCode Variable { get; init; }

    public required CellKey Cell { get; init; }

    public required AnswerState State { get; set; }

    /// <summary>Canonical text of the value (see <see cref="Answer"/>): exact, and the same on both engines.</summary>
    public string? Value { get; set; }

    public string? Comment { get; set; }

    /// <summary>Set by the application, carried by the form: a write based on another version is a conflict.</summary>
    public int Version { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    /// <summary>The account that entered it; null for the command. Nobody reviews what they entered.</summary>
    public Guid? ChangedById { get; set; }

    /// <summary>The year from which it was carried over, until it is confirmed or changed; null: it is this year's answer.</summary>
    public int? CarriedFrom { get; set; }

    public Answer ToAnswer() => new(Variable, Cell, State, Value, Comment) { IsCarried = CarriedFrom is not null };
}

/// <summary>The qualitative analysis of an enjeu.</summary>
public sealed class Analysis
{
    public Guid SubmissionId { get; init; }

    public required string Topic { get; init; }

    public required string Text { get; set; }

    /// <summary>The year from which it was carried over, until it is confirmed or changed.</summary>
    public int? CarriedFrom { get; set; }

    public int Version { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
