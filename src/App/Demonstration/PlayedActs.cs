using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>
/// Plays one dossier of the running year up to its stage, through the same guards and acts as the site: entry, signature, review, acceptance.
/// </summary>
internal sealed class PlayedActs(AppDb db, OrganizationTree tree, DateTimeOffset opening, DateTimeOffset now)
{
    private const int MostReturned = 3;

    public NewRows Rows { get; } = new();

    public List<TrailAct> Acts { get; } = [];

    public List<Problem> Problems { get; } = [];

    public void Play(Dossier dossier, ImaginedDossier imagined)
    {
        if (imagined.Stage == Stage.NotStarted)
        {
            return;
        }

        Enter(dossier, imagined.Answers.All, When(dossier, 0.10m, 0.62m, "saisie"));
        if (imagined.Stage >= Stage.Signed)
        {
            Sign(dossier, When(dossier, 0.63m, 0.78m, "signature"));
        }

        if (imagined.Stage >= Stage.Returned)
        {
            Review(dossier, imagined.Stage == Stage.Returned ? Returned(dossier) : [], When(dossier, 0.79m, 0.93m, "examen"));
        }

        if (imagined.Stage == Stage.Accepted)
        {
            Accept(dossier, When(dossier, 0.94m, 0.999m, "acceptation"));
        }
    }

    private void Enter(Dossier dossier, IEnumerable<Answer> answers, DateTimeOffset at)
    {
        var actor = DemonstrationPeople.Contributor(dossier.Place);
        Problems.AddRange(SubmissionGuards.Entering(dossier, at));
        var edits = answers.Select(a => new AnswerEdit(a.Variable, a.Cell, a.State, a.Value, a.Comment, null));
        var result = new EditAnswers(db, dossier, actor, at).Apply(edits, french: false, Rows.Answers);
        Problems.AddRange(result.Problems);
        foreach (var (topic, text) in Analyses.Of(dossier.Compiled.Framework, dossier.Place.Code, dossier.Campaign.Year))
        {
            db.Analyses.Add(new Analysis { SubmissionId = dossier.Submission.Id, Topic = topic, Text = text, Version = 1, ChangedAt = at, ChangedBy = actor.Name });
            result.After[$"analysis:{topic}"] = text;
        }

        Bring(dossier, at);
        Note(dossier, actor, at, "submissions.save", result.Before, result.After);
    }

    private void Sign(Dossier dossier, DateTimeOffset at)
    {
        var actor = DemonstrationPeople.Director(dossier);
        Problems.AddRange(SubmissionGuards.Signing(dossier, analyses: 0, at));
        var signature = SignatureAct.Sign(db, dossier, actor, at, isReprise: false, Rows);
        Bring(dossier, at);
        Note(dossier, actor, at, "submissions.sign", null, new { signature.Id, signature.Content });
    }

    private void Review(Dossier dossier, List<BlockDecision> returned, DateTimeOffset at)
    {
        var actor = DemonstrationPeople.Reviewer(dossier.Place, tree);
        var validated = dossier.Questionnaire.Blocks
            .Where(b => returned.TrueForAll(r => r.Block != b.Key))
            // A dossier that is returned is half read.
            .Where(b => returned.Count == 0 || new Draw(dossier.Place.Code.Value).Happens(0.6m, "validé " + b.Key))
            .Select(b => new BlockDecision(b.Key, ReviewDecision.Validated, null, dossier.Blocks[b.Key].Seal));
        List<BlockDecision> decisions = [.. validated, .. returned];
        Problems.AddRange(ReviewGuards.Reviewing(dossier, at));
        foreach (var decision in decisions)
        {
            Problems.AddRange(decision.Decision == ReviewDecision.Validated
                ? ReviewGuards.Validating(dossier, actor, decision.Block)
                : ReviewGuards.Returning(dossier, actor, decision.Block, decision.Reason));
            ReviewAct.Decide(db, dossier, actor, decision, at, isReprise: false, Rows);
        }

        Bring(dossier, at);
        Note(dossier, actor, at, "reviews.decide", null, decisions.Select(d => new { Block = d.Block.Value, d.Decision, d.Reason, d.Seal }).ToList());
    }

    private void Accept(Dossier dossier, DateTimeOffset at)
    {
        Problems.AddRange(AcceptSubmission.Accepting(dossier, at));
        AcceptanceAct.Accept(db, dossier, DemonstrationPeople.Federation, Guid.CreateVersion7(at), at);
        Bring(dossier, at);
        Note(dossier, DemonstrationPeople.Federation, at, "reviews.accept", null, null);
    }

    private static List<BlockDecision> Returned(Dossier dossier)
    {
        var draw = new Draw(dossier.Place.Code.Value);
        return [.. Wording.Returns
            .Where(r => dossier.Questionnaire.Asks(new Domain.Frameworks.IndicatorCode(r.Indicator)))
            .OrderBy(r => draw.Unit("renvoi " + r.Indicator))
            .Take(1 + (int)(draw.Unit("renvois") * MostReturned))
            .Select(r => (Block: BlockKey.Of(new Domain.Frameworks.IndicatorCode(r.Indicator)), r.Reason))
            .Select(r => new BlockDecision(r.Block, ReviewDecision.Returned, r.Reason, dossier.Blocks[r.Block].Seal))];
    }

    private void Bring(Dossier dossier, DateTimeOffset at) => DossierStore.Bring(db, dossier, at, Rows);

    private void Note(Dossier dossier, Actor actor, DateTimeOffset at, string act, object? before, object? after) =>
        Acts.Add(new TrailAct(actor, at, new TrailEntry(act, dossier.Place.Code, dossier.Submission.Id, before, after)));

    private DateTimeOffset When(Dossier dossier, decimal from, decimal to, string word) =>
        opening + TimeSpan.FromSeconds((double)((decimal)(now - opening).TotalSeconds * new Draw(dossier.Place.Code.Value).Between(from, to, word)));
}
