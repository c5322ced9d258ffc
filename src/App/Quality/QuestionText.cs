using System.Globalization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Quality;
using Responsables.Domain.Reviews;

namespace Responsables.App.Quality;

/// <summary>The question of a rule with its numbers, in the language of the framework.</summary>
public static class QuestionText
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string Of(Hit hit, Variable variable)
    {
        var text = hit.Rule.Question;
        foreach (var (place, value) in Numbers(hit, variable))
        {
            text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<(string Place, string Value)> Numbers(Hit hit, Variable variable) =>
    [
        ("valeur", Number(hit.Value)),
        ("avant", Number(hit.Before)),
        ("variation", Variation.Of(hit.Value, hit.Before) is { } change ? Signed(change) : "nouveau"),
        ("mesure", Number(hit.Measure ?? hit.Value)),
        ("mediane", Number(hit.Median)),
        ("organismes", Number(hit.Peers)),
        ("unite", (hit.Rule.Question.Contains("{mesure}", StringComparison.Ordinal) ? hit.Rule.Unit : null) ?? variable.Unit ?? ""),
        ("erreur", hit.Slip?.Says ?? ""),
    ];

    // Three digits that say something, whatever the size: 0,0421 and 421 000.
    private static string Number(decimal? value) => value switch
    {
        null => "—",
        { } number when Math.Abs(number) >= 100 => Spaced(decimal.Round(number, number == decimal.Round(number, 2) ? 2 : 0, MidpointRounding.AwayFromZero)),
        { } number when Math.Abs(number) >= 1 => Spaced(decimal.Round(number, 2, MidpointRounding.AwayFromZero)),
        { } number => Spaced(decimal.Round(number, 5, MidpointRounding.AwayFromZero)),
    };

    private static string Signed(decimal change) => (change < 0 ? "\u2212" : "+") + Spaced(decimal.Round(100 * Math.Abs(change), 0, MidpointRounding.AwayFromZero)) + "\u00A0%";

    private static string Spaced(decimal number) => number.ToString("#,0.#####", French).Replace("-", "\u2212", StringComparison.Ordinal);
}
