using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>A fault of one row; line 0 when it is about the whole file.</summary>
internal sealed record CsvFault(int Line, PeriodField? Field, string Code, params object?[] Arguments)
{
    public Problem AsProblem() => new(
        Code,
        Line == 0 ? null : OrganizationsCsvPlace.Of(Line, Field is { } field ? OrganizationsCsv.Columns[(int)field] : null),
        Arguments);
}

/// <summary>A row as a period. What could not be read is left open, and said.</summary>
/// <param name="IsAligned">Whether its cells stand in their columns; else nothing of it but its code can be trusted.</param>
/// <param name="IsReliable">Whether its kind and dates could be read.</param>
internal sealed record OrganizationsCsvRow(int Line, OrganizationPeriod Period, IReadOnlyList<CsvFault> Faults, bool IsAligned, bool IsReliable)
{
    public static OrganizationsCsvRow Of(CsvLine line, OrganizationsCsvHeader header)
    {
        var faults = new List<CsvFault>();
        var isAligned = line.HasSoundQuotes && line.Cells.Count == header.Width;
        var kind = Kind();
        var from = Date(PeriodField.ValidFrom);
        var to = Date(PeriodField.ValidTo);
        var period = new OrganizationPeriod(
            new(Cell(PeriodField.Code)),
            Text(PeriodField.Name),
            Text(PeriodField.ShortName),
            kind,
            Text(PeriodField.Network),
            Text(PeriodField.Branch),
            Cell(PeriodField.Parent) is { Length: > 0 } parent ? new OrganizationCode(parent) : null,
            Cell(PeriodField.Region) is { Length: > 0 } region ? region : null,
            Cell(PeriodField.Department) is { Length: > 0 } department ? department : null,
            from,
            to,
            Cell(PeriodField.Successors)
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(s => new OrganizationCode(s))
                .ToArray());
        return isAligned
            ? new(line.Line, period, faults, true, faults.Count == 0)
            : new(line.Line, period, [FaultOfAlignment(line, header)], false, false);

        string Cell(PeriodField field)
        {
            var position = header.Positions![(int)field];
            return position < line.Cells.Count ? line.Cells[position] : "";
        }

        string Text(PeriodField field) => OrganizationsCsvCells.Unguarded(Cell(field));

        OrganizationKind Kind()
        {
            var cell = Cell(PeriodField.Kind);
            if (!OrganizationsCsvCells.Kinds.TryGetValue(cell, out var known))
            {
                faults.Add(new(
                    line.Line, PeriodField.Kind, OrganizationsCsvProblems.UnknownKind, cell, string.Join(", ", OrganizationsCsvCells.Kinds.Keys)));
            }

            return known;
        }

        DateOnly? Date(PeriodField field)
        {
            var cell = Cell(field);
            if (!OrganizationsCsvCells.TryDate(cell, out var date))
            {
                faults.Add(new(line.Line, field, OrganizationsCsvProblems.BadDate, cell));
            }

            return date;
        }
    }

    private static CsvFault FaultOfAlignment(CsvLine line, OrganizationsCsvHeader header) => line.HasSoundQuotes
        ? new(line.Line, null, OrganizationsCsvProblems.WrongWidth, line.Cells.Count, header.Width)
        : new(line.Line, null, OrganizationsCsvProblems.BadQuotes);
}
