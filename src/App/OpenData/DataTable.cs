using System.Text;
using Responsables.App.Submissions;

namespace Responsables.App.OpenData;

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind
{
    /// <summary>A text that people or files wrote: guarded against spreadsheets.</summary>
    String,

    Integer,

    /// <summary>With a point; never guarded, never rounded.</summary>
    Number,

    Boolean,

    Date,
}

/// <summary>A column of a table.</summary>
/// <param name="IsRequired">Whether no cell of it is empty.</param>
/// <param name="Choices">The only values that a cell may have; empty: any.</param>
public sealed record DataColumn(string Name, ColumnKind Kind, bool IsRequired, IReadOnlyList<string> Choices);

/// <summary>A table as files: comma, LF, header first, UTF-8.</summary>
/// <param name="Key">The columns that tell a row from the others.</param>
public sealed record DataTable(string Name, IReadOnlyList<DataColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The table as a file; cells in the order of the columns, null for an empty one.</summary>
    public byte[] Csv(IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder().AppendJoin(',', Columns.Select(c => c.Name)).Append('\n');
        foreach (var row in rows)
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                Write(text, i, row[i] ?? "");
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(StringBuilder text, int column, string cell)
    {
        if (column > 0)
        {
            text.Append(',');
        }

        var written = Columns[column].Kind == ColumnKind.String ? SpreadsheetGuard.Guarded(cell) : cell;
        _ = written.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text.Append(written) : text.Append('"').Append(written.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
