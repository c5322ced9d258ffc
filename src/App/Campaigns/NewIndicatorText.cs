using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Responsables.App.Campaigns;

/// <summary>The text of one indicator that a branch adds, and of what it asks.</summary>
internal static class NewIndicatorText
{
    public static YamlMappingNode Variable(string code, string label, string? help, NewIndicator added)
    {
        var (type, unit, over) = added.Shape == NewIndicatorShape.YesNo
            ? ("boolean", Plain("null"), "count")
            : ("decimal", Quoted(added.Unit.Trim()), "sum");
        var map = Map(("code", Quoted(code)), ("label", Quoted(label.Trim())));
        if (!string.IsNullOrWhiteSpace(help))
        {
            map.Add("help", Quoted(help.Trim()));
        }

        map.Add("type", type);
        map.Add("unit", unit);
        map.Add("over_bodies", over);
        map.Add("over_time", added.Shape == NewIndicatorShape.YesNo ? "end_of_year" : "sum");
        if (added.Shape != NewIndicatorShape.YesNo)
        {
            map.Add("min", Plain("0"));
            if (added.CountsPersons)
            {
                map.Add("persons", Plain("true"));
            }
        }

        return map;
    }

    public static YamlMappingNode Indicator(string code, string question, string whole, string? wholeUnit, NewIndicator added)
    {
        var (unit, formula) = added.Shape switch
        {
            NewIndicatorShape.Sum => (added.Unit.Trim(), $"sum({question})"),
            NewIndicatorShape.Share => ($"% de {added.Unit.Trim()}", $"100 * sum({question}) / sum({whole})"),
            NewIndicatorShape.Ratio => ($"{added.Unit.Trim()} / {wholeUnit}", $"sum({question}) / sum({whole})"),
            _ => ("% d’organismes", $"100 * count({question} = oui) / count({question} answered)"),
        };
        var asked = new YamlSequenceNode(Map(("code", Quoted(question))));
        if (added.Shape is NewIndicatorShape.Share or NewIndicatorShape.Ratio)
        {
            asked.Add(Map(("code", Quoted(whole))));
        }

        var map = Map(
            ("objective", Quoted(added.Objective)), ("code", Quoted(code)), ("title", Quoted(added.Title.Trim())),
            ("direction", new YamlScalarNode(added.Direction.ToString().ToLowerInvariant())));
        if (!string.IsNullOrWhiteSpace(added.Definition))
        {
            map.Add("definition", Quoted(added.Definition.Trim()));
        }

        map.Add("precisions", new YamlSequenceNode());
        map.Add("variables", asked);
        map.Add("outputs", new YamlSequenceNode(Map(("name", "figure"), ("label", Quoted(added.Title.Trim())), ("unit", Quoted(unit)), ("formula", Quoted(formula)))));
        map.Add("checks", Checks(question, whole, added));
        map.Add("example", Example(question, whole, added));
        return map;
    }

    private static YamlSequenceNode Checks(string question, string whole, NewIndicator added) => added.Shape != NewIndicatorShape.Share
        ? []
        : new YamlSequenceNode(Map(
            ("code", "partie-du-total"), ("severity", "blocking"), ("rule", Quoted($"{question} <= {whole}")), ("on", Quoted(question)),
            ("message", Quoted("La partie ne peut pas dépasser le total : corrigez l’un des deux nombres."))));

    // Two bodies of different sizes, so that a mean in place of a sum would give another figure.
    private static YamlMappingNode Example(string question, string whole, NewIndicator added)
    {
        static YamlMappingNode Body(params (string Question, string Value)[] answers) => Map([.. answers.Select(a => (a.Question, (YamlNode)Plain(a.Value)))]);
        var (bodies, value, numerator, denominator) = added.Shape switch
        {
            NewIndicatorShape.Sum => ([Body((question, "10")), Body((question, "2.5"))], "12.5", "12.5", null),
            NewIndicatorShape.Share => ((YamlMappingNode[])[Body((question, "1"), (whole, "2")), Body((question, "1"), (whole, "8"))], "20", "2", "10"),
            NewIndicatorShape.Ratio => ((YamlMappingNode[])[Body((question, "1"), (whole, "2")), Body((question, "1"), (whole, "8"))], "0.2", "2", "10"),
            _ => ([Body((question, "oui")), Body((question, "non")), Body((question, "oui")), Body((question, "sans_objet"))], "66.6666666667", "2", "3"),
        };
        var isYesNo = added.Shape == NewIndicatorShape.YesNo;
        var expected = Map(("value", Plain(value)), ("numerator", Plain(numerator)));
        if (denominator is not null)
        {
            expected.Add("denominator", Plain(denominator));
        }

        foreach (var (name, count) in ((string, int)[])[("answered", isYesNo ? 3 : 2), ("not_applicable", isYesNo ? 1 : 0), ("unavailable", 0), ("missing", 0)])
        {
            expected.Add(name, Plain(count.ToString(CultureInfo.InvariantCulture)));
        }

        return Map(("bodies", new YamlSequenceNode(bodies)), ("expect", Map(("figure", expected))));
    }

    public static YamlMappingNode Map(params (string Key, YamlNode Value)[] entries) => new(entries.Select(e => KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(e.Key), e.Value)));

    public static YamlScalarNode Plain(string value) => new(value) { Style = ScalarStyle.Plain };

    public static YamlScalarNode Quoted(string value) => new(value) { Style = ScalarStyle.DoubleQuoted };
}
