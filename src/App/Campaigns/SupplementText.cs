using System.Globalization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using YamlDotNet.RepresentationModel;
using static Responsables.App.Campaigns.NewIndicatorText;

namespace Responsables.App.Campaigns;

/// <summary>Writes in the text of a supplement what its branch did in a form. Comments of the text are lost; what it says is not.</summary>
public static class SupplementText
{
    /// <summary>Longest label or title that a form takes, in characters.</summary>
    public const int MaxText = 300;

    /// <summary>Longest code that is made from a title, the prefix apart.</summary>
    private const int MaxCode = 40;

    /// <summary>The text with one more indicator.</summary>
    /// <param name="yaml">The text so far; null: none, and one is begun.</param>
    /// <param name="title">Title of a text that is begun.</param>
    /// <returns>The text, or every field that is missing or wrong, by its name; what only the whole shows is told when it is kept.</returns>
    public static Outcome<string> With(string? yaml, Framework framework, string branch, string prefix, string title, NewIndicator added)
    {
        var problems = Problems(yaml, framework, prefix, title, added).ToList();
        if (problems.Count > 0)
        {
            return Outcome.Refused<string>(problems);
        }

        var root = yaml is null ? Begun(framework, branch, prefix, title) : Load(yaml);
        var own = ((YamlScalarNode)root["supplement"]["prefix"]).Value!;
        var taken = framework.Variables.Select(v => v.Code.Value).Concat(framework.Indicators.Select(i => i.Code.Value)).ToHashSet();
        var stem = Slug.Of(added.Title) is { Length: > 0 } slug ? slug[..Math.Min(slug.Length, MaxCode)].Trim('-') : "indicateur";
        var code = Free(own + '-' + stem, '-', taken);
        var question = Free(own + '_' + stem.Replace('-', '_'), '_', taken);
        taken.Add(question);
        var whole = added.WholeOf?.Value ?? Free(question + "_total", '_', taken);
        if (added is { Shape: NewIndicatorShape.Share, WholeOf: { } of })
        {
            added = added with { Unit = framework.Variable(of).Unit!, CountsPersons = framework.Variable(of).CountsPersons };
        }

        List(root, "variables").Children.Add(Variable(question, added.Question, added.Help, added));
        if (added is { Shape: NewIndicatorShape.Share, WholeOf: null })
        {
            List(root, "variables").Children.Add(Variable(whole, added.Whole, null, added));
        }

        List(root, "indicators").Children.Add(Indicator(code, question, whole, added.WholeOf is { } asked ? framework.Variable(asked).Unit : null, added));
        return Outcome.Done(Save(root));
    }

    /// <summary>The text without an indicator, nor the questions that nothing else in it uses; null when nothing is left.</summary>
    public static string? Without(string yaml, IndicatorCode indicator)
    {
        var root = Load(yaml);
        var indicators = List(root, "indicators");
        foreach (var gone in indicators.Children.Where(i => Text(i, "code") == indicator.Value).ToList())
        {
            indicators.Children.Remove(gone);
        }

        if (indicators.Children.Count == 0)
        {
            return null;
        }

        var used = indicators.Children.SelectMany(i => ((YamlSequenceNode)i["variables"]).Children).Select(v => Text(v, "code")).ToHashSet();
        var variables = List(root, "variables");
        var weights = variables.Children.Where(v => used.Contains(Text(v, "code"))).Select(v => Text(v, "weight")).OfType<string>().ToHashSet();
        foreach (var gone in variables.Children.Where(v => !used.Contains(Text(v, "code")) && !weights.Contains(Text(v, "code")!)).ToList())
        {
            variables.Children.Remove(gone);
        }

        return Save(root);
    }

    private static IEnumerable<Problem> Problems(string? yaml, Framework framework, string prefix, string title, NewIndicator added)
    {
        if (yaml is null && !Supplement.IsPrefix(prefix))
        {
            yield return new Problem("campaigns.supplement-prefix", "prefixe", prefix);
        }

        if (framework.Topics.SelectMany(t => t.Objectives).All(o => o.Code != added.Objective))
        {
            yield return new Problem("campaigns.supplement-objective", "objectif");
        }

        if (added.Shape == NewIndicatorShape.Ratio && added.WholeOf is null
            || added is { Shape: NewIndicatorShape.Share or NewIndicatorShape.Ratio, WholeOf: { } of } && framework.FindVariable(of) is not { IsNumeric: true, OverBodies: Addition.Sum })
        {
            yield return new Problem("campaigns.supplement-whole", "total-de");
        }

        (string Name, string? Text, bool IsNeeded)[] texts =
        [
            ("titre-directeur", title, yaml is null), ("intitule", added.Title, true), ("question", added.Question, true),
            ("unite", added.Unit, added.Shape is NewIndicatorShape.Sum or NewIndicatorShape.Ratio || added is { Shape: NewIndicatorShape.Share, WholeOf: null }), ("total", added.Whole, added is { Shape: NewIndicatorShape.Share, WholeOf: null }),
            ("definition", added.Definition, false), ("aide", added.Help, false),
        ];
        foreach (var (name, text, isNeeded) in texts)
        {
            if (WrittenText.Refusal(text?.Trim() ?? "", name, MaxText, isNeeded ? "campaigns.supplement-needed" : null) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static YamlMappingNode Begun(Framework framework, string branch, string prefix, string title) => Map(
        ("supplement", Map(("framework", Quoted(framework.Code.Value)), ("branch", Quoted(branch)), ("prefix", Quoted(prefix)), ("title", Quoted(title.Trim())))),
        ("variables", new YamlSequenceNode()),
        ("indicators", new YamlSequenceNode()));

    private static string Free(string code, char mark, HashSet<string> taken)
    {
        var free = code;
        for (var number = 2; taken.Contains(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{code}{mark}{number}");
        }

        return free;
    }

    private static YamlSequenceNode List(YamlMappingNode root, string key)
    {
        if (!root.Children.TryGetValue(new YamlScalarNode(key), out var found) || found is not YamlSequenceNode list)
        {
            root.Children[new YamlScalarNode(key)] = list = [];
        }

        return list;
    }

    private static string? Text(YamlNode node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (value as YamlScalarNode)?.Value : null;

    private static YamlMappingNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string Save(YamlMappingNode root)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        var saved = text.ToString();
        return saved.EndsWith("...\n", StringComparison.Ordinal) ? saved[..^4] : saved;
    }
}
