using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.App.Tests.Trust;
using Responsables.App.Workbooks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;
using Responsables.World;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Workbooks;

/// <summary>The small campaign with a few answers, and what is done of workbooks there.</summary>
internal sealed class WorkbookDesk : IAsyncDisposable
{
    private WorkbookDesk(SmallCampaign campaign, IReadOnlyDictionary<OrganizationCode, Guid> dossiers)
    {
        Campaign = campaign;
        Dossiers = dossiers;
    }

    public SmallCampaign Campaign { get; }

    public IReadOnlyDictionary<OrganizationCode, Guid> Dossiers { get; }

    public Actor Owner { get; } = People.Of(Role.Contributor, SmallFederation.Alpha75);

    public Guid Dossier => Dossiers[SmallFederation.Alpha75];

    public static async Task<WorkbookDesk> OpenAsync(Engine engine)
    {
        var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.ImportAsync(
        [
            "alpha-75,effectif_physique_3112,,800,,", "alpha-75,surface_m2,,1234.56789,,Mesurée.", "alpha-75,formes,,12,,", "alpha-75,plan,,oui,,", "alpha-75,forme,,note;accord,,",
            "alpha-75,delai,,,indisponible,Pas suivi.", "alpha-75,vehicules,moteur=essence,3,,", "beta-14,effectif_physique_3112,,20,,",
            "beta-14,pourquoi,,\"=1+1, +2 et @x\",,-Voir", "alpha-75,factures,,123456789012345,,",
        ]));
        return new WorkbookDesk(campaign, await campaign.SubmissionsAsync());
    }

    public async Task<Workbook> MakeAsync(Actor? actor = null, OrganizationCode? body = null)
    {
        using var file = new MemoryStream();
        Done(await Campaign.Database.WithAsync<MakeWorkbook, Outcome<WorkbookMade>>(m => m.RunAsync(actor ?? Owner, Dossiers[body ?? SmallFederation.Alpha75], () => file, default)));
        return new Workbook(file.ToArray());
    }

    public async Task<Workbook> MakeUnderAsync(Actor actor, OrganizationCode under)
    {
        using var file = new MemoryStream();
        Done(await Campaign.Database.WithAsync<MakeWorkbook, Outcome<WorkbookMade>>(m => m.RunAsync(actor, Year, under, () => file, default)));
        return new Workbook(file.ToArray());
    }

    public Task<Outcome<WorkbookImported>> TakeAsync(Workbook file, MergeSide? all = null, bool dryRun = false, Actor? actor = null) => TakeAsync(file.File(), all, dryRun, actor);

    public Task<Outcome<WorkbookImported>> TakeAsync(byte[] file, MergeSide? all = null, bool dryRun = false, Actor? actor = null) =>
        Campaign.Database.WithAsync<ImportWorkbook, Outcome<WorkbookImported>>(i => i.RunAsync(actor ?? Owner, file, Year, all, dryRun, Guid.NewGuid(), default));

    /// <summary>The owner sends a workbook: the id of what is kept.</summary>
    public Task<Outcome<Guid>> SendAsync(Workbook file, Actor? actor = null) => Campaign.Database.WithAsync<UploadWorkbook, Outcome<Guid>>(
        u => u.SendAsync(actor ?? Owner, new WorkbookTarget(Year, Dossier), file.File(), Guid.NewGuid(), default));

    public Task<Outcome<WorkbookPreview>> ShowAsync(Guid id, Actor? actor = null) =>
        Campaign.Database.WithAsync<UploadWorkbook, Outcome<WorkbookPreview>>(u => u.ShowAsync(actor ?? Owner, id, _ => null, default));

    public Task<Outcome<WorkbookImported>> TakeAsync(Guid id, string token, Func<PlannedAnswer, MergeSide?> side, Guid? key = null, Actor? actor = null) =>
        Campaign.Database.WithAsync<UploadWorkbook, Outcome<WorkbookImported>>(u => u.TakeAsync(actor ?? Owner, id, token, side, key ?? Guid.NewGuid(), default));

    /// <summary>Somebody of the body saves an answer by the form meanwhile.</summary>
    public async Task SaveAsync(Domain.Frameworks.VariableCode variable, string text)
    {
        var shown = await Campaign.ShownAsync(Dossier, variable);
        Done(await Campaign.SaveAsync(People.Of(Role.Contributor, SmallFederation.Alpha75, 2), Dossier, [new AnswerEdit(variable, Domain.Frameworks.CellKey.Total, AnswerState.Given, text, shown.Comment, shown)], Guid.NewGuid()));
    }

    public async Task<string?> ValueAsync(Domain.Frameworks.VariableCode variable) => (await Campaign.ShownAsync(Dossier, variable)).Value;

    public ValueTask DisposeAsync() => Campaign.DisposeAsync();
}
