using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Evidence;

/// <summary>A piece beside an answer of a year.</summary>
/// <param name="TieTo">The dossier of the present year to which this person may tie it again, for the same question; null when they may not, or when it is there.</param>
public sealed record BodyEvidenceLine(TiedPiece Tied, int Year, Variable Variable, Guid? TieTo);

/// <summary>The evidence of a body over the years.</summary>
/// <param name="Lines">Those that the filters keep, the latest year first, in the order of the questions.</param>
/// <param name="Years">Years that have some.</param>
/// <param name="Variables">Questions that have some.</param>
/// <param name="Present">The year to which pieces may be tied again; null: none.</param>
public sealed record BodyEvidence(
    OrganizationCode Organization, string Name, IReadOnlyList<BodyEvidenceLine> Lines, IReadOnlyList<int> Years, IReadOnlyList<Variable> Variables, int? Present);

/// <summary>Reads the evidence of a body, year after year, each piece for whoever may read the answer beside which it stands.</summary>
public sealed class BodyEvidenceQuery(AppDb db, SubmissionQuery submissions, EvidenceAccess access, EvidenceQuery evidence, TimeProvider clock)
{
    /// <summary>Null when this person follows nothing of the body.</summary>
    public async Task<BodyEvidence?> RunAsync(Actor actor, OrganizationCode organization, int? year, VariableCode? variable, CancellationToken cancel)
    {
        var dossiers = await db.Submissions.AsNoTracking().Where(s => s.Organization == organization).OrderByDescending(s => s.Campaign.Year)
            .Select(s => new { s.Id, s.Campaign.Year, s.Name }).ToListAsync(cancel);
        // The latest that this person follows: somebody who has questions of a year has none of the next.
        Present? latest = null;
        foreach (var dossier in dossiers)
        {
            latest ??= await PresentAsync(actor, dossier.Id, cancel);
        }

        if (latest is null)
        {
            return null;
        }

        var held = (await db.EvidenceTies.Where(t => t.Piece.Organization == organization && t.RemovedAt == null).Select(t => t.SubmissionId).Distinct().ToListAsync(cancel)).ToHashSet();
        var lines = new List<BodyEvidenceLine>();
        foreach (var dossier in dossiers.Where(d => held.Contains(d.Id)))
        {
            if (await access.OpenAsync(actor, dossier.Id, cancel) is { } readable)
            {
                lines.AddRange(from shown in await evidence.ShownAsync(readable, null, cancel)
                    from tied in shown
                    select new BodyEvidenceLine(tied, dossier.Year, readable.Dossier.Compiled.Framework.Variable(shown.Key), null));
            }
        }

        var now = lines.Where(l => l.Tied.Tie.SubmissionId == latest.Id).Select(l => (l.Tied.Tie.PieceId, l.Tied.Tie.Variable)).ToHashSet();
        return new BodyEvidence(
            organization, dossiers[0].Name,
            [.. lines.Where(l => (year is null || l.Year == year) && (variable is null || l.Variable.Code == variable))
                .OrderByDescending(l => l.Year).ThenBy(l => l.Variable.Label, StringComparer.CurrentCultureIgnoreCase).ThenBy(l => l.Tied.Tie.At)
                .Select(l => l with { TieTo = latest.MayTie(l.Variable.Code) && !now.Contains((l.Tied.Tie.PieceId, l.Variable.Code)) ? latest.Id : null })],
            [.. lines.Select(l => l.Year).Distinct().OrderDescending()],
            [.. lines.Select(l => l.Variable).DistinctBy(v => v.Code).OrderBy(v => v.Label, StringComparer.CurrentCultureIgnoreCase)],
            latest.Year);
    }

    private async Task<Present?> PresentAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (await submissions.RunAsync(actor, id, cancel) is not { } view)
        {
            return null;
        }

        var dossier = view.Dossier;
        var open = !EvidenceGuards.Adding(dossier, clock.GetUtcNow()).Any();
        var whole = actor.May(Permission.EnterAnswers, dossier.Place);
        return new Present(id, open && (whole || view.Assigned is not null) ? dossier.Campaign.Year : null, v => open && dossier.Questionnaire.Asks(v) && (whole || view.Assigned?.Contains(v) == true));
    }

    private sealed record Present(Guid Id, int? Year, Func<VariableCode, bool> MayTie);
}
