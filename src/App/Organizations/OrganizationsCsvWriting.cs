using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Responsables.Domain.Organizations;

namespace Responsables.App.Organizations;

/// <summary>Writes periods as CSV.</summary>
internal static class OrganizationsCsvWriting
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        NewLine = "\n",
        ShouldQuote = cell => cell.Field is { } text && text.AsSpan().ContainsAny("\",\r\n"),
    };

    public static string Of(IEnumerable<OrganizationPeriod> periods)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Format))
        {
            WriteRow(csv, OrganizationsCsv.Columns);
            foreach (var period in periods)
            {
                WriteRow(csv, CellsOf(period));
            }
        }

        return text.ToString();
    }

    /// <summary>One period as a line, without its end.</summary>
    public static string LineOf(OrganizationPeriod period)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Format))
        {
            WriteRow(csv, CellsOf(period));
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static IEnumerable<string> CellsOf(OrganizationPeriod period) =>
    [
        period.Code.Value,
        OrganizationsCsvCells.Guarded(period.Name),
        OrganizationsCsvCells.Guarded(period.ShortName),
        OrganizationsCsvCells.Of(period.Kind),
        OrganizationsCsvCells.Guarded(period.Network),
        OrganizationsCsvCells.Guarded(period.Branch),
        period.Parent?.Value ?? "",
        period.Region ?? "",
        period.Department ?? "",
        OrganizationsCsvCells.Of(period.ValidFrom),
        OrganizationsCsvCells.Of(period.ValidTo),
        string.Join(';', period.Successors.Select(s => s.Value)),
    ];
}
