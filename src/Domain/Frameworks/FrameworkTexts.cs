using System.Globalization;

namespace Responsables.Domain.Frameworks;

/// <summary>A part of a framework whose explanatory texts are read and edited together.</summary>
public abstract record TextSubject
{
    private TextSubject() { }

    /// <summary>An indicator: its definition, its note, the help of its questions.</summary>
    public sealed record OfIndicator(IndicatorCode Code) : TextSubject;

    /// <summary>The sheet of an enjeu.</summary>
    public sealed record OfSheet(string Topic) : TextSubject;

    /// <summary>The questions asked of every body.</summary>
    public sealed record OfContext : TextSubject;
}

/// <summary>A text that the federation may edit: prose of ours, never an official name, a code or a formula.</summary>
/// <param name="Name">Its stable name in its part, such as <c>definition</c> or <c>help-nb_vehicules</c>.</param>
/// <param name="Kind">What it is: <c>definition</c>, <c>note</c>, <c>help</c>, <c>about</c>, <c>action</c> or <c>term</c>.</param>
/// <param name="About">The official name it explains, where it is not that of the part itself.</param>
/// <param name="Text">What it says; null: nothing.</param>
/// <param name="IsRequired">Whether the file cannot do without it.</param>
/// <param name="Path">Where it stands in the file.</param>
/// <param name="Before">A key of the same map, before which it is written when it was not there.</param>
public sealed record FrameworkText(
    string Name, string Kind, string? About, string? Text, bool IsRequired, IReadOnlyList<string> Path, string Before);

/// <summary>The explanatory texts of a framework, and where they stand in its file.</summary>
public static class FrameworkTexts
{
    /// <summary>The texts of a part, in the order of the file; null when the framework has no such part.</summary>
    public static IReadOnlyList<FrameworkText>? Of(Framework framework, TextSubject subject) => subject switch
    {
        TextSubject.OfIndicator { Code: var code } => framework.FindIndicator(code) is { } indicator ? OfIndicator(framework, indicator) : null,
        TextSubject.OfSheet { Topic: var code } => framework.Topics.FirstOrDefault(t => t.Code == code) is { } topic ? OfSheet(framework, topic) : null,
        _ => [.. framework.Context.Select(code => Help(framework, code))],
    };

    /// <summary>Where an indicator stands in the file; null when there is none of this code.</summary>
    public static IReadOnlyList<string>? PathOf(Framework framework, IndicatorCode code)
    {
        foreach (var (topic, path) in Topics(framework))
        {
            for (var o = 0; o < topic.Objectives.Count; o++)
            {
                var indicators = topic.Objectives[o].Indicators;
                for (var i = 0; i < indicators.Count; i++)
                {
                    if (indicators[i].Code == code)
                    {
                        return [.. path, "objectives", At(o), "indicators", At(i)];
                    }
                }
            }
        }

        return null;
    }

    private static List<FrameworkText> OfIndicator(Framework framework, Indicator indicator)
    {
        var path = PathOf(framework, indicator.Code)!;
        return
        [
            new("definition", "definition", null, indicator.Definition, false, [.. path, "definition"], "variables"),
            new("note", "note", null, indicator.Note, false, [.. path, "note"], "variables"),
            .. indicator.Uses.Select(u => Help(framework, u.Variable)),
        ];
    }

    private static FrameworkText Help(Framework framework, VariableCode code)
    {
        var variable = framework.Variable(code);
        var place = framework.Variables.TakeWhile(v => v.Code != code).Count();
        return new($"help-{code}", "help", variable.Label, variable.Help, false, ["variables", At(place), "help"], "type");
    }

    private static List<FrameworkText> OfSheet(Framework framework, Topic topic)
    {
        var (_, path) = Topics(framework).First(t => t.Topic == topic);
        var sheet = topic.Sheet;
        return
        [
            new("about", "about", null, sheet.About, true, [.. path, "sheet", "about"], "about"),
            .. sheet.Actions.Select((a, i) => new FrameworkText(
                $"action-{At(i)}", "action", a.Group ?? topic.Objectives.FirstOrDefault(o => o.Code == a.Objective)?.Title, a.Text, true,
                [.. path, "sheet", "actions", At(i), "text"], "text")),
            .. sheet.Glossary.Select((g, i) => new FrameworkText(
                $"term-{At(i)}", "term", g.Term, g.Definition, true, [.. path, "sheet", "glossary", At(i), "definition"], "definition")),
        ];
    }

    private static IEnumerable<(Topic Topic, IReadOnlyList<string> Path)> Topics(Framework framework) =>
        framework.Commitments.SelectMany((commitment, c) => commitment.Topics.Select((topic, t) =>
            (topic, (IReadOnlyList<string>)["commitments", At(c), "topics", At(t)])));

    private static string At(int place) => place.ToString(CultureInfo.InvariantCulture);
}
