using Responsables.App.Organizations;

namespace Responsables.App.Submissions;

/// <summary>An apostrophe before a text that a spreadsheet would take for a formula; taken off again on the way in. Numbers never have one.</summary>
public static class SpreadsheetGuard
{
    public static string Guarded(string text) => OrganizationsCsvCells.Guarded(text);

    public static string Unguarded(string cell) => OrganizationsCsvCells.Unguarded(cell);
}
