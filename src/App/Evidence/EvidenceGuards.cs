using Responsables.App.Submissions;
using Responsables.Domain.Evidence;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Evidence;

/// <summary>Whether a piece may be put beside an answer, or taken away. Pure: the same answer draws the button and refuses the request.</summary>
public static class EvidenceGuards
{
    /// <summary>Until the campaign is closed, signed or not: what a reviewer asks to see need not reopen the signature, and a late piece says that it is one.</summary>
    public static IEnumerable<Problem> Adding(Dossier dossier, DateTimeOffset now) => SubmissionGuards.Assigning(dossier.Campaign, now);

    /// <summary>While the answer itself may be changed: what was signed keeps what it was signed with.</summary>
    public static IEnumerable<Problem> Removing(Dossier dossier, VariableCode variable, DateTimeOffset now) => dossier.IsOpen(variable)
        ? SubmissionGuards.Entering(dossier, now)
        : SubmissionGuards.Entering(dossier, now).Append(new Problem("evidence.signed-with", null));

    /// <summary>Whether one more piece, of so many bytes, goes beyond a limit.</summary>
    public static IEnumerable<Problem> Room(int tied, long kept, long size, string place)
    {
        if (tied >= EvidenceLimits.Question)
        {
            yield return new Problem("evidence.too-many", place, EvidenceLimits.Question);
        }

        if (kept + size > EvidenceLimits.Year)
        {
            yield return new Problem("evidence.year-full", place, EvidenceLimits.Megabytes(EvidenceLimits.Year));
        }
    }
}
