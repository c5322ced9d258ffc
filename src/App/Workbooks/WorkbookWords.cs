using System.Globalization;
using System.Resources;

namespace Responsables.App.Workbooks;

/// <summary>
/// The words written in workbooks: French, whatever the language of whoever asks for one, since it goes from hand to hand and its columns
/// are found again by their heads.
/// </summary>
internal static class WorkbookWords
{
    private static readonly ResourceManager Resources = new("Responsables.App.Workbooks.WorkbooksWords", typeof(WorkbookWords).Assembly);
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string Of(string key) => Resources.GetString(key, French) ?? throw new MissingManifestResourceException(key);

    public static string Of(string key, params object?[] arguments) => string.Format(French, Of(key), arguments);
}
