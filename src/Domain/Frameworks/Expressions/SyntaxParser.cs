using System.Globalization;

namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>Reads the syntax of formulas and rules, by binding power: <c>if</c>, then or, and, not, comparisons, sums, products, signs.</summary>
internal sealed class SyntaxParser
{
    private const int NotPower = 3;
    private const int ComparisonPower = 4;
    private const int SignPower = 7;
    private const int MaxDepth = 60;

    private readonly IReadOnlyList<Token> tokens;
    private readonly ExpressionFaults faults;
    private int at;
    private int depth;
    private bool failed;

    private SyntaxParser(IReadOnlyList<Token> tokens, ExpressionFaults faults) => (this.tokens, this.faults) = (tokens, faults);

    /// <summary>The syntax of a text; null when it has a fault, the first of which is told.</summary>
    public static Syntax? Parse(string text, ExpressionFaults faults)
    {
        var tokens = new Lexer(text, faults).Read();
        return tokens.Count == 0 ? null : new SyntaxParser(tokens, faults).Whole();
    }

    private Token Current => tokens[at];

    private Syntax? Whole()
    {
        var syntax = Expression(0);
        if (!failed && Current.Kind != TokenKind.End)
        {
            Unexpected();
        }

        return failed ? null : syntax;
    }

    private Syntax Expression(int power)
    {
        if (++depth > MaxDepth)
        {
            return Fail(Current.Column, FaultCodes.FormulaTooLong);
        }

        var left = Operand();
        while (!failed && Power(Current) is var next && next > power)
        {
            left = Infix(left, next);
        }

        depth--;
        return left;
    }

    private Syntax.Infix Infix(Syntax left, int power)
    {
        var sign = Take();
        var right = Expression(power);
        if (power == ComparisonPower && !failed && Power(Current) == ComparisonPower)
        {
            Unexpected();
        }

        return new(sign.Column, sign.Text, left, right);
    }

    private static int Power(Token token) => token.Kind is not (TokenKind.Word or TokenKind.Symbol) ? 0 : token.Text switch
    {
        "or" => 1,
        "and" => 2,
        "<" or "<=" or ">" or ">=" or "=" or "<>" => ComparisonPower,
        "+" or "-" => 5,
        "*" or "/" => 6,
        _ => 0,
    };

    private Syntax Operand()
    {
        var first = Take();
        return first switch
        {
            { Kind: TokenKind.Number } => Number(first),
            { Kind: TokenKind.Word, Text: "not" } => new Syntax.Prefix(first.Column, "not", Expression(NotPower)),
            { Kind: TokenKind.Word, Text: "if" } => If(first),
            { Kind: TokenKind.Word } when Current.Is("(") && !CodeShape.IsOperator(first.Text) => Call(first),
            { Kind: TokenKind.Word } when !CodeShape.IsKeyword(first.Text) => Name(first),
            { Kind: TokenKind.Symbol, Text: "-" } => new Syntax.Prefix(first.Column, "-", Expression(SignPower)),
            { Kind: TokenKind.Symbol, Text: "(" } => Parenthesis(),
            _ => Unexpected(first),
        };
    }

    private Syntax.Number Number(Token token) =>
        decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < CodeShape.MaxNumber
            ? new Syntax.Number(token.Column, value)
            : Fail(token.Column, FaultCodes.BadNumber, token.Text);

    private Syntax Name(Token word)
    {
        var cell = Current.Kind == TokenKind.Cell ? Take().Text : null;
        var optional = Accept("?");
        var name = new Syntax.Name(word.Column, word.Text, cell, optional);
        return Accept("answered") ? new Syntax.Answered(word.Column, name) : name;
    }

    private Syntax.Call Call(Token word)
    {
        Expect("(");
        var argument = Expression(0);
        Expect(")");
        return new(word.Column, word.Text, argument);
    }

    private Syntax.If If(Token word)
    {
        var condition = Expression(0);
        Expect("then");
        return new(word.Column, condition, Expression(0));
    }

    private Syntax Parenthesis()
    {
        var inside = Expression(0);
        Expect(")");
        return inside;
    }

    private Token Take() => Current.Kind == TokenKind.End ? Current : tokens[at++];

    private bool Accept(string text)
    {
        var found = Current.Is(text);
        at += found ? 1 : 0;
        return found;
    }

    private void Expect(string text)
    {
        if (!failed && !Accept(text))
        {
            Unexpected();
        }
    }

    private void Unexpected() => Unexpected(Current);

    private Syntax.Number Unexpected(Token token) => token.Kind == TokenKind.End
        ? Fail(token.Column, FaultCodes.UnexpectedEnd)
        : Fail(token.Column, FaultCodes.Unexpected, token.Text);

    private Syntax.Number Fail(int column, string code, params object?[] arguments)
    {
        if (!failed)
        {
            faults.Add(column, code, arguments);
        }

        failed = true;
        at = tokens.Count - 1;
        return new(column, 0);
    }
}
