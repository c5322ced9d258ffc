using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Responsables.Web.Platform;

/// <summary>Every text on screen, by its key: <c>T["accounts.sign-in.title"]</c> is in <c>Accounts/AccountsTexts.resx</c>.</summary>
internal static class Texts
{
    public static readonly TextSource T = new();
}

/// <summary>Reads texts in the language of the request; French where another language has none.</summary>
internal sealed class TextSource
{
    private readonly ConcurrentDictionary<string, ResourceManager?> rooms = new();

    /// <summary>Whether a key without text is a fault (in tests) rather than shown as it is.</summary>
    public bool IsStrict { get; set; }

    public string this[string key] => Find(key) ?? Missing(key);

    public string this[string key, params object?[] arguments] => string.Format(CultureInfo.CurrentCulture, this[key], arguments);

    /// <summary>A text by number: <c>key.zero</c> (when there is one), <c>key.one</c>, <c>key.other</c>. In French 0 and 1 are singular.
    /// The number is <c>{0}</c>, the arguments follow.</summary>
    public string Plural(string key, decimal count, params object?[] arguments)
    {
        var form = FormOf(count);
        var text = (count == 0 ? Find(key + ".zero") : null) ?? this[$"{key}.{form}"];
        return string.Format(CultureInfo.CurrentCulture, text, [Kit.Show.Number(count), .. arguments]);
    }

    /// <summary>The text of a key; null when there is none.</summary>
    public string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 ? null : rooms.GetOrAdd(key[..dot], Open)?.GetString(key, CultureInfo.CurrentUICulture);
    }

    private static string FormOf(decimal count) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr"
        ? Math.Abs(count) < 2 ? "one" : "other"
        : count == 1 ? "one" : "other";

    private string Missing(string key) => IsStrict ? throw new MissingManifestResourceException($"No text for {key}") : key;

    private static ResourceManager? Open(string prefix)
    {
        var room = char.ToUpperInvariant(prefix[0]) + prefix[1..];
        var name = $"Responsables.Web.{room}.{room}Texts";
        var assembly = typeof(Texts).Assembly;
        return assembly.GetManifestResourceInfo(name + ".resources") is null ? null : new ResourceManager(name, assembly);
    }
}
