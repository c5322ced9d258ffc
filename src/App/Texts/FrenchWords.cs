using System.Globalization;
using System.Resources;

namespace Responsables.App.Texts;

/// <summary>Words that are French whatever the language of whoever asks: those of what is published, or goes from hand to hand.</summary>
/// <param name="name">Name of the resource, that of its file with its namespace.</param>
internal sealed class FrenchWords(string name)
{
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly ResourceManager resources = new(name, typeof(FrenchWords).Assembly);

    public string this[string key] => Find(key) ?? throw new MissingManifestResourceException(key);

    public string this[string key, params object?[] arguments] => string.Format(French, this[key], arguments);

    public string? Find(string key) => resources.GetString(key, French);
}
