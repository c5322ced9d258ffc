using Responsables.Domain.Frameworks;

namespace Responsables.Web.Submissions;

/// <summary>What a button of the form confirms: one answer, one analysis, or all of an enjeu.</summary>
/// <param name="Anchor">Where the page is shown again.</param>
internal sealed record Carried(IReadOnlyCollection<VariableCode> Variables, IReadOnlyCollection<string> Topics, string Anchor)
{
    private const string One = "confirm:";
    private const string Every = "confirm-all:";

    /// <summary>The questions that are entered in an enjeu.</summary>
    public static IEnumerable<VariableCode> In(FormTopic topic, FormPlan plan) =>
        topic.Blocks.SelectMany(b => b.Uses.Where(u => plan.IsEnteredIn(u.Variable, b))).Select(u => u.Variable).Distinct();

    /// <summary>Null when the button does something else.</summary>
    public static Carried? Of(string then, FormPage page, FormPlan plan)
    {
        if (then.StartsWith(One, StringComparison.Ordinal))
        {
            var name = then[One.Length..];
            return page.Topics.Select(t => t.Topic).OfType<Topic>().FirstOrDefault(t => EntryNames.Analysis(t.Code) == name) is { } topic
                ? new Carried([], [topic.Code], name)
                : new Carried([new VariableCode(name)], [], name);
        }

        return then.StartsWith(Every, StringComparison.Ordinal) && page.Topics.FirstOrDefault(t => (t.Topic?.Code ?? page.Code) == then[Every.Length..]) is { } all
            ? new Carried([.. In(all, plan)], all.Topic is { } of ? [of.Code] : [], then[Every.Length..])
            : null;
    }
}
