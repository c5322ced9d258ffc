using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>Where each column stands, and what is wrong with the header.</summary>
/// <param name="Positions">Position of each of <see cref="OrganizationsCsv.Columns"/>; null when one is missing: rows mean nothing then.</param>
internal sealed record OrganizationsCsvHeader(IReadOnlyList<int>? Positions, int Width, IReadOnlyList<Problem> Problems)
{
    public static OrganizationsCsvHeader Of(CsvLine header)
    {
        var names = header.Cells;
        if (names.Count == 1 && names[0].FirstOrDefault(c => c is ';' or '\t') is var separator && separator != '\0')
        {
            return new(null, 1, [At(OrganizationsCsvProblems.WrongSeparator, null, separator == '\t' ? "tab" : ";")]);
        }

        var problems = names.Distinct().Except(OrganizationsCsv.Columns)
            .Select(n => At(OrganizationsCsvProblems.UnknownColumn, n, n, string.Join(", ", OrganizationsCsv.Columns)))
            .Concat(names.GroupBy(n => n).Where(n => n.Count() > 1).Select(n => At(OrganizationsCsvProblems.DuplicateColumn, n.Key, n.Key)))
            .Concat(OrganizationsCsv.Columns.Except(names).Select(c => At(OrganizationsCsvProblems.MissingColumn, c, c)))
            .ToArray();
        var positions = OrganizationsCsv.Columns.Select(c => names.ToList().IndexOf(c)).ToArray();
        return new(positions.Contains(-1) ? null : positions, names.Count, problems);

        Problem At(string code, string? column, params object?[] arguments) =>
            new(code, OrganizationsCsvPlace.Of(header.Line, column), arguments);
    }
}
