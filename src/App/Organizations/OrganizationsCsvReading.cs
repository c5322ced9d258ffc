using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>Reads the text of a file: its table, its header, each row, then what the rows say together.</summary>
internal static class OrganizationsCsvReading
{
    public static Outcome<IReadOnlyList<OrganizationPeriod>> Of(string text, IReadOnlyList<OrganizationPeriod> kept)
    {
        var table = OrganizationsCsvTable.Of(text);
        if (table.HasTooManyRows)
        {
            return Refused([new(OrganizationsCsvProblems.TooManyRows, null, OrganizationsCsv.MaxRows)]);
        }

        var cut = table.UnclosedQuoteLine is { } line
            ? new Problem(OrganizationsCsvProblems.Truncated, OrganizationsCsvPlace.Of(line))
            : null;
        if (table.Lines.Count == 0)
        {
            return Refused([cut ?? new(OrganizationsCsvProblems.NoRows, null)]);
        }

        var header = OrganizationsCsvHeader.Of(table.Lines[0]);
        var rows = header.Positions is null ? [] : table.Lines.Skip(1).Select(l => OrganizationsCsvRow.Of(l, header)).ToArray();
        var problems = header.Problems.ToList();
        if (header.Positions is not null && cut is null)
        {
            problems.AddRange(rows.Length == 0 ? [new(OrganizationsCsvProblems.NoRows, null)] : ProblemsOf(rows, kept));
        }
        else
        {
            problems.AddRange(rows.SelectMany(r => r.Faults).Select(f => f.AsProblem()));
        }

        problems.AddRange(cut is null ? [] : [cut]);
        return problems.Count == 0 ? Outcome.Done<IReadOnlyList<OrganizationPeriod>>(rows.Select(r => r.Period).ToArray()) : Refused(problems);
    }

    /// <summary>The faults of the rows, and those of the register they would make, less those that only follow from a row that could not
    /// be read.</summary>
    private static IEnumerable<Problem> ProblemsOf(OrganizationsCsvRow[] rows, IReadOnlyList<OrganizationPeriod> kept)
    {
        var listed = rows.Select(r => r.Period.Code).ToHashSet();
        var periods = rows.Select(r => r.Period).Concat(kept.Where(p => !listed.Contains(p.Code))).ToArray();
        var unread = rows.Where(r => !r.IsReliable).Select(r => r.Period.Code).ToHashSet();
        var together = RegisterFaults.In(periods).Where(f => !FollowsFromUnread(f)).ToArray();
        return rows.SelectMany(r => r.Faults)
            .Concat(together.Where(f => f.Index is null || f.Index < rows.Length)
                .Select(f => new CsvFault(f.Index is { } i ? rows[i].Line : 0, f.Field, f.Code, f.Arguments)))
            .OrderBy(f => f.Line)
            .ThenBy(f => f.Field)
            .Select(f => f.AsProblem())
            // What the file does to organisations that it does not list is told at their code.
            .Concat(together.Where(f => f.Index >= rows.Length).Select(f => f.AsProblem(periods)));

        bool FollowsFromUnread(RegisterFault fault) =>
            (fault.Index is { } index && index < rows.Length && !rows[index].IsAligned)
            || (fault.Involved is null ? unread.Count > 0 : fault.Involved.Any(unread.Contains));
    }

    private static Outcome<IReadOnlyList<OrganizationPeriod>> Refused(List<Problem> problems)
    {
        var told = problems.Take(OrganizationsCsv.MaxFaults).ToList();
        if (problems.Count > told.Count)
        {
            told.Add(new(OrganizationsCsvProblems.MoreFaults, null, problems.Count - told.Count));
        }

        return Outcome.Refused<IReadOnlyList<OrganizationPeriod>>(told);
    }
}
