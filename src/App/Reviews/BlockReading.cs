using Responsables.App.Evidence;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Reviews;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>A body's own figure, and that of the year before.</summary>
public sealed record FigureReading(Output Output, decimal? Now, decimal? Before);

/// <summary>An answer, and that of the year before.</summary>
public sealed record AnswerReading(Variable Variable, CellKey Cell, Answer? Now, Answer? Before)
{
    public decimal? NumberNow => Number(Now);

    public decimal? NumberBefore => Number(Before);

    private decimal? Number(Answer? answer) => answer is { State: AnswerState.Given, Value: { } value } && Variable.IsNumeric
        ? decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}

/// <summary>A block as its reviewer reads it. Without values while it may not be shown.</summary>
/// <param name="MovedFar">Whether one of its figures moved far since the year before.</param>
/// <param name="Last">The last decision that still bears on it.</param>
public sealed record BlockReading(
    Block Block, BlockStanding Standing, bool IsShown, IReadOnlyList<FigureReading> Figures, IReadOnlyList<AnswerReading> Answers,
    IReadOnlyList<Fault> Faults, bool MovedFar, Review? Last, IReadOnlyList<Problem> AgainstValidating, IReadOnlyList<Problem> AgainstReturning)
{
    /// <summary>What stands beside its answers.</summary>
    public IReadOnlyList<TiedPiece> Pieces { get; init; } = [];

    public BlockKey Key => Block.Key;

    public BlockState State => Standing.State;

    /// <summary>What the body wrote beside its answers: explanations, and reasons of what is unavailable.</summary>
    public IEnumerable<AnswerReading> Comments => Answers.Where(a => !string.IsNullOrWhiteSpace(a.Now?.Comment));

    /// <summary>Whether it is to be looked at before the rest: a fault, an explanation or a large variation.</summary>
    public bool IsException => IsShown && (MovedFar || Faults.Count > 0 || Comments.Any());

    public static BlockReading Of(SubmissionView view, Block block, Actor actor)
    {
        var dossier = view.Dossier;
        var standing = dossier.StandingOf(block.Key);
        if (!view.Shows(block.Key))
        {
            return new BlockReading(block, standing, false, [], [], [], false, LastOf(view, block.Key), [], []);
        }

        var figures = (block.Indicator?.Outputs ?? []).Select(o => FigureOf(o, dossier)).ToList();
        var answers = block.Uses.Where(use => dossier.Questionnaire.IsOpen(use.Variable, dossier.Answers.Sheet))
            .SelectMany(use => AnswersOf(dossier.Compiled.Framework.Variable(use.Variable), dossier)).ToList();
        var moved = FirstLooks.HasMovedFar(block, dossier.Questionnaire, dossier.Answers, dossier.Previous);
        var faults = FirstLooks.FaultsOf(dossier.Assessment[block.Key]).ToList();
        return new BlockReading(
            block, standing, true, figures, answers, faults, moved, LastOf(view, block.Key),
            [.. ReviewGuards.Validating(dossier, actor, block.Key)],
            [.. ReviewGuards.Returning(dossier, actor, block.Key, "?")]);
    }

    private static Review? LastOf(SubmissionView view, BlockKey key) => view.Reviews.GetValueOrDefault(key);

    private static FigureReading FigureOf(Output output, Dossier dossier) => new(
        output,
        BodyFigure.Of(output, CellKey.Total, dossier.Answers.Sheet),
        dossier.Previous is { } previous ? BodyFigure.Of(output, CellKey.Total, previous.Sheet) : null);

    // The total always; a cell only when one of the two years says something in it.
    private static IEnumerable<AnswerReading> AnswersOf(Variable variable, Dossier dossier) =>
        variable.Cells
            .Select(cell => new AnswerReading(variable, cell, dossier.Answers[variable.Code, cell], dossier.Previous?[variable.Code, cell]))
            .Where(a => a.Cell.IsTotal || Says(a.Now) || Says(a.Before));

    private static bool Says(Answer? answer) => answer is not null && (answer.State != AnswerState.Missing || answer.Comment is not null);
}
