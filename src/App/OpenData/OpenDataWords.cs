using Responsables.App.Texts;

namespace Responsables.App.OpenData;

/// <summary>The words of open data: French, as what is published.</summary>
internal static class OpenDataWords
{
    private static readonly FrenchWords Words = new("Responsables.App.OpenData.OpenDataWords");

    public static string? Find(string key) => Words.Find(key);

    public static string Of(string key) => Words[key];

    public static string Of(string key, params object?[] arguments) => Words[key, arguments];
}
