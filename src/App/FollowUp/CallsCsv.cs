using System.Globalization;
using System.Text;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.FollowUp;

/// <summary>The list of who to call as a file: comma, LF, header; what a spreadsheet would take for a formula is guarded.</summary>
public static class CallsCsv
{
    private static readonly string[] Columns =
        ["organization", "name", "branch", "network", "region", "state", "late", "expected_on", "last_change", "contributors", "directors"];

    public static string Write(IEnumerable<CallLine> calls)
    {
        var text = new StringBuilder().AppendJoin(',', Columns).Append('\n');
        foreach (var call in calls)
        {
            text.AppendJoin(',', Cells(call).Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Cells(CallLine call) =>
    [
        call.Line.Organization.Value, call.Line.ShortName, call.Line.Branch, call.Line.Network, call.Line.Region ?? "",
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(call.Line.State.ToString()), call.Line.Late ? "true" : "false", IsoDay.Of(call.Day),
        call.Line.ChangedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "", Of(call, Role.Contributor), Of(call, Role.Director),
    ];

    private static string Of(CallLine call, Role role) => string.Join(';', call.People.Where(p => p.Role == role).Select(p => $"{p.Name} <{p.Email}>"));

    private static string Cell(string value)
    {
        var cell = SpreadsheetGuard.Guarded(value);
        return cell.AsSpan().ContainsAny("\",\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
