using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>One answer as somebody typed it.</summary>
/// <param name="Text">What was typed; read according to the variable's type. Ignored unless <paramref name="State"/> is Given; empty erases.</param>
/// <param name="Base">What the form showed before; null when the edit replaces whatever is there (imports).</param>
public sealed record AnswerEdit(VariableCode Variable, CellKey Cell, AnswerState State, string? Text, string? Comment, ShownAnswer? Base)
{
    /// <summary>Where a problem about it is shown.</summary>
    public string Place => AnswerPlace.Of(Variable, Cell);
}

/// <summary>An answer as a form showed it.</summary>
public sealed record ShownAnswer(int Version, AnswerState State, string? Value, string? Comment);

/// <summary>The analysis of an enjeu as somebody typed it.</summary>
public sealed record AnalysisEdit(string Topic, string Text, int? BaseVersion);

/// <summary>Names of places in a form and in messages.</summary>
public static class AnswerPlace
{
    /// <summary><c>variable</c>, or <c>variable[cell]</c>.</summary>
    public static string Of(VariableCode variable, CellKey cell) => cell.IsTotal ? variable.Value : $"{variable}[{cell}]";
}

/// <summary>An answer after a save.</summary>
public sealed record SavedAnswer(string Variable, string Cell, int Version, AnswerState State, string? Value);

/// <summary>What a save did.</summary>
public sealed record AnswersSaved(DateTimeOffset At, IReadOnlyList<SavedAnswer> Changed);

/// <summary>An edit that met another: what I typed, what is there now, what I started from.</summary>
public sealed record Conflict(
    VariableCode Variable, CellKey Cell, string? Mine, string? Theirs, string? Before, string TheirName, DateTimeOffset TheirInstant);
