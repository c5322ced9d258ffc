using Responsables.App.Texts;

namespace Responsables.App.Workbooks;

/// <summary>
/// The words written in workbooks: French, whatever the language of whoever asks for one, since it goes from hand to hand and its columns
/// are found again by their heads.
/// </summary>
internal static class WorkbookWords
{
    private static readonly FrenchWords Words = new("Responsables.App.Workbooks.WorkbooksWords");

    public static string Of(string key) => Words[key];

    public static string Of(string key, params object?[] arguments) => Words[key, arguments];
}
