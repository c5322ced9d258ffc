using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.Domain.Submissions;

/// <summary>Turns what was typed or imported into the canonical text of a value, or says why it cannot be.</summary>
public static class AnswerInput
{
    /// <summary>Longest free text kept, in characters.</summary>
    public const int MaxText = 4000;

    /// <summary>Longest comment or reason kept, in characters.</summary>
    public const int MaxComment = 2000;

    /// <param name="place">Where it was typed, for the problem.</param>
    /// <param name="french">Whether numbers are written as people type them in French rather than as files write them.</param>
    public static Outcome<string> Read(Variable variable, string text, string? place, bool french) => variable.Type switch
    {
        VariableType.Boolean => Choice(text, place),
        VariableType.List => Options(variable, text, place),
        VariableType.Text => text.Trim() is { Length: <= MaxText } kept
            ? Outcome.Done(kept)
            : Refused("submissions.text-too-long", place, MaxText),
        _ => Number(variable, text, place, french),
    };

    private static Outcome<string> Choice(string text, string? place) => text.Trim() is var choice && choice is "oui" or "non"
        ? Outcome.Done(choice)
        : Refused("submissions.not-yes-or-no", place, text);

    private static Outcome<string> Options(Variable variable, string text, string? place)
    {
        var chosen = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (chosen.Find(code => variable.Options.All(o => o.Code != code)) is { } unknown)
        {
            return Refused("submissions.option-unknown", place, unknown, string.Join(", ", variable.Options.Select(o => o.Code)));
        }

        return chosen.Count > 1 && !variable.Many
            ? Refused("submissions.one-option-only", place)
            : Outcome.Done(string.Join(';', variable.Options.Where(o => chosen.Contains(o.Code)).Select(o => o.Code)));
    }

    private static Outcome<string> Number(Variable variable, string text, string? place, bool french)
    {
        if ((french ? NumberInput.French(text) : NumberInput.Plain(text.Trim())) is not { } value)
        {
            return Refused(NumberInput.WhyNot(text), place, text);
        }

        if (Math.Abs(value) >= NumberInput.Limit)
        {
            return Refused("submissions.number-too-large", place, text);
        }

        if (variable.Type == VariableType.Integer && value != decimal.Truncate(value))
        {
            return Refused("submissions.not-a-whole-number", place, text);
        }

        return NumberInput.DecimalsOf(value) > NumberInput.MaxDecimals
            ? Refused("submissions.too-many-decimals", place, text, NumberInput.MaxDecimals)
            : Outcome.Done(NumberInput.Canonical(value));
    }

    private static Outcome<string> Refused(string code, string? place, params object?[] arguments) =>
        Outcome.Refused<string>(new Problem(code, place, arguments));
}
