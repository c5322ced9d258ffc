namespace Responsables.Domain.Frameworks.Expressions;

internal enum TokenKind { Number, Word, Symbol, Cell, End }

/// <summary>A word of a formula or a rule; the text of a cell is what stands between the brackets.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Column)
{
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Symbol && Text == text;
}
