using Responsables.App.Evidence;
using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.CarryOver;

/// <summary>The questions that somebody had last year and may have again.</summary>
public sealed record FormerAssignment(Assignment Before, IReadOnlyList<VariableCode> Questions);

/// <summary>What of last year a body may start from, and has not yet.</summary>
/// <param name="Choices">Yes or no, and lists.</param>
/// <param name="Texts">Questions answered by a text.</param>
/// <param name="Pieces">Evidence that still holds this year.</param>
/// <param name="Against">Why nothing may be carried over now.</param>
public sealed record CarryOverPlan(
    Dossier Dossier, Dossier Before, IReadOnlyList<Answer> Choices, IReadOnlyList<Answer> Texts, IReadOnlyList<Analysis> Analyses, IReadOnlyList<EvidenceTie> Pieces,
    IReadOnlyList<FormerAssignment> Assignments, IReadOnlyList<Problem> Against)
{
    /// <summary>The year from which things come.</summary>
    public int Year => Before.Campaign.Year;

    public bool IsEmpty => Choices.Count + Texts.Count + Analyses.Count + Pieces.Count + Assignments.Count == 0;
}

/// <summary>Which parts of it are wanted.</summary>
public sealed record CarryOverChoice(bool Choices, bool Texts, bool Pieces, bool Assignments);
