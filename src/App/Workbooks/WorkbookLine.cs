using Responsables.Domain.Workbooks;

namespace Responsables.App.Workbooks;

/// <summary>One answer as a file has it, and where.</summary>
internal sealed record WorkbookLine(WorkbookKey Key, WorkbookAnswer Answer, string Sheet, int Row, string Cell)
{
    /// <summary>« E1 Gouvernance, F12 ».</summary>
    public string Place => PlaceOf(Sheet, Cell);

    public static string PlaceOf(string sheet, string cell) => $"{sheet}, {cell}";
}
