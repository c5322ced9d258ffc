using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Submissions;

/// <summary>
/// The pages of a dossier's form: the context, then one per engagement, in the order of the framework. Each variable is entered once, in
/// the first block that uses it; elsewhere it is only recalled.
/// </summary>
public sealed class FormPlan
{
    private readonly Dictionary<VariableCode, (FormPage Page, BlockKey Block)> places = [];

    public FormPlan(Questionnaire questionnaire)
    {
        Questionnaire = questionnaire;
        var pages = new List<FormPage>();
        if (questionnaire.Block(BlockKey.Context) is { Uses.Count: > 0 } context)
        {
            pages.Add(new FormPage(BlockKey.Context.Value, null, [new FormTopic(null, [new FormObjective(null, [context])])]));
        }

        pages.AddRange(questionnaire.Framework.Commitments.Select(Page).Where(p => p.Topics.Count > 0));
        Pages = pages;
        foreach (var page in Pages)
        {
            foreach (var block in page.Blocks)
            {
                foreach (var use in block.Uses)
                {
                    places.TryAdd(use.Variable, (page, block.Key));
                }
            }
        }
    }

    public Questionnaire Questionnaire { get; }

    public IReadOnlyList<FormPage> Pages { get; }

    public FormPage? Page(string code) => Pages.FirstOrDefault(p => p.Code == code);

    /// <summary>Where a variable is entered.</summary>
    public FormPage PageOf(VariableCode variable) => places[variable].Page;

    public FormPage PageOf(BlockKey block) => Pages.First(p => p.Blocks.Any(b => b.Key == block));

    public bool IsEnteredIn(VariableCode variable, Block block) => places[variable].Block == block.Key;

    /// <summary>The variables that a page asks, each once in the whole dossier.</summary>
    public IEnumerable<Variable> VariablesOf(FormPage page) =>
        places.Where(p => p.Value.Page == page).Select(p => Questionnaire.Framework.Variable(p.Key));

    public FormPage? After(FormPage page) => Pages.SkipWhile(p => p != page).Skip(1).FirstOrDefault();

    public FormPage? Before(FormPage page) => Pages.TakeWhile(p => p != page).LastOrDefault();

    private FormPage Page(Commitment commitment) => new(
        commitment.Code, commitment, [.. commitment.Topics.Select(t => new FormTopic(t, Objectives(t))).Where(t => t.Objectives.Count > 0)]);

    private List<FormObjective> Objectives(Topic topic) =>
        [.. topic.Objectives.Select(o => new FormObjective(o, Blocks(o))).Where(o => o.Blocks.Count > 0)];

    private List<Block> Blocks(Objective objective) =>
        [.. objective.Indicators.Select(i => Questionnaire.Block(BlockKey.Of(i.Code))).OfType<Block>()];
}

/// <summary>One page of the form.</summary>
/// <param name="Commitment">The engagement; null for the context.</param>
public sealed record FormPage(string Code, Commitment? Commitment, IReadOnlyList<FormTopic> Topics)
{
    public IEnumerable<Block> Blocks => Topics.SelectMany(t => t.Blocks);

    /// <summary>The class that gives its colour.</summary>
    public string? Colour => Commitment is { Number: >= 1 and <= 5 } c ? $"e{c.Number}" : null;

    public string UrlIn(Guid submission) => $"/dossiers/{submission}/engagements/{Code}";
}

/// <summary>An enjeu of a page; null: the context, which has none.</summary>
public sealed record FormTopic(Topic? Topic, IReadOnlyList<FormObjective> Objectives)
{
    public IEnumerable<Block> Blocks => Objectives.SelectMany(o => o.Blocks);
}

public sealed record FormObjective(Objective? Objective, IReadOnlyList<Block> Blocks);
