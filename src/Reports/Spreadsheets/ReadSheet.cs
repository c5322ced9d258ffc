namespace Responsables.Reports.Spreadsheets;

/// <summary>What a cell holds.</summary>
public enum ReadKind
{
    Text,

    /// <summary>A number as the file writes it, with how it is shown.</summary>
    Number,
    Boolean,

    /// <summary>The result of a formula that failed: <c>#DIV/0!</c>.</summary>
    Error,

    /// <summary>A formula of which the file has no result.</summary>
    NoResult,
}

/// <summary>How a number is shown, where that changes what it means.</summary>
public enum NumberLook { Plain, Percent, Date }

/// <summary>A cell that holds something.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Text">The text, the number as it is written, <c>1</c> or <c>0</c>, the name of the error.</param>
public readonly record struct ReadCell(int Column, ReadKind Kind, string Text, NumberLook Look);

/// <summary>A row that holds something.</summary>
/// <param name="Number">As people see it, from 1.</param>
public sealed record ReadRow(int Number, IReadOnlyList<ReadCell> Cells)
{
    public ReadCell? this[int column]
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (cell.Column == column)
                {
                    return cell;
                }
            }

            return null;
        }
    }
}

/// <summary>Cells that were made one.</summary>
public readonly record struct ReadMerge(int FirstColumn, int FirstRow, int LastColumn, int LastRow);
