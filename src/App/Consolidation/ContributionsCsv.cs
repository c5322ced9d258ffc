using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Responsables.App.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Consolidation;

/// <summary>Writes what each body brings to a figure: comma, LF, no BOM, numbers with a point. A text is never left to be read as a formula.</summary>
public static class ContributionsCsv
{
    private static readonly string[] Columns =
        ["year", "node", "indicator", "level", "organization", "name", "state", "value", "numerator", "denominator", "share_percent"];

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { Delimiter = ",", NewLine = "\n" };

    public static string Of(OpenedFigure figure)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, Format);
        Write(csv, Columns);
        foreach (var c in figure.Contributions)
        {
            Write(csv,
            [
                Of(figure.Campaign.Year), OrganizationsCsvCells.Guarded(figure.Node.Value), figure.Indicator.Code.Value, Of(figure.Level),
                OrganizationsCsvCells.Guarded(c.Body.Code.Value), OrganizationsCsvCells.Guarded(c.Body.Name), Of(c.State), Of(c.Value),
                Of(c.Numerator), Of(c.Denominator), Of(c.Share),
            ]);
        }

        csv.Flush();
        return text.ToString();
    }

    private static string Of(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    private static string Of(Domain.Consolidation.FigureLevel level) => level switch
    {
        Domain.Consolidation.FigureLevel.Validated => "validated",
        Domain.Consolidation.FigureLevel.Submitted => "submitted",
        _ => "all",
    };

    private static string Of(AnswerState state) => state switch
    {
        AnswerState.Given => "answered",
        AnswerState.NotApplicable => "sans_objet",
        AnswerState.Unavailable => "indisponible",
        _ => "missing",
    };

    private static void Write(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
