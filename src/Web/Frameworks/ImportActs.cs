using System.Globalization;
using Responsables.App.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>Importing a framework from its file.</summary>
internal static class ImportActs
{
    private const string Field = "fichier";

    public static IResult Show() => Page.Of<ImportPage>();

    /// <summary>Checks the file, or imports it: the same faults either way.</summary>
    public static async Task<IResult> ImportAsync(Form form, HttpContext http, LoadFrameworks load, CancellationToken cancel)
    {
        var read = await form.TextOfAsync(Field, cancel);
        if (read is not Outcome<string>.Done { Value: var text })
        {
            return read.ToPage(_ => Page.Missing(), Refused);
        }

        var isDry = form["acte"] != "importer";
        return (await load.ImportAsync(http.SignedIn(), text, isDry, form.Key, cancel)).ToPage(
            loaded => isDry
                ? Page.Of<ImportPage>(new { Loaded = loaded })
                : Page.GoTo(
                    $"/referentiels/{loaded.Code}?version={loaded.Version.ToString(CultureInfo.InvariantCulture)}",
                    loaded.IsNew ? "frameworks.import.done" : "frameworks.import.known", loaded.Code, loaded.Version.ToString(CultureInfo.InvariantCulture)),
            Refused);
    }

    private static IResult Refused(IReadOnlyList<Problem> problems) => Page.Refused<ImportPage>(new { Problems = problems });
}
