using System.Text.RegularExpressions;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications.Documents;

/// <summary>Titles of indicators beside a large number: « % de salariés en télétravail » says its unit twice there.</summary>
internal static partial class IndicatorTitles
{
    public static string Beside(EditionIndicator indicator)
    {
        var title = indicator.Title.Trim().Trim('«', '»', '\u00a0', '\u202f', ' ');
        // A question has no value: its figure is the share of the bodies that said yes.
        if (title.Contains('?', StringComparison.Ordinal))
        {
            return $"{indicator.Main.Label} – {title}";
        }

        var bare = FigureText.IsShare(indicator.Main.Unit) ? Percent().Replace(title, "") : title;
        return char.ToUpper(bare[0], System.Globalization.CultureInfo.GetCultureInfo("fr-FR")) + bare[1..];
    }

    [GeneratedRegex(@"^%\s*(d[’']|de |des )")]
    private static partial Regex Percent();
}
