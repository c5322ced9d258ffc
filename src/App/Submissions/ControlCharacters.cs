namespace Responsables.App.Submissions;

/// <summary>Characters that no text may hold: invisible, and refused by one of the two engines.</summary>
internal static class ControlCharacters
{
    public static bool In(string? text) => text?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) == true;
}
