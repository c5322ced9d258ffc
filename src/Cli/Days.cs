using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Responsables.Domain.Campaigns;

namespace Responsables.Cli;

/// <summary>Options that are ISO days, or two of them: <c>2025-01-15..2025-03-31</c>.</summary>
internal static class Days
{
    public static Option<DateOnly?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "AAAA-MM-JJ",
        CustomParser = result => Day(result.Tokens[0].Value) ?? Refuse<DateOnly?>(result, "usage.day"),
    };

    public static Option<(DateOnly From, DateOnly To)?> Range(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "AAAA-MM-JJ..AAAA-MM-JJ",
        CustomParser = result => result.Tokens[0].Value.Split("..") is [var from, var to] && Day(from) is { } first && Day(to) is { } last
            ? (first, last)
            : Refuse<(DateOnly, DateOnly)?>(result, "usage.days"),
    };

    /// <summary>Today in Paris.</summary>
    public static DateOnly Today() => Deadline.DayAt(TimeProvider.System.GetUtcNow());

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static T? Refuse<T>(ArgumentResult result, string word)
    {
        result.AddError(Words.Of(word, result.Tokens[0].Value));
        return default;
    }
}
