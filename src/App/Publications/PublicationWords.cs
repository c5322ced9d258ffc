using System.Globalization;
using System.Resources;

namespace Responsables.App.Publications;

/// <summary>The words of publications: French, the language in which they are published.</summary>
internal static class PublicationWords
{
    private static readonly ResourceManager Resources = new("Responsables.App.Publications.PublicationsWords", typeof(PublicationWords).Assembly);
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string Of(string key) => Resources.GetString(key, French) ?? throw new MissingManifestResourceException(key);

    public static string Of(string key, params object?[] arguments) => string.Format(French, Of(key), arguments);
}
