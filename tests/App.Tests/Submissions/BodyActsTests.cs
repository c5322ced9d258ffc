using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Submissions;

/// <summary>What a body and its direction do beside entering and signing: comments, handing back, delegating.</summary>
public class BodyActsTests
{
    private static readonly VariableCode Trained = new("formes");

    [Theory, EachEngine]
    public async Task A_thread_is_written_by_those_who_read_and_rewritten_by_nobody(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.ImportAsync(["alpha-75,formes,,12,,"]));
        var id = await IdAsync(campaign);
        var (mine, other) = (Of(Role.Contributor, SmallFederation.Alpha75), Of(Role.Contributor, SmallFederation.Beta14));
        Done(await CommentAsync(mine, "Deux sessions annulées."));
        Assert.IsType<Outcome<CommentAdded>.Missing>(await CommentAsync(other, "Bonjour"));
        Assert.IsType<Outcome<CommentAdded>.Missing>(await CommentAsync(Of(Role.Coordinator, SmallFederation.FundA), "Pas encore signé"));
        Assert.IsType<Outcome<CommentAdded>.Missing>(await CommentAsync(Of(Role.Auditor, null), "Je lis seulement"));

        var view = (await campaign.Database.WithAsync<QuestionQuery, QuestionView?>(q => q.RunAsync(mine, id, Trained, default)))!;
        var comment = Assert.Single(view.Comments);
        Assert.Equal(("Deux sessions annulées.", Role.Contributor), (comment.Text, comment.Side));
        Assert.Equal(1, view.Submission.CommentCounts[Trained]);
        Assert.Single(view.Acts);
        Assert.Null(await campaign.Database.WithAsync<QuestionQuery, QuestionView?>(q => q.RunAsync(other, id, Trained, default)));
        foreach (var statement in (string[])["""UPDATE answer_comments SET "Text" = 'autre'""", "DELETE FROM answer_comments", engine == Engine.Postgres ? "TRUNCATE answer_comments" : "REPLACE INTO answer_comments SELECT * FROM answer_comments"])
        {
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<DbException>(() => campaign.Database.ReadAsync(db => db.Database.ExecuteSqlRawAsync(statement)))).Message, StringComparison.Ordinal);
        }

        Task<Outcome<CommentAdded>> CommentAsync(Actor actor, string text) => campaign.Database.WithAsync<CommentAnswer, Outcome<CommentAdded>>(
            c => c.RunAsync(actor, id, Trained, text, Guid.NewGuid(), default));
    }

    [Theory, EachEngine]
    public async Task Handing_back_is_the_directors_and_is_read_on_the_bodys_home(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var id = await IdAsync(campaign);
        Assert.IsType<Outcome<SentBack>.Missing>(await SendAsync(Of(Role.Contributor, SmallFederation.Alpha75), "Non"));
        Assert.IsType<Outcome<SentBack>.Missing>(await SendAsync(Of(Role.Director, SmallFederation.Beta14), "Non"));
        Assert.IsType<Outcome<SentBack>.Refused>(await SendAsync(Of(Role.Director, SmallFederation.Alpha75), " "));
        Assert.Null(await SeenAsync());
        Done(await SendAsync(Of(Role.Director, SmallFederation.Alpha75), "À revoir."));
        Assert.Equal("À revoir.", (await SeenAsync())?.Reason);

        Task<Outcome<SentBack>> SendAsync(Actor actor, string reason) => campaign.Database.WithAsync<SendBackSubmission, Outcome<SentBack>>(
            s => s.RunAsync(actor, id, reason, Guid.NewGuid(), default));
        async Task<SendBack?> SeenAsync() => Assert.Single(await campaign.Database.WithAsync<OwnSubmissions, IReadOnlyList<OwnSubmission>>(
            o => o.RunAsync(Of(Role.Contributor, SmallFederation.Alpha75), 1, default))).SentBack;
    }

    [Theory, EachEngine]
    public async Task A_delegation_is_given_by_a_director_in_person_to_somebody_of_the_body(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var inside = await OpenAsync(SmallFederation.Alpha75);
        var outside = await OpenAsync(SmallFederation.Beta14);
        var director = Of(Role.Director, SmallFederation.Alpha75);
        var received = director with { Id = Guid.NewGuid(), Grants = [new Grant(Role.Director, SmallFederation.Alpha75, "Denis")] };
        Assert.IsType<Outcome<DelegationMade>.Missing>(await GiveAsync(received, inside.Id));
        Assert.IsType<Outcome<DelegationMade>.Missing>(await GiveAsync(Of(Role.Contributor, SmallFederation.Alpha75), inside.Id));
        Assert.IsType<Outcome<DelegationMade>.Refused>(await GiveAsync(director, outside.Id));
        var made = Done(await GiveAsync(director, inside.Id));

        Assert.Equal(director.Name, (await ActorAsync())!.Grants.Single(g => g.Role == Role.Director).DelegatedBy);
        Assert.IsType<Outcome<DelegationMade>.Missing>(await WithdrawAsync(received));
        Done(await WithdrawAsync(director));
        Assert.IsType<Outcome<DelegationMade>.Refused>(await WithdrawAsync(director));
        Assert.DoesNotContain((await ActorAsync())!.Grants, g => g.Role == Role.Director);

        Task<Outcome<DelegationMade>> WithdrawAsync(Actor actor) => campaign.Database.WithAsync<DelegateSignature, Outcome<DelegationMade>>(
            d => d.WithdrawAsync(actor, made.Id, Guid.NewGuid(), default));
        Task<Actor?> ActorAsync() => campaign.Database.WithAsync<ActorQuery, Actor?>(async q => (await q.FindAsync(inside.Id, inside.SecurityStamp, default))?.Actor);
        Task<Outcome<DelegationMade>> GiveAsync(Actor actor, Guid account) => campaign.Database.WithAsync<DelegateSignature, Outcome<DelegationMade>>(d => d.GiveAsync(
            actor, new NewDelegation(SmallFederation.Alpha75, account, new DateOnly(2025, 2, 14), new DateOnly(2025, 2, 17)), Guid.NewGuid(), default));

        async Task<Account> OpenAsync(OrganizationCode body)
        {
            var account = new Account { Id = Guid.CreateVersion7(), UserName = $"{body}@example.fr", Email = $"{body}@example.fr", DisplayName = $"Personne {body}", SecurityStamp = "x", CreatedAt = DateTimeOffset.UtcNow };
            account.Grants.Add(new AccountGrant { AccountId = account.Id, Role = Role.Contributor, Scope = body, GrantedAt = DateTimeOffset.UtcNow });
            await campaign.Database.ReadAsync(db =>
            {
                db.Users.Add(account);
                return db.SaveChangesAsync();
            });
            return account;
        }
    }

    private static Actor Of(Role role, OrganizationCode? scope) => new(Guid.CreateVersion7(), $"Personne {role}", [new Grant(role, scope)], false);

    private static Task<Guid> IdAsync(SmallCampaign campaign) => campaign.Database.ReadAsync(db =>
        db.Submissions.Where(s => s.Organization == SmallFederation.Alpha75 && s.Campaign.Year == Year).Select(s => s.Id).SingleAsync());
}
