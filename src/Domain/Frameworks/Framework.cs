namespace Responsables.Domain.Frameworks;

/// <summary>One version of a framework (référentiel): an immutable tree read from a YAML file, and the reference of every campaign that pins it.</summary>
public sealed class Framework
{
    public required FrameworkCode Code { get; init; }

    /// <summary>Version, from 1; a version never changes once a campaign pins it.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public string? Publisher { get; init; }

    public string? Summary { get; init; }

    /// <summary>When it was published, as precisely as the source says: <c>2020</c>, <c>2020-02</c> or <c>2020-02-18</c>.</summary>
    public string? Date { get; init; }

    public int? FirstYear { get; init; }

    public int? LastYear { get; init; }

    public FrameworkCode? Succeeds { get; init; }

    /// <summary>The framework's own words for its levels (Engagement or Domaine…).</summary>
    public required LevelTerms Terms { get; init; }

    /// <summary>Variables asked of every body whatever the indicators; signed and validated as a block of their own.</summary>
    public required IReadOnlyList<VariableCode> Context { get; init; }

    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<Commitment> Commitments { get; init; }

    /// <summary>What branches add to it; their indicators stand in the tree, after those of the framework.</summary>
    public IReadOnlyList<Supplement> Supplements { get; init; } = [];

    public IEnumerable<Topic> Topics => Commitments.SelectMany(c => c.Topics);

    /// <summary>Every indicator, in the order of the framework.</summary>
    public IEnumerable<Indicator> Indicators => Topics.SelectMany(t => t.Indicators);

    /// <summary>A variable by its code; throws when the framework has none (codes are checked where they enter).</summary>
    public Variable Variable(VariableCode code) => FindVariable(code) ?? throw new KeyNotFoundException(code.Value);

    public Variable? FindVariable(VariableCode code) => (variables ??= Variables.ToDictionary(v => v.Code)).GetValueOrDefault(code);

    public Indicator? FindIndicator(IndicatorCode code) => (indicators ??= Indicators.ToDictionary(i => i.Code)).GetValueOrDefault(code);

    /// <summary>Whether a figure says something of one body: a share of those that said yes says of one body only its answer.</summary>
    public bool SaysMore(Output output) => output.Formula.Variables.Any(v => Variable(v).Type != VariableType.Boolean);

    /// <summary>The place of each variable and cell in an <see cref="Submissions.AnswerSheet"/>.</summary>
    public SlotMap Slots
    {
        get => slots ??= new SlotMap(Variables);
        internal init => slots = value;
    }

    private Dictionary<VariableCode, Variable>? variables;
    private Dictionary<IndicatorCode, Indicator>? indicators;
    private SlotMap? slots;
}

/// <summary>The framework's own words for its levels.</summary>
public sealed record LevelTerms(string Commitment, string Topic, string Objective, string Indicator);

/// <summary>An engagement (a domaine in the plan cadre).</summary>
public sealed record Commitment(
    string Code, int Number, string Title, string ShortTitle, string Domain, string Summary, IReadOnlyList<Topic> Topics);

/// <summary>An enjeu: one sheet, one qualitative analysis a year.</summary>
public sealed record Topic(string Code, string Title, TopicSheet Sheet, IReadOnlyList<Objective> Objectives)
{
    public IEnumerable<Indicator> Indicators => Objectives.SelectMany(o => o.Indicators);
}

/// <summary>An objectif, and the indicators that follow it.</summary>
public sealed record Objective(string Code, string Title, IReadOnlyList<Indicator> Indicators);
