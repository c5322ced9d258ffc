using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Submissions;

/// <summary>The dossier of alpha-75 with two answers, and the acts of those who assign its questions and of those who have them.</summary>
internal sealed class AssignmentDesk(SmallCampaign campaign, Guid id) : IAsyncDisposable
{
    public SmallCampaign Campaign { get; } = campaign;

    public Actor Owner { get; } = Of(Role.Contributor, SmallFederation.Alpha75);

    public Actor Director { get; } = Of(Role.Director, SmallFederation.Alpha75);

    /// <summary>A contributor of another body.</summary>
    public Actor Neighbour { get; } = Of(Role.Contributor, SmallFederation.Beta14);

    /// <param name="year">Of the dossier whose questions are assigned; the answers are those of the first.</param>
    public static async Task<AssignmentDesk> OpenAsync(Engine engine, int year = Year)
    {
        var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.OpenYearAsync(Year + 1));
        Done(await campaign.ImportAsync(["alpha-75,formes,,12,,", "alpha-75,effectif_physique_3112,,800,,"]));
        return new AssignmentDesk(campaign, await DossierAsync(campaign, SmallFederation.Alpha75, year));
    }

    public Task<Guid> DossierAsync(OrganizationCode body, int year = Year) => DossierAsync(Campaign, body, year);

    /// <summary>Assigns questions to an address that is not known, whose person accepts.</summary>
    public async Task<Actor> JoinAsync(params VariableCode[] questions)
    {
        var token = LinkToken.New();
        Done(await AssignAsync(Owner, "renfort@example.fr", token, questions));
        return (await ActorAsync(Done(await AcceptAsync(token)).AccountId))!;
    }

    public Task<Outcome<LinkUsed>> AcceptAsync(LinkToken token) => Campaign.Database.WithAsync<AcceptInvitation, Outcome<LinkUsed>>(
        a => a.OpenAccountAsync(token.Text, "Rose Renfort", "une phrase assez longue", Guid.NewGuid(), default));

    public async Task<Actor?> ActorAsync(Guid account)
    {
        var stamp = await Campaign.Database.ReadAsync(db => db.Users.Where(a => a.Id == account).Select(a => a.SecurityStamp).SingleAsync());
        return await Campaign.Database.WithAsync<ActorQuery, Actor?>(async q => (await q.FindAsync(account, stamp, default))?.Actor);
    }

    public async Task<Guid> OpenAccountAsync(string email, Role role, OrganizationCode scope)
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email, NormalizedEmail = email.ToUpperInvariant(), DisplayName = email, SecurityStamp = "x", CreatedAt = DateTimeOffset.UtcNow };
        account.Grants.Add(new AccountGrant { AccountId = account.Id, Role = role, Scope = scope, GrantedAt = DateTimeOffset.UtcNow });
        await Campaign.Database.ReadAsync(db =>
        {
            db.Users.Add(account);
            return db.SaveChangesAsync();
        });
        return account.Id;
    }

    public Task<Outcome<AssignmentMade>> AssignAsync(Actor actor, string email, params VariableCode[] questions) => AssignAsync(actor, email, LinkToken.New(), questions);

    public Task<Outcome<AssignmentMade>> AssignAsync(Actor actor, string email, LinkToken token, params VariableCode[] questions) =>
        AssignAsync(actor, email, new AssignedWork(questions, "Merci.", ""), token);

    public Task<Outcome<AssignmentMade>> AssignAsync(Actor actor, string email, AssignedWork work, LinkToken? token = null) =>
        Campaign.Database.WithAsync<AssignQuestions, Outcome<AssignmentMade>>(a => a.RunAsync(actor, id, email, work, token ?? LinkToken.New(), Guid.NewGuid(), default));

    public Task<Outcome<AssignmentMade>> ChangeAsync(Actor actor, Assignment assignment, params VariableCode[] questions) =>
        Campaign.Database.WithAsync<AssignQuestions, Outcome<AssignmentMade>>(
            a => a.ChangeAsync(actor, assignment.Id, assignment.Version, new AssignedWork(questions, "", ""), Guid.NewGuid(), default));

    public Task<Outcome<AssignmentEnded>> EndAsync(Actor actor, Guid assignment) =>
        Campaign.Database.WithAsync<EndAssignment, Outcome<AssignmentEnded>>(e => e.RunAsync(actor, assignment, Guid.NewGuid(), default));

    public Task<SubmissionView?> ViewAsync(Actor actor, Guid? dossier = null) =>
        Campaign.Database.WithAsync<SubmissionQuery, SubmissionView?>(q => q.RunAsync(actor, dossier ?? id, default));

    public Task<Questionnaire?> AskedAsync(Actor actor) => Campaign.Database.WithAsync<SubmissionQuery, Questionnaire?>(q => q.AskedAsync(actor, id, default));

    public Task<QuestionView?> QuestionAsync(Actor actor, VariableCode question) =>
        Campaign.Database.WithAsync<QuestionQuery, QuestionView?>(q => q.RunAsync(actor, id, question, default));

    public Task<IReadOnlyList<AssignedToMe>> MineAsync(Actor actor) =>
        Campaign.Database.WithAsync<AssignmentQuery, IReadOnlyList<AssignedToMe>>(q => q.MineAsync(actor, default));

    /// <summary>Saves a question, and perhaps another with the same text, over what is there now.</summary>
    public async Task<Outcome<AnswersSaved>> SaveAsync(Actor actor, VariableCode question, string text, VariableCode? also = null, Guid? dossier = null)
    {
        var where = dossier ?? id;
        var edits = new List<AnswerEdit>();
        foreach (var code in also is { } other ? [question, other] : (VariableCode[])[question])
        {
            var row = await Campaign.Database.ReadAsync(db => db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.SubmissionId == where && a.Variable == code && a.Cell == CellKey.Total));
            edits.Add(new AnswerEdit(code, CellKey.Total, AnswerState.Given, text, null, new ShownAnswer(row?.Version ?? 0, row?.State ?? AnswerState.Missing, row?.Value, row?.Comment)));
        }

        return await Campaign.Database.WithAsync<SaveAnswers, Outcome<AnswersSaved>>(s => s.RunAsync(actor, where, edits, [], Guid.NewGuid(), default));
    }

    public async Task<Outcome<AnswersSaved>> AnalyseAsync(Actor actor)
    {
        var topic = (await ViewAsync(Owner))!.Dossier.Compiled.Framework.Topics.First().Code;
        return await Campaign.Database.WithAsync<SaveAnswers, Outcome<AnswersSaved>>(s => s.RunAsync(actor, id, [], [new AnalysisEdit(topic, "Texte", 0)], Guid.NewGuid(), default));
    }

    public Task<Outcome<CommentAdded>> CommentAsync(Actor actor, VariableCode question) =>
        Campaign.Database.WithAsync<CommentAnswer, Outcome<CommentAdded>>(c => c.RunAsync(actor, id, question, "Bonjour", Guid.NewGuid(), default));

    public Task<Outcome<Signed>> SignAsync(Actor actor) =>
        Campaign.Database.WithAsync<SignSubmission, Outcome<Signed>>(s => s.RunAsync(actor, id, 1, Guid.NewGuid(), default));

    public Task<Outcome<SentBack>> SendBackAsync(Actor actor) =>
        Campaign.Database.WithAsync<SendBackSubmission, Outcome<SentBack>>(s => s.RunAsync(actor, id, "Non", Guid.NewGuid(), default));

    public ValueTask DisposeAsync() => Campaign.DisposeAsync();

    private static Actor Of(Role role, OrganizationCode scope) => new(Guid.CreateVersion7(), $"Personne {role}", [new Grant(role, scope)], false);

    private static Task<Guid> DossierAsync(SmallCampaign campaign, OrganizationCode body, int year) => campaign.Database.ReadAsync(db =>
        db.Submissions.Where(s => s.Organization == body && s.Campaign.Year == year).Select(s => s.Id).SingleAsync());
}
