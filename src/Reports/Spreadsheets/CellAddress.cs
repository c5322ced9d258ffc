using System.Globalization;

namespace Responsables.Reports.Spreadsheets;

/// <summary>Where a cell is: <c>C7</c>.</summary>
public static class CellAddress
{
    /// <summary>Columns that a sheet may have.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Rows that a sheet may have.</summary>
    public const int MostRows = 1_048_576;

    /// <param name="column">From 1.</param>
    public static string Of(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column, from 1.</summary>
    public static string Column(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>The column and row of an address; null when it is none.</summary>
    public static (int Column, int Row)? Read(ReadOnlySpan<char> text)
    {
        var (column, at) = (0, 0);
        for (; at < text.Length && at < 4 && char.IsAsciiLetter(text[at]); at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A' + 1);
        }

        return at > 0 && column <= MostColumns && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= MostRows
            ? (column, row)
            : null;
    }
}
