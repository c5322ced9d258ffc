namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>Cuts a formula or a rule into words.</summary>
internal sealed class Lexer(string text, ExpressionFaults faults)
{
    /// <summary>Longest text of a formula or a rule.</summary>
    public const int MaxLength = 4000;

    private readonly List<Token> tokens = [];
    private int at;

    /// <summary>Its words, the last one being the end; empty after a fault.</summary>
    public IReadOnlyList<Token> Read()
    {
        if (text.Length > MaxLength)
        {
            faults.Add(1, FaultCodes.FormulaTooLong);
            return [];
        }

        for (SkipSpaces(); at < text.Length; SkipSpaces())
        {
            if (!Next())
            {
                return [];
            }
        }

        Add(TokenKind.End, at, at);
        return tokens;
    }

    private bool Next() => text[at] switch
    {
        >= '0' and <= '9' => Number(),
        >= 'a' and <= 'z' => Word(),
        '[' => Cell(),
        '<' or '>' => Symbol(Follows('=') || (text[at] == '<' && Follows('>')) ? 2 : 1),
        '+' or '-' or '*' or '/' or '(' or ')' or '=' or '?' => Symbol(1),
        _ => Fault(FaultCodes.Unexpected, text[at].ToString()),
    };

    private bool Number()
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        if (end < text.Length && CodeShape.IsInside(text[end]))
        {
            return Fault(FaultCodes.BadNumber, text[at..(end + 1)]);
        }

        return Add(TokenKind.Number, at, end);
    }

    private bool Word()
    {
        var end = at;
        while (end < text.Length && CodeShape.IsInside(text[end]))
        {
            end++;
        }

        return Add(TokenKind.Word, at, end);
    }

    private bool Cell()
    {
        var end = text.IndexOf(']', at);
        if (end < 0)
        {
            return Fault(FaultCodes.UnexpectedEnd);
        }

        tokens.Add(new(TokenKind.Cell, text[(at + 1)..end], at + 1));
        at = end + 1;
        return true;
    }

    private bool Symbol(int length) => Add(TokenKind.Symbol, at, at + length);

    private bool Follows(char next) => at + 1 < text.Length && text[at + 1] == next;

    private bool Add(TokenKind kind, int from, int to)
    {
        tokens.Add(new(kind, text[from..to], from + 1));
        at = to;
        return true;
    }

    private bool Fault(string code, params object?[] arguments)
    {
        faults.Add(at + 1, code, arguments);
        return false;
    }

    private void SkipSpaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
