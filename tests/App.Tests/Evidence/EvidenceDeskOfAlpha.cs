using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Responsables.App.Database;
using Responsables.App.Evidence;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Evidence;

/// <summary>The dossiers of alpha-75 for 2024 and 2025, and the acts on their evidence.</summary>
internal sealed class EvidenceDeskOfAlpha(SmallCampaign campaign) : IAsyncDisposable
{
    public static readonly EvidenceTyped Typed = new("Relevé", "2024-01-01", "");

    public SmallCampaign Campaign { get; } = campaign;

    public Actor Owner { get; } = Of(Role.Contributor, SmallFederation.Alpha75);

    public Actor Neighbour { get; } = Of(Role.Contributor, SmallFederation.Beta14);

    public Actor Coordinator { get; } = Of(Role.Coordinator, SmallFederation.FundA);

    public Actor Committee { get; } = new(Guid.CreateVersion7(), "Comité", [new Grant(Role.Committee, null)], false);

    public Actor Auditor { get; } = new(Guid.CreateVersion7(), "Audit", [new Grant(Role.Auditor, null)], false);

    public Guid Now { get; private set; }

    public Guid Next { get; private set; }

    public static async Task<EvidenceDeskOfAlpha> OpenAsync(Engine engine)
    {
        var desk = new EvidenceDeskOfAlpha(await SmallCampaign.OpenAsync(engine));
        Done(await desk.Campaign.OpenYearAsync(Year + 1));
        desk.Now = await desk.IdAsync(Year);
        desk.Next = await desk.IdAsync(Year + 1);
        return desk;
    }

    public static SentFile File(string text = "a;b\n1;2\n", string name = "relevé.csv") => new(name, Encoding.UTF8.GetBytes(text));

    public Task<Outcome<EvidenceAdded>> AddAsync(Actor actor, SentFile? file, VariableCode? variable = null, EvidenceTyped? typed = null, Guid? key = null, Guid? dossier = null) =>
        Campaign.Database.WithAsync<AddEvidence, Outcome<EvidenceAdded>>(
            a => a.FileAsync(actor, dossier ?? Now, variable ?? SmallFramework.Trained, typed ?? Typed, file, key ?? Guid.NewGuid(), default));

    /// <summary>Adds a file where a clamd is asked.</summary>
    public Task<Outcome<EvidenceAdded>> AddScannedAsync(ScanSettings settings, SentFile file) => Campaign.Database.WithAsync<IServiceProvider, Outcome<EvidenceAdded>>(services => new AddEvidence(
        services.GetRequiredService<AppDb>(), services.GetRequiredService<EvidenceDesk>(), new MalwareScan(settings, NullLogger<MalwareScan>.Instance), services.GetRequiredService<Writing>())
        .FileAsync(Owner, Now, SmallFramework.Trained, Typed, file, Guid.NewGuid(), default));

    public Task<Outcome<EvidenceAdded>> LinkAsync(Actor actor, string link) => Campaign.Database.WithAsync<AddEvidence, Outcome<EvidenceAdded>>(
        a => a.LinkAsync(actor, Now, SmallFramework.Trained, Typed, link, withFile: false, Guid.NewGuid(), default));

    public async Task<Outcome<EvidenceAdded>> TieAsync(Actor actor, Guid tie, Guid dossier, VariableCode? variable = null)
    {
        var piece = await Campaign.Database.ReadAsync(db => db.EvidenceTies.Where(t => t.Id == tie).Select(t => t.PieceId).SingleAsync());
        return await Campaign.Database.WithAsync<TieEvidence, Outcome<EvidenceAdded>>(
            t => t.RunAsync(actor, dossier, variable ?? SmallFramework.Trained, piece, Guid.NewGuid(), default));
    }

    public Task<Outcome<EvidenceRemoved>> RemoveAsync(Actor actor, Guid tie) =>
        Campaign.Database.WithAsync<RemoveEvidence, Outcome<EvidenceRemoved>>(r => r.RunAsync(actor, tie, Guid.NewGuid(), default));

    public Task<Outcome<EvidenceFile>> ReadAsync(Actor actor, Guid tie) =>
        Campaign.Database.WithAsync<EvidenceDownload, Outcome<EvidenceFile>>(d => d.RunAsync(actor, tie, default));

    public Task<QuestionEvidence?> QuestionAsync(Actor actor) =>
        Campaign.Database.WithAsync<EvidenceQuery, QuestionEvidence?>(q => q.OfQuestionAsync(actor, Now, SmallFramework.Trained, default));

    /// <summary>Everything that an act on evidence may write.</summary>
    public Task<string> CountsAsync() => Campaign.Database.ReadAsync(async db => string.Join(
        ' ', await db.Evidence.CountAsync(), await db.EvidenceContents.CountAsync(), await db.EvidenceTies.CountAsync(t => t.RemovedAt == null), await db.Trail.CountAsync()));

    /// <summary>The answers, signed, and validated when wanted.</summary>
    public async Task SignAsync(bool validate = false) => Done(await Campaign.ImportAsync(["alpha-75,effectif_physique_3112,,800,,", "alpha-75,formes,,12,,"], sign: true, validate: validate));

    public void Later() => Campaign.Database.Clock.Set(Campaign.Database.Clock.GetUtcNow().AddHours(1));

    public ValueTask DisposeAsync() => Campaign.DisposeAsync();

    private Task<Guid> IdAsync(int year) => Campaign.Database.ReadAsync(
        db => db.Submissions.Where(s => s.Organization == SmallFederation.Alpha75 && s.Campaign.Year == year).Select(s => s.Id).SingleAsync());

    private static Actor Of(Role role, OrganizationCode scope) => new(Guid.CreateVersion7(), $"{role} {scope}", [new Grant(role, scope)], false);
}
