namespace Responsables.Reports.Documents.Packages;

/// <summary>Texts as XML can hold them: control characters, which nobody sees, are blanks.</summary>
internal static class OfficeText
{
    public static string Written(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return lines.All(IsAllowed) ? lines : string.Concat(lines.Select(c => IsAllowed(c) ? c : ' '));
    }

    private static bool IsAllowed(char c) => c is '\t' or '\n' or (>= ' ' and not ('\uFFFE' or '\uFFFF'));
}
