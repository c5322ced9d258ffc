using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;

namespace Responsables.App.Reviews;

/// <summary>Writes the federation's acceptance and points every block to it.</summary>
internal static class AcceptanceAct
{
    public static void Accept(AppDb db, Dossier dossier, Actor actor, Guid batch, DateTimeOffset now)
    {
        db.Acceptances.Add(new Acceptance
        {
            SubmissionId = dossier.Submission.Id,
            At = now,
            By = actor.Name,
            BatchId = batch,
            Content = string.Join('\n', dossier.Questionnaire.Blocks.Select(b => $"{b.Key} {dossier.Blocks[b.Key].Seal}")),
        });
        foreach (var block in dossier.Questionnaire.Blocks)
        {
            dossier.Blocks[block.Key].AcceptedSeal = dossier.Blocks[block.Key].Seal;
        }
    }
}
