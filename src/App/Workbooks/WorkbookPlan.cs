using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;

namespace Responsables.App.Workbooks;

/// <summary>One answer that a workbook would change, or about which the file and what is stored differ.</summary>
/// <param name="Body">The short name of the body.</param>
/// <param name="Sheet">Where it is in the file.</param>
/// <param name="By">Who stored the present answer, and when; null when nothing is stored.</param>
public sealed record PlannedAnswer(MergedAnswer Merged, Variable Variable, string Body, string Sheet, string Cell, string? By, DateTimeOffset? At)
{
    public string Place => WorkbookLine.PlaceOf(Sheet, Cell);

    /// <summary>Names it in a form: the body, the question, its cell.</summary>
    public string Name => $"{Merged.Key.Organization}.{Submissions.AnswerPlace.Of(Merged.Key.Variable, Merged.Key.Cell)}";
}

/// <summary>What taking a workbook in would do, or why it cannot be.</summary>
/// <param name="Bodies">Bodies whose answers would change, or about which there is a conflict.</param>
/// <param name="Problems">What refuses it, whatever is chosen: all of it, each with its place in the file.</param>
/// <param name="Checks">Errors that the answers would bring, with the choices made so far: they refuse it too.</param>
/// <param name="Token">Holds as long as the file and what is stored of its answers do: what was shown is what is done.</param>
public sealed record WorkbookPlan(
    int Year, IReadOnlyList<OrganizationCode> Of, int Bodies, IReadOnlyList<PlannedAnswer> Taken, IReadOnlyList<PlannedAnswer> Conflicts, int Untouched, int Agreed,
    IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Checks, string Token)
{
    /// <summary>Most faults told one by one; the rest is told as a number.</summary>
    private const int MostFaults = 200;

    public bool IsRefused => Problems.Count > 0 || (Checks.Count > 0 && Conflicts.Count == 0);

    /// <summary>Faults, no more than can be read.</summary>
    internal static IReadOnlyList<Problem> Told(IReadOnlyCollection<Problem> problems) => problems.Count <= MostFaults
        ? [.. problems]
        : [.. problems.Take(MostFaults), new Problem("submissions.more-faults", null, problems.Count - MostFaults)];

    internal static string TokenOf(string hash, IEnumerable<PlannedAnswer> answers)
    {
        var text = new StringBuilder(hash);
        foreach (var answer in answers)
        {
            var (mine, theirs) = (answer.Merged.Mine, answer.Merged.Theirs);
            foreach (var part in (string?[])[answer.Name, mine.State.ToString(), mine.Value, mine.Comment, theirs.State.ToString(), theirs.Value, theirs.Comment])
            {
                text.Append(part?.Length ?? -1).Append(':').Append(part);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>An answer in one line, for messages.</summary>
    internal static string Shown(Variable variable, WorkbookAnswer answer)
    {
        var value = answer.State == AnswerState.Given ? WorkbookValues.Shown(variable, answer.Value!) : WorkbookStates.Of(answer.State) ?? "—";
        return answer.Comment is null ? value : $"{value} ({answer.Comment})";
    }
}
