using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;

namespace Responsables.App.Consolidation;

/// <summary>Writes what a framework holds of a crosswalk: comma, LF, no BOM, numbers with a point. With figures, a value for each place where it is held.</summary>
public static class CrosswalkCsv
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { Delimiter = ",", NewLine = "\n" };

    /// <param name="figures">Null: without the columns of figures.</param>
    public static string Of(CrosswalkView view, IEnumerable<CoveredValue> values, HeldFigures? figures)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, Format);
        Write(csv, figures is null ? CrosswalkCells.Columns : [.. CrosswalkCells.Columns, "year", "values"]);
        foreach (var value in values)
        {
            var cells = CrosswalkCells.Of(view, value).Select(c => Organizations.OrganizationsCsvCells.Guarded(c ?? ""));
            Write(csv, figures is null ? cells : [.. cells, Year(figures), string.Join(';', value.Holding.By.Select(h => Value(figures, h)).OfType<string>())]);
        }

        csv.Flush();
        return text.ToString();
    }

    private static string Year(HeldFigures figures) => figures.Year?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string? Value(HeldFigures figures, Holder holder) =>
        figures.Figures.GetValueOrDefault(holder)?.Figure.Value is { } value
            ? $"{CrosswalkCells.NameOf(holder)}={value.ToString("0.############################", CultureInfo.InvariantCulture)}"
            : null;

    private static void Write(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
