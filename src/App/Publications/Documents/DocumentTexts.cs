using Responsables.Reports.Documents;
using Responsables.App.Texts;

namespace Responsables.App.Publications.Documents;

/// <summary>The words of documents: French, the language in which they are published.</summary>
internal static class DocumentTexts
{
    private static readonly FrenchWords Words = new("Responsables.App.Publications.Documents.DocumentsWords");

    /// <summary>The words that formats add by themselves.</summary>
    public static DocumentWords Formats => new(Of("contents"), Of("page"), Of("figure"), Of("value"), Of("trend"), Of("values"), Of("tables"));

    public static string Of(string key) => Words[key];

    public static string Of(string key, params object?[] arguments) => Words[key, arguments];

    public static string? Find(string key) => Words.Find(key);

    /// <summary>A text by number: in French 0, 1 and what is below 2 are singular. The number is not written by it.</summary>
    public static string By(string key, decimal number, params object?[] arguments) => Of($"{key}.{(Math.Abs(number) < 2 ? "one" : "other")}", arguments);

    /// <summary>« 31 décembre 2024 », « 1er janvier 2025 ».</summary>
    public static string Day(DateOnly day) => day.Day == 1 ? "1er\u00a0" + day.ToString("MMMM yyyy", FrenchWords.French) : day.ToString("d\u00a0MMMM yyyy", FrenchWords.French);
}
