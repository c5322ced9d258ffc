using System.Globalization;
using System.Text;
using Responsables.App.Dashboards;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Series;

/// <summary>The values of a series as a file: comma, LF, header first, values with a point.</summary>
internal static class SeriesCsv
{
    public static string Of(SeriesSheet sheet)
    {
        var text = new StringBuilder("year,reading,framework,indicator,value,numerator,denominator,organizations,break\n");
        foreach (var read in sheet.Readings)
        {
            foreach (var point in read.Points)
            {
                text.Append(CultureInfo.InvariantCulture, $"{point.Year},{SeriesUrls.Word(read.History.Reading)},{point.Framework},{point.Indicator},")
                    .Append(CultureInfo.InvariantCulture, $"{Number(point.Value)},{Number(point.Figure?.Numerator)},{Number(point.Figure?.Denominator)},")
                    .Append(CultureInfo.InvariantCulture, $"{point.Bodies?.Bodies},{string.Join(';', point.Breaks.Select(b => b.Kind).Distinct())}\n");
            }
        }

        return text.ToString();
    }

    private static string Number(decimal? value) => value is { } number ? NumberInput.Canonical(number) : "";
}
