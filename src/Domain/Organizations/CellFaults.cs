using System.Text.RegularExpressions;

namespace Responsables.Domain.Organizations;

/// <summary>What is wrong with a period looked at alone.</summary>
internal static partial class CellFaults
{
    private static readonly string[] ReservedBeginnings = ["reg-", "dep-", "net-", "br-", "size-"];

    public static IEnumerable<RegisterFault> In(IReadOnlyList<OrganizationPeriod> periods) =>
        periods.SelectMany((period, index) => In(period, index));

    private static IEnumerable<RegisterFault> In(OrganizationPeriod period, int index) =>
    [
        .. OfCode(period.Code.Value, index),
        .. OfText(period.Name, PeriodField.Name, 300, true, period, index),
        .. OfText(period.ShortName, PeriodField.ShortName, 120, true, period, index),
        .. OfText(period.Network, PeriodField.Network, 120, false, period, index),
        .. OfText(period.Branch, PeriodField.Branch, 120, false, period, index),
        .. OfPlace(period.Region, PeriodField.Region, index),
        .. OfPlace(period.Department, PeriodField.Department, index),
    ];

    private static IEnumerable<RegisterFault> OfCode(string code, int index)
    {
        if (!CodeShape().IsMatch(code))
        {
            yield return new(index, PeriodField.Code, RegisterProblems.BadCode, [], code);
        }
        else if (ReservedBeginnings.FirstOrDefault(b => code.StartsWith(b, StringComparison.Ordinal)) is { } beginning)
        {
            yield return new(index, PeriodField.Code, RegisterProblems.ReservedCode, [], code, beginning);
        }
    }

    private static IEnumerable<RegisterFault> OfText(
        string text, PeriodField field, int longest, bool required, OrganizationPeriod period, int index)
    {
        if (required && string.IsNullOrWhiteSpace(text))
        {
            yield return new(index, field, RegisterProblems.Required, [], period.Code.Value);
        }

        if (text.Length > longest)
        {
            yield return new(index, field, RegisterProblems.TooLong, [], text.Length, longest);
        }

        if (text.Any(char.IsControl))
        {
            yield return new(index, field, RegisterProblems.ControlCharacter, [], period.Code.Value);
        }
    }

    private static IEnumerable<RegisterFault> OfPlace(string? place, PeriodField field, int index)
    {
        if (place is not null && !PlaceShape().IsMatch(place))
        {
            yield return new(index, field, RegisterProblems.BadPlace, [], place);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,63}\z")]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"\A[0-9A-Z]{1,10}\z")]
    private static partial Regex PlaceShape();
}
