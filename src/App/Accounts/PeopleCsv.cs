using System.Globalization;
using System.Text;
using Responsables.App.Organizations;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>A person of a file, and the line that tells of them.</summary>
public sealed record PersonRow(int Line, NewInvitation Invitation);

/// <summary>What a file of people says: its rows, and every fault of their writing, each with its line and column.</summary>
public sealed record PeopleRead(IReadOnlyList<PersonRow> Rows, IReadOnlyList<Problem> Problems);

/// <summary>
/// Reads people to invite: three columns with a header (<c>email</c>, <c>role</c>, <c>organisme</c>), separated by semicolons, commas or tabs, so that
/// rows copied from a spreadsheet can be pasted as they are.
/// </summary>
public static class PeopleCsv
{
    /// <summary>The columns, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> Columns = ["email", "role", "organisme"];

    /// <summary>Rows of one file at most: each makes a message.</summary>
    public const int MaxRows = 200;

    /// <summary>How each role is written; accents and capitals do not matter.</summary>
    public static readonly IReadOnlyDictionary<string, Role> Words = new Dictionary<string, Role>
    {
        ["contribution"] = Role.Contributor,
        ["direction"] = Role.Director,
        ["coordination"] = Role.Coordinator,
        ["federation"] = Role.Federation,
        ["comite"] = Role.Committee,
        ["audit"] = Role.Auditor,
    };

    public static PeopleRead Read(string text)
    {
        var content = text.TrimStart('\uFEFF');
        var table = OrganizationsCsvTable.Of(content, SeparatorOf(content));
        if (table.UnclosedQuoteLine is { } cut)
        {
            return Refused(new Problem("accounts.csv-truncated", Place(cut)));
        }

        if (table.Lines.Count < 2)
        {
            return Refused(new Problem("accounts.csv-empty", null, string.Join(" ; ", Columns)));
        }

        if (table.Lines.Count - 1 > MaxRows)
        {
            return Refused(new Problem("accounts.csv-too-many", null, MaxRows));
        }

        var names = table.Lines[0].Cells.Select(Plain).ToList();
        var faults = Columns.Where(c => !names.Contains(c)).Select(c => new Problem("accounts.csv-column-missing", Place(table.Lines[0].Line, c), c))
            .Concat(names.Where(n => !Columns.Contains(n)).Select(n => new Problem("accounts.csv-column-unknown", Place(table.Lines[0].Line), n, string.Join(" ; ", Columns))))
            .Concat(names.GroupBy(n => n).Where(n => n.Count() > 1 && Columns.Contains(n.Key)).Select(n => new Problem("accounts.csv-column-twice", Place(table.Lines[0].Line, n.Key), n.Key)))
            .ToList();
        return faults.Count > 0 ? new PeopleRead([], faults) : Rows([.. table.Lines.Skip(1)], names);
    }

    internal static string Place(int line, string? column = null) => OrganizationsCsvPlace.Of(line, column);

    private static PeopleRead Rows(CsvLine[] lines, List<string> names)
    {
        var rows = new List<PersonRow>();
        var problems = new List<Problem>();
        foreach (var line in lines)
        {
            if (!line.HasSoundQuotes || line.Cells.Count != names.Count)
            {
                problems.Add(new Problem("accounts.csv-width", Place(line.Line), line.Cells.Count, names.Count));
                continue;
            }

            string Cell(int column) => line.Cells[names.IndexOf(Columns[column])];
            Role? role = Words.TryGetValue(Plain(Cell(1)), out var known) ? known : null;
            if (role is null && Cell(1).Length > 0)
            {
                problems.Add(new Problem("accounts.csv-role", Place(line.Line, Columns[1]), Cell(1), string.Join(", ", Words.Keys)));
            }
            else
            {
                rows.Add(new PersonRow(line.Line, new NewInvitation(Cell(0), role, Cell(2) is { Length: > 0 } code ? new OrganizationCode(code) : null)));
            }
        }

        return new PeopleRead(rows, problems);
    }

    private static PeopleRead Refused(Problem problem) => new([], [problem]);

    // The header decides: it holds no quoted cell.
    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan();
        header = header.TrimStart("\r\n");
        header = header.IndexOfAny('\r', '\n') is var end and >= 0 ? header[..end] : header;
        return header.Contains('\t') ? '\t' : header.Contains(';') ? ';' : ',';
    }

    private static string Plain(string text) => new string(
        [.. text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);
}
