using System.Globalization;
using System.Text.RegularExpressions;
using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Publications;

/// <summary>What a place of a text says of a figure.</summary>
public enum BoundWord
{
    /// <summary>Its value with its unit: « 12 345 t ».</summary>
    Value,

    /// <summary>How it moved, beside a noun: « en baisse de 8,2 % depuis 2019 ».</summary>
    Trend,

    /// <summary>How it moved, after a subject in the singular: « baisse de 8,2 % depuis 2019 ».</summary>
    Moves,

    /// <summary>How it moved, after a subject in the plural: « baissent de 8,2 % depuis 2019 ».</summary>
    Move,

    /// <summary>How many answered: « 98 organismes sur 101 ».</summary>
    Answers,

    /// <summary>A chart of its years: it stands alone in its paragraph, and stays as it is written in what an edition freezes.</summary>
    Chart,
}

/// <summary>A place of a text where a figure stands.</summary>
/// <param name="Since">The year with which it is compared; null: the first comparable one, five years back at most.</param>
/// <param name="Written">As it is written in the text, braces included.</param>
public sealed record BoundPlace(BoundWord Word, IndicatorCode Indicator, int? Since, string Written);

/// <summary>
/// A text bound to figures: <c>Les émissions {varient:rso-env-ges:2019}.</c> What stands between braces is written from the figures of the edition, so
/// that nobody types a number that could be another one tomorrow.
/// </summary>
public static partial class BoundText
{
    /// <summary>The words of places, as people write them.</summary>
    public static readonly IReadOnlyDictionary<string, BoundWord> Words = new Dictionary<string, BoundWord>
    {
        ["valeur"] = BoundWord.Value, ["evolution"] = BoundWord.Trend, ["varie"] = BoundWord.Moves, ["varient"] = BoundWord.Move, ["reponses"] = BoundWord.Answers,
        ["graphique"] = BoundWord.Chart,
    };

    /// <summary>The places that can be read, in the order of the text.</summary>
    public static IReadOnlyList<BoundPlace> Places(string text) => [.. Braces().Matches(text).Select(m => Read(m.Value)).OfType<BoundPlace>()];

    /// <summary>What stands between braces, or has a brace alone, and is no place.</summary>
    public static IReadOnlyList<string> Unreadable(string text) =>
        [.. Braces().Matches(text).Select(m => m.Value).Where(v => Read(v) is null), .. Braces().Replace(text, "").IndexOfAny(['{', '}']) is >= 0 and var at ? [Around(Braces().Replace(text, ""), at)] : (string[])[]];

    /// <summary>The paragraphs of a text: what empty lines part.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) => text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The indicator whose chart a paragraph is; null: it is words.</summary>
    public static IndicatorCode? ChartOf(string paragraph) => Read(paragraph) is { Word: BoundWord.Chart } place ? place.Indicator : null;

    /// <summary>Places of charts that have other words in their paragraph.</summary>
    public static IReadOnlyList<BoundPlace> Crowded(string text) =>
        [.. Paragraphs(text).Where(p => ChartOf(p) is null).SelectMany(Places).Where(p => p.Word == BoundWord.Chart)];

    /// <summary>The text with its places filled.</summary>
    public static string Fill(string text, Func<BoundPlace, string> fill) => Braces().Replace(text, m => Read(m.Value) is { } place ? fill(place) : m.Value);

    private static BoundPlace? Read(string written) => Braces().Match(written).Length != written.Length || written.Length == 0 ? null :
        written[1..^1].Split(':', StringSplitOptions.TrimEntries) is { Length: 2 or 3 } parts && Words.TryGetValue(parts[0], out var word) && parts[1].Length > 0
            ? parts.Length == 2 ? new BoundPlace(word, new IndicatorCode(parts[1]), null, written)
            : word is BoundWord.Trend or BoundWord.Moves or BoundWord.Move && parts[2].Length == 4 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var since)
                ? new BoundPlace(word, new IndicatorCode(parts[1]), since, written)
                : null
            : null;

    private static string Around(string text, int at) => text[Math.Max(0, at - 10)..Math.Min(text.Length, at + 10)];

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();
}
