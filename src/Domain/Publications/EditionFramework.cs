using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Publications;

/// <summary>The framework of an edition, in words: what a reader needs years later to know what each figure is.</summary>
/// <param name="Sha256">Of the framework's own file.</param>
public sealed record EditionFramework(
    FrameworkCode Code, int Version, string Sha256, string Title, string? Publisher, string CommitmentTerm, string TopicTerm, string ObjectiveTerm,
    IReadOnlyList<EditionSupplement> Supplements, IReadOnlyList<EditionCommitment> Commitments)
{
    /// <summary>What the words of the formulas stand for.</summary>
    public IReadOnlyList<EditionTerm> Terms { get; init; } = [];

    /// <summary>Every indicator, in the order of the framework.</summary>
    public IEnumerable<EditionIndicator> Indicators => Commitments.SelectMany(c => c.Topics).SelectMany(t => t.Objectives).SelectMany(o => o.Indicators);
}

/// <summary>A word of a formula.</summary>
/// <param name="Written">As formulas write it: a variable, with its cell between brackets where one is taken.</param>
/// <param name="Label">What is asked under it.</param>
public sealed record EditionTerm(string Written, string Label);

/// <summary>What a branch adds, as it was pinned.</summary>
public sealed record EditionSupplement(string Branch, int Version, string? Sha256);

/// <summary>An engagement.</summary>
public sealed record EditionCommitment(string Code, int Number, string Title, string ShortTitle, IReadOnlyList<EditionTopic> Topics);

/// <summary>An enjeu.</summary>
/// <param name="Sdgs">Numbers of the sustainable development goals that its sheet names.</param>
public sealed record EditionTopic(string Code, string Title, IReadOnlyList<int> Sdgs, IReadOnlyList<EditionObjective> Objectives)
{
    /// <summary>Its indicators, in their order.</summary>
    public IEnumerable<EditionIndicator> Indicators => Objectives.SelectMany(o => o.Indicators);
}

/// <summary>An objectif.</summary>
public sealed record EditionObjective(string Code, string Title, IReadOnlyList<EditionIndicator> Indicators);

/// <summary>An indicator in words.</summary>
/// <param name="Branch">The branch that added it; null: the framework's own.</param>
/// <param name="Outputs">Its figure first.</param>
public sealed record EditionIndicator(
    IndicatorCode Code, int? Number, string Title, Priority Priority, Direction Direction, string? Definition, string? Branch, IReadOnlyList<EditionOutput> Outputs)
{
    /// <summary>The output that is the indicator's figure.</summary>
    public EditionOutput Main => Outputs[0];
}

/// <summary>A figure of an indicator in words.</summary>
/// <param name="Formula">As the framework writes it.</param>
/// <param name="IsSum">Whether it adds up over bodies; otherwise it is a ratio of sums.</param>
public sealed record EditionOutput(string Name, string Label, string Unit, string Formula, bool IsSum, IReadOnlyList<EditionCell> Cells);

/// <summary>A cell of a breakdown in words.</summary>
public sealed record EditionCell(CellKey Cell, string Label);
