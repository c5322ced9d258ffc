using Responsables.Domain.Frameworks;
using Responsables.Domain.Workbooks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>The first sheet: whose workbook it is, how it is filled, what is refused.</summary>
internal static class ReadMe
{
    private const int ShortSignature = 16;

    /// <summary>Bodies that are named one by one.</summary>
    private const int MostNames = 20;

    public static void Write(SpreadsheetWriter writer, IReadOnlyList<WorkbookBody> bodies, Framework framework, WorkbookOrigin origin, string signature) => writer.Sheet(
        new SheetPlan(WorkbookWords.Of("sheet.readme"), [72]) { IsProtected = true }, Lines(bodies, framework, origin, signature));

    private static IEnumerable<IReadOnlyList<SheetCell>> Lines(IReadOnlyList<WorkbookBody> bodies, Framework framework, WorkbookOrigin origin, string signature)
    {
        var names = bodies.Take(MostNames).Select(b => b.Dossier.Submission.Name);
        yield return [SheetCell.Of(WorkbookWords.Of("readme.title", origin.Year), WorkbookLooks.Title)];
        yield return [SheetCell.Of(string.Join(" · ", names) + (bodies.Count > MostNames ? WorkbookWords.Of("readme.others", bodies.Count - MostNames) : ""), WorkbookLooks.Part)];
        yield return [SheetCell.Of(WorkbookWords.Of("readme.framework", framework.Title, framework.Version), WorkbookLooks.Plain)];
        yield return [SheetCell.Of(WorkbookWords.Of("readme.made", TimeZoneInfo.ConvertTime(origin.MadeAt, TimeZoneInfo.FindSystemTimeZoneById(Domain.Campaigns.Deadline.Paris))), WorkbookLooks.Plain)];
        yield return [SheetCell.Of(WorkbookWords.Of("readme.signature", signature[..ShortSignature]), WorkbookLooks.Plain)];
        foreach (var part in (string[])["fill", "numbers", "states", "refused", "back"])
        {
            yield return [];
            yield return [SheetCell.Of(WorkbookWords.Of($"readme.{part}"), WorkbookLooks.Part)];
            foreach (var line in WorkbookWords.Of($"readme.{part}.text").Split('\n'))
            {
                yield return [SheetCell.Of(line, WorkbookLooks.Plain)];
            }
        }
    }
}
