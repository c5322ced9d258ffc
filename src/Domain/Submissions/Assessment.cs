using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>A fault or a remark about one body's answers.</summary>
/// <param name="Code">A check's own code, or one of <see cref="FaultCodes"/>.</param>
/// <param name="Message">The framework's sentence for its own checks; null for the codes of <see cref="FaultCodes"/>, whose texts are resources.</param>
/// <param name="Explained">Whether a comment answers it (<see cref="Severity.Explain"/> only).</param>
public sealed record Fault(
    BlockKey Block, VariableCode Variable, CellKey Cell, string Code, Severity Severity, string? Message, bool Explained, IReadOnlyList<object?> Arguments)
{
    /// <summary>Whether the signature waits for it: a blocking fault, or one that still has to be explained.</summary>
    public bool PreventsSignature => Severity == Severity.Blocking || (Severity == Severity.Explain && !Explained);

    /// <summary>Whether it says that an answer is waited for, rather than that one is wrong.</summary>
    public bool IsAwaited => Code is FaultCodes.Required or FaultCodes.ToConfirm;
}

/// <summary>Codes of the faults that need no rule in the framework.</summary>
public static class FaultCodes
{
    public const string Required = "submissions.required";

    /// <summary>An answer carried over from an earlier year is to be confirmed or changed.</summary>
    public const string ToConfirm = "submissions.to-confirm";

    public const string ReasonRequired = "submissions.reason-required";
    public const string BelowMinimum = "submissions.below-minimum";
    public const string AboveMaximum = "submissions.above-maximum";
    public const string PartitionDiffers = "submissions.partition-differs";
    public const string CellAboveTotal = "submissions.cell-above-total";
    public const string CellToComplete = "submissions.cell-to-complete";
}

/// <summary>Where one block stands: what is required, what is there, what is wrong.</summary>
public sealed record BlockAssessment(BlockKey Block, int Required, int Answered, IReadOnlyList<Fault> Faults)
{
    public bool IsComplete => Required == Answered;

    public int Blocking => Faults.Count(f => f.Severity == Severity.Blocking && !f.IsAwaited);

    public int ToExplain => Faults.Count(f => f.Severity == Severity.Explain && !f.Explained);
}

/// <summary>The state of one body's answers: required, given, faults, block by block. A pure function of the answers and of the year before's.</summary>
public sealed class Assessment
{
    private Assessment(IReadOnlyList<BlockAssessment> blocks, int required, int answered)
    {
        Blocks = blocks;
        Required = required;
        Answered = answered;
    }

    public IReadOnlyList<BlockAssessment> Blocks { get; }

    /// <summary>Questions that the signature waits for, each variable once.</summary>
    public int Required { get; }

    /// <summary>Those that have a value or one of the two reasons for having none.</summary>
    public int Answered { get; }

    /// <summary>Every fault, once each even when several blocks show it.</summary>
    public IEnumerable<Fault> Faults => Blocks.SelectMany(b => b.Faults).DistinctBy(f => (f.Variable, f.Cell, f.Code));

    public int Blocking => Faults.Count(f => f.Severity == Severity.Blocking && !f.IsAwaited);

    public int ToExplain => Faults.Count(f => f.Severity == Severity.Explain && !f.Explained);

    /// <summary>Whether nothing prevents the signature.</summary>
    public bool MaySign => !Faults.Any(f => f.PreventsSignature);

    public BlockAssessment this[BlockKey block] => Blocks.First(b => b.Block == block);

    /// <param name="previous">The answers of the year before, read by the same framework; null when there are none.</param>
    public static Assessment Of(Questionnaire questionnaire, Answers answers, Answers? previous)
    {
        var blocks = questionnaire.Blocks.Select(block => Assess(block, questionnaire, answers, previous)).ToList();
        var required = questionnaire.Variables.Where(v => Awaits(questionnaire, v.Code, answers)).ToList();
        return new Assessment(blocks, required.Count, required.Count(v => IsAnswered(v, answers)));
    }

    /// <summary>Whether the signature waits for a question: it is required, or what was carried over to it is to be confirmed.</summary>
    public static bool Awaits(Questionnaire questionnaire, VariableCode variable, Answers answers) =>
        questionnaire.IsRequired(variable, answers.Sheet) || (answers.IsCarried(variable) && questionnaire.IsOpen(variable, answers.Sheet));

    /// <summary>Whether a variable has what its formulas need: its total, or a first cell for one that has cells only.</summary>
    public static bool IsAnswered(Variable variable, Answers answers) => variable.HasTotal
        ? answers.Sheet[variable.Code].State != AnswerState.Missing
        : variable.BrokenDown.All(cell => answers.Sheet[variable.Code, cell].State != AnswerState.Missing);

    private static BlockAssessment Assess(Block block, Questionnaire questionnaire, Answers answers, Answers? previous)
    {
        var faults = new List<Fault>();
        var required = 0;
        var answered = 0;
        foreach (var use in block.Uses)
        {
            var variable = questionnaire.Framework.Variable(use.Variable);
            if (Awaits(questionnaire, variable.Code, answers))
            {
                required++;
                if (IsAnswered(variable, answers))
                {
                    answered++;
                }
                else
                {
                    faults.Add(new Fault(block.Key, variable.Code, CellKey.Total, answers.IsCarried(variable.Code) ? FaultCodes.ToConfirm : FaultCodes.Required, Severity.Blocking, null, false, []));
                }
            }

            faults.AddRange(ValueFaults.Of(block.Key, variable, answers));
        }

        if (block.Indicator is { } indicator)
        {
            faults.AddRange(CheckFaults.Of(block.Key, indicator, answers, previous));
        }

        return new BlockAssessment(block.Key, required, answered, faults);
    }
}
