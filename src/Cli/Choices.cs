using System.CommandLine;

namespace Responsables.Cli;

/// <summary>Options that take one of a few words.</summary>
internal static class Choices
{
    public static Option<T> Option<T>(string name, string description, T @default, params (string Word, T Value)[] words)
        where T : struct
    {
        var option = new Option<T>(name)
        {
            Description = description,
            DefaultValueFactory = _ => @default,
            CustomParser = result => words.First(w => w.Word == result.Tokens[0].Value).Value,
            HelpName = string.Join('|', words.Select(w => w.Word)),
        };
        option.AcceptOnlyFromAmong([.. words.Select(w => w.Word)]);
        return option;
    }

    /// <summary>Every value of an enumeration, by its name in lower case.</summary>
    public static Option<T> Option<T>(string name, string description, T @default)
        where T : struct, Enum =>
        Option(name, description, @default, [.. Enum.GetValues<T>().Select(v => (v.ToString().ToLowerInvariant(), v))]);
}
