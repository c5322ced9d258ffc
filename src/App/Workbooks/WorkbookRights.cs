using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Workbooks;

/// <summary>What somebody reads and may change of one body by a workbook: what they would read and change by its form, or by an import.</summary>
internal sealed class WorkbookRights
{
    private readonly Dossier dossier;
    private readonly IReadOnlySet<VariableCode>? only;
    private readonly bool seesDrafts;
    private readonly QuestionScope? enters;
    private readonly bool imports;

    private WorkbookRights(Dossier dossier, IReadOnlySet<VariableCode>? only, bool seesDrafts, QuestionScope? enters, bool imports)
    {
        this.dossier = dossier;
        this.only = only;
        this.seesDrafts = seesDrafts;
        this.enters = enters;
        this.imports = imports;
        Questionnaire = only is null ? dossier.Questionnaire : dossier.Questionnaire.Only(only);
    }

    /// <summary>The questions that they have.</summary>
    public Questionnaire Questionnaire { get; }

    /// <summary>Whether they may bring anything back.</summary>
    public bool MayWrite => imports || enters is not null;

    /// <summary>Null when they read nothing of it.</summary>
    public static async Task<WorkbookRights?> OfAsync(Actor actor, Dossier dossier, QuestionScopes scopes, CancellationToken cancel)
    {
        var (id, place) = (dossier.Submission.Id, dossier.Place);
        var drafts = await scopes.OfAsync(actor, Permission.ReadDraft, id, place, cancel);
        var reads = drafts?.IsWhole == true || actor.May(Permission.ReadSubmitted, place);
        return reads || drafts is not null
            ? new WorkbookRights(
                dossier, reads ? null : drafts!.Only, reads ? drafts?.IsWhole == true : true,
                await scopes.OfAsync(actor, Permission.EnterAnswers, id, place, cancel), actor.May(Permission.ManageCampaigns))
            : null;
    }

    public bool Sees(VariableCode variable) => Questionnaire.Asks(variable)
        && (seesDrafts || dossier.Questionnaire.BlocksOf(variable).Any(b => dossier.StateOf(b).IsSigned()));

    /// <summary>Whether an answer may be brought back now: an import replaces what is not validated, a body what is not signed.</summary>
    public bool MayChange(VariableCode variable) => Sees(variable)
        && (imports ? !SubmissionGuards.IsApproved(dossier, variable) : enters?.Includes(variable) == true && dossier.IsOpen(variable));

    /// <summary>Why nothing of the body may be brought back at this instant.</summary>
    public IEnumerable<Problem> Closed(DateTimeOffset now) => imports
        ? SubmissionGuards.IsClosed(dossier.Campaign, now) ? [new Problem("submissions.campaign-closed", null, dossier.Campaign.Year)] : []
        : enters is null ? [new Problem("workbooks.not-yours", null, dossier.Submission.ShortName)] : SubmissionGuards.Entering(dossier, now);

    /// <summary>What is stored of what they read.</summary>
    public IEnumerable<AnswerRow> Rows() => dossier.Rows.Values.Where(r => dossier.Compiled.Framework.Slots.Of(r.Variable, r.Cell) >= 0 && IsRead(r));

    /// <summary>The same of one place; null when there is nothing to read.</summary>
    public AnswerRow? RowOf(VariableCode variable, CellKey cell) => dossier.Rows.GetValueOrDefault((variable, cell)) is { } row && IsRead(row) ? row : null;

    // What comes from last year and waits to be confirmed is no answer yet: it would come back as one that somebody wrote.
    private bool IsRead(AnswerRow row) => row.CarriedFrom is null && Sees(row.Variable);
}
