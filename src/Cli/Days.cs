using System.CommandLine;
using System.CommandLine.Parsing;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>Options that are ISO days, or two of them: <c>2025-01-15..2025-03-31</c>.</summary>
internal static class Days
{
    public static Option<DateOnly?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "AAAA-MM-JJ",
        CustomParser = result => IsoDay.Read(result.Tokens[0].Value) ?? Refuse<DateOnly?>(result, "usage.day"),
    };

    public static Option<(DateOnly From, DateOnly To)?> Range(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "AAAA-MM-JJ..AAAA-MM-JJ",
        CustomParser = result => result.Tokens[0].Value.Split("..") is [var from, var to] && IsoDay.Read(from) is { } first && IsoDay.Read(to) is { } last
            ? (first, last)
            : Refuse<(DateOnly, DateOnly)?>(result, "usage.days"),
    };

    /// <summary>Today in Paris.</summary>
    public static DateOnly Today() => Deadline.DayAt(TimeProvider.System.GetUtcNow());

    private static T? Refuse<T>(ArgumentResult result, string word)
    {
        result.AddError(Words.Of(word, result.Tokens[0].Value));
        return default;
    }
}
