namespace Responsables.Domain.Frameworks;

/// <summary>What a code may look like, and the words that formulas and rules keep for themselves.</summary>
internal static class CodeShape
{
    /// <summary>Every number of a framework, and every answer, is nearer to zero than this.</summary>
    public const decimal MaxNumber = 1_000_000_000_000_000m;

    private const int MaxLength = 80;

    private static readonly HashSet<string> Operators = ["and", "or", "not", "if", "then"];

    private static readonly HashSet<string> Keywords = [.. Operators, "answered"];

    private static readonly HashSet<string> Reserved = [.. Keywords, "sum", "count", "previous", "abs", "oui", "non"];

    public static bool IsOperator(string word) => Operators.Contains(word);

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>Whether a character may stand inside a name.</summary>
    public static bool IsInside(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_';

    /// <summary>Lower case letters, digits, <c>-</c> and <c>_</c>, beginning with a letter or a digit.</summary>
    public static bool IsCode(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => IsInside(c) || c == '-');

    /// <summary>A code that a formula may name (variables, outputs): it begins with a letter and has no hyphen, which would be a minus sign.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= MaxLength && char.IsAsciiLetterLower(text[0]) && text.All(IsInside);

    /// <summary>The printed code of a commitment, topic or objective: <c>E1.1</c>, <c>PC-G1.2</c>.</summary>
    public static bool IsPrinted(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>The printed code of what another framework asks: <c>6.4.6</c>, <c>B3-30-a</c>.</summary>
    public static bool IsForeign(string text) => text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && IsPrinted($"x{text}") && text.Length <= MaxLength;
}
