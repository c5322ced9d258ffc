using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>One answer as it is kept: the canonical text of its value, its state, and the comment that explains it.</summary>
/// <param name="Value">
/// Canonical: a decimal with a point and no useless zero, <c>oui</c> or <c>non</c>, the codes of a list joined by <c>;</c>, or free text;
/// null unless <paramref name="State"/> is <see cref="AnswerState.Given"/>.
/// </param>
public sealed record Answer(VariableCode Variable, CellKey Cell, AnswerState State, string? Value, string? Comment)
{
    /// <summary>It was carried over from an earlier year, and nobody has confirmed it: it is not this year's answer yet.</summary>
    public bool IsCarried { get; init; }
}
