using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Workbooks;

/// <summary>What a workbook was made from, and for: kept inside it and signed, so that what it brings back is compared with what both started from.</summary>
/// <param name="Instance">Which instance made it (see <see cref="InstanceOf"/>).</param>
/// <param name="Supplements">What branches added to the framework, by version.</param>
/// <param name="Bodies">The bodies it has sheets for.</param>
/// <param name="Answers">What was stored of what whoever made it may read; a place that is not listed was empty.</param>
public sealed record WorkbookOrigin(
    string Instance, Guid Campaign, int Year, FrameworkCode Framework, int FrameworkVersion, string Supplements, DateTimeOffset MadeAt,
    IReadOnlyList<OrganizationCode> Bodies, IReadOnlyDictionary<WorkbookKey, WorkbookAnswer> Answers)
{
    /// <summary>Version of this form of workbook.</summary>
    public const string Form = "responsables-classeur-1";

    /// <summary>Cells of a row of an answer.</summary>
    private const int Columns = 6;

    /// <summary>Names an instance by its secret without telling it.</summary>
    public static string InstanceOf(ReadOnlySpan<byte> secret) => Convert.ToHexStringLower(SHA256.HashData(secret))[..16];

    /// <summary>The rows of the hidden sheet: what it was made for, then its answers. No cell has a sign that a spreadsheet would write otherwise.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows()
    {
        yield return [Form, Instance];
        yield return ["campagne", Campaign.ToString()];
        yield return ["exercice", Year.ToString(CultureInfo.InvariantCulture)];
        yield return ["referentiel", Framework.Value, FrameworkVersion.ToString(CultureInfo.InvariantCulture), Written(Supplements)];
        yield return ["date", MadeAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)];
        foreach (var body in Bodies)
        {
            yield return ["organisme", body.Value];
        }

        foreach (var (key, answer) in Answers.OrderBy(a => a.Key.Organization.Value, StringComparer.Ordinal)
            .ThenBy(a => a.Key.Variable.Value, StringComparer.Ordinal).ThenBy(a => a.Key.Cell.Value, StringComparer.Ordinal))
        {
            yield return
            [
                key.Organization.Value, key.Variable.Value, Written(key.Cell.Value), answer.State.ToString(), Written(answer.Value ?? ""), Written(answer.Comment ?? ""),
            ];
        }
    }

    /// <summary>HMAC-SHA256 of the rows, hexadecimal.</summary>
    public static string Signature(IEnumerable<IReadOnlyList<string>> rows, ReadOnlySpan<byte> secret)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        foreach (var row in rows)
        {
            // Length before content, so that no text can pass for a boundary.
            mac.AppendData(Encoding.UTF8.GetBytes(string.Concat(row.SelectMany(c => (string[])[c.Length.ToString(CultureInfo.InvariantCulture), ":", c])) + "\n"));
        }

        return Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    /// <summary>Reads rows whose signature holds; null when they are not those of this form of workbook.</summary>
    public static WorkbookOrigin? Read(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows is not [[Form, var instance], ["campagne", var id], ["exercice", var year], ["referentiel", var framework, var version, var supplements], ["date", var date], ..]
            || !Guid.TryParse(id, out var campaign))
        {
            return null;
        }

        var bodies = new List<OrganizationCode>();
        var answers = new Dictionary<WorkbookKey, WorkbookAnswer>();
        foreach (var row in rows.Skip(5))
        {
            if (row is ["organisme", var body])
            {
                bodies.Add(new OrganizationCode(body));
            }
            else if (row.Count == Columns && Enum.TryParse<AnswerState>(row[3], out var state))
            {
                answers[new WorkbookKey(new OrganizationCode(row[0]), new VariableCode(row[1]), new CellKey(Read(row[2])))] =
                    WorkbookAnswer.Of(state, Read(row[4]), Read(row[5]));
            }
            else
            {
                return null;
            }
        }

        return new WorkbookOrigin(
            instance, campaign, int.Parse(year, CultureInfo.InvariantCulture), new FrameworkCode(framework), int.Parse(version, CultureInfo.InvariantCulture), Read(supplements),
            DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), bodies, answers);
    }

    // Between bars, so that neither an empty cell nor spaces at the ends are lost; breaks and what spreadsheets escape are spelt.
    private static string Written(string text) => $"|{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("_", "\\u", StringComparison.Ordinal)}|";

    private static string Read(string text)
    {
        var read = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
        {
            read.Append(text[i] != '\\' ? text[i] : text[++i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'u' => '_', var other => other });
        }

        return read.ToString();
    }
}
