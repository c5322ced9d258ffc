using System.Globalization;
using System.Resources;

namespace Responsables.Cli;

/// <summary>The sentences of the command itself.</summary>
internal static class Words
{
    private static readonly ResourceManager Texts = new("Responsables.Cli.Words", typeof(Words).Assembly);

    public static string Of(string name, params object?[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(name, CultureInfo.CurrentUICulture) ?? name, arguments);
}
