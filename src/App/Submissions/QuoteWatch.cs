namespace Responsables.App.Submissions;

/// <summary>Passes a text on, and knows whether a quote is left open at its end: what follows it is then not rows but the inside of a cell.</summary>
internal sealed class QuoteWatch(TextReader inner) : TextReader
{
    private int opened;
    private bool isQuoted;
    private bool isCellStart = true;
    private bool isDoubled;

    /// <summary>The line that was reached, from 1.</summary>
    public int Line { get; private set; } = 1;

    public bool IsAtEnd { get; private set; }

    /// <summary>The line of the quote that is still open.</summary>
    public int? UnclosedQuoteLine => isQuoted ? opened : null;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        IsAtEnd |= read == 0;
        foreach (var character in buffer.AsSpan(index, read))
        {
            See(character);
        }

        return read;
    }

    public override int Read() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // A quote opens a cell only as its first character.
    private void See(char character)
    {
        if (character == '"' && (isQuoted || isCellStart || isDoubled))
        {
            opened = isCellStart ? Line : opened;
            isDoubled = isQuoted;
            isQuoted = !isQuoted;
        }
        else
        {
            isDoubled = false;
        }

        isCellStart = !isQuoted && character is (',' or '\n' or '\r');
        Line += character == '\n' ? 1 : 0;
    }
}
