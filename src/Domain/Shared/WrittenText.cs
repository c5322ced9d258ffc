namespace Responsables.Domain.Shared;

/// <summary>Text that people write freely: a reason, a message, a definition.</summary>
public static class WrittenText
{
    /// <summary>As it is kept: one kind of line break, nothing around it.</summary>
    public static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>Whether it holds characters that no text may hold: invisible, and refused by one of the two engines.</summary>
    public static bool HasControls(string? text) => text?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) == true;

    /// <summary>Why it cannot be kept; null when it can.</summary>
    /// <param name="none">The problem of a text that is empty; null: it may be.</param>
    public static Problem? Refusal(string text, string? place, int most, string? none = null) =>
        text.Length == 0 && none is not null ? new Problem(none, place)
        : text.Length > most ? new Problem("shared.text-too-long", place, most)
        : HasControls(text) ? new Problem("shared.control-character", place)
        : null;
}
