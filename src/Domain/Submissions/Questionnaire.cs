using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>What one body is asked: the context block, then the asked indicators in the order of the framework.</summary>
public sealed class Questionnaire
{
    private readonly Dictionary<VariableCode, List<Question>> byVariable = [];
    private readonly Dictionary<BlockKey, Block> byKey;

    public Questionnaire(Framework framework, IReadOnlySet<IndicatorCode> asked)
        : this(
            framework,
            [
                new Block(BlockKey.Context, null, [.. framework.Context.Select(code => new VariableUse(code, true, null))]),
                .. framework.Indicators.Where(i => asked.Contains(i.Code)).Select(i => new Block(BlockKey.Of(i.Code), i, i.Uses)),
            ])
    {
    }

    private Questionnaire(Framework framework, IReadOnlyList<Block> blocks)
    {
        Framework = framework;
        Blocks = blocks;
        byKey = Blocks.ToDictionary(b => b.Key);
        foreach (var block in Blocks)
        {
            foreach (var use in block.Uses)
            {
                if (!byVariable.TryGetValue(use.Variable, out var uses))
                {
                    byVariable.Add(use.Variable, uses = []);
                }

                uses.Add(new Question(block.Key, use));
            }
        }
    }

    public Framework Framework { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Every variable asked, once.</summary>
    public IEnumerable<Variable> Variables => byVariable.Keys.Select(Framework.Variable);

    public bool Asks(VariableCode variable) => byVariable.ContainsKey(variable);

    public bool Asks(IndicatorCode indicator) => byKey.ContainsKey(BlockKey.Of(indicator));

    public Block? Block(BlockKey key) => byKey.GetValueOrDefault(key);

    /// <summary>The blocks that use a variable.</summary>
    public IEnumerable<BlockKey> BlocksOf(VariableCode variable) => byVariable.GetValueOrDefault(variable, []).Select(q => q.Block);

    /// <summary>Whether a variable is asked of a body that gave these answers (a question may depend on a yes).</summary>
    public bool IsOpen(VariableCode variable, AnswerSheet answers) =>
        byVariable.GetValueOrDefault(variable, []).Any(q => Holds(q.Use.When, answers));

    /// <summary>Whether the signature waits for it: one of its open uses requires it.</summary>
    public bool IsRequired(VariableCode variable, AnswerSheet answers) =>
        byVariable.GetValueOrDefault(variable, []).Any(q => q.Use.Required && Holds(q.Use.When, answers));

    /// <summary>Some of its questions and nothing else: the blocks that use none of them are not in it.</summary>
    public Questionnaire Only(IReadOnlySet<VariableCode> variables) => new(
        Framework, [.. Blocks.Select(b => b with { Uses = [.. b.Uses.Where(u => variables.Contains(u.Variable))] }).Where(b => b.Uses.Count > 0)]);

    private static bool Holds(Condition? condition, AnswerSheet answers) =>
        condition is null || answers[condition.Variable] == (condition.Yes ? AnswerValue.Yes : AnswerValue.No);

    private sealed record Question(BlockKey Block, VariableUse Use);
}

/// <summary>A block and the variables it uses.</summary>
public sealed record Block(BlockKey Key, Indicator? Indicator, IReadOnlyList<VariableUse> Uses);
