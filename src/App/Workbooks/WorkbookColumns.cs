namespace Responsables.App.Workbooks;

/// <summary>A column of the sheets of questions.</summary>
internal enum WorkbookColumn { Organization, Name, Code, Question, Breakdown, Unit, Before, Value, State, Comment }

/// <summary>Which columns a workbook has, in their order, and their widths. Its reader finds them by their heads.</summary>
internal static class WorkbookColumns
{
    private static readonly (WorkbookColumn Column, double Width)[] All =
    [
        (WorkbookColumn.Organization, 14), (WorkbookColumn.Name, 24), (WorkbookColumn.Code, 20), (WorkbookColumn.Question, 52), (WorkbookColumn.Breakdown, 24),
        (WorkbookColumn.Unit, 14), (WorkbookColumn.Before, 14), (WorkbookColumn.Value, 18), (WorkbookColumn.State, 15), (WorkbookColumn.Comment, 44),
    ];

    public static IReadOnlyList<WorkbookColumn> Of(bool many) => [.. All.Select(c => c.Column).Where(c => many || !IsOfBody(c))];

    public static IReadOnlyList<double> Widths(bool many) => [.. All.Where(c => many || !IsOfBody(c.Column)).Select(c => c.Width)];

    public static string Head(WorkbookColumn column, int year) => column == WorkbookColumn.Before ? WorkbookWords.Of("column.before", year - 1) : Head(column);

    public static string Head(WorkbookColumn column) => WorkbookWords.Of("column." + column.ToString().ToLowerInvariant());

    private static bool IsOfBody(WorkbookColumn column) => column is WorkbookColumn.Organization or WorkbookColumn.Name;
}
