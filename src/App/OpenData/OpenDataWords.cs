using System.Globalization;
using System.Resources;

namespace Responsables.App.OpenData;

/// <summary>The words of open data: French, as what is published.</summary>
internal static class OpenDataWords
{
    private static readonly ResourceManager Resources = new("Responsables.App.OpenData.OpenDataWords", typeof(OpenDataWords).Assembly);
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string? Find(string key) => Resources.GetString(key, French);

    public static string Of(string key) => Find(key) ?? throw new MissingManifestResourceException(key);

    public static string Of(string key, params object?[] arguments) => string.Format(French, Of(key), arguments);
}
