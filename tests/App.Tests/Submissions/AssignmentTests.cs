using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Submissions;

/// <summary>Questions assigned to somebody: they see and answer those, and nothing else by any way.</summary>
public class AssignmentTests
{
    private static readonly VariableCode Mine = new("formes");
    private static readonly VariableCode Other = new("effectif_physique_3112");

    [Theory, EachEngine]
    public async Task A_helper_reads_the_assigned_questions_and_nothing_else(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        var helper = await desk.JoinAsync(Mine);
        Assert.Equal([new Grant(Role.Helper, SmallFederation.Alpha75)], helper.Grants);

        var view = (await desk.ViewAsync(helper))!;
        Assert.Equal([Mine], view.Dossier.Questionnaire.Variables.Select(v => v.Code));
        Assert.Equal([Mine], view.Dossier.Rows.Keys.Select(k => k.Variable).Distinct());
        Assert.Empty(view.Analyses);
        Assert.Empty(view.Signatures);
        Assert.Empty(view.Assignments);
        Assert.True(view.Shows(Mine));
        Assert.False(view.Shows(Other));
        Assert.All(view.Dossier.Questionnaire.Blocks, b => Assert.False(view.Shows(b.Key)));
        Assert.NotNull(await desk.QuestionAsync(helper, Mine));
        Assert.Null(await desk.QuestionAsync(helper, Other));
        Assert.Equal([Mine], (await desk.AskedAsync(helper))!.Variables.Select(v => v.Code));

        // Neither another year of the body, nor another body.
        Assert.Null(await desk.ViewAsync(helper, await desk.DossierAsync(SmallFederation.Alpha75, Year + 1)));
        Assert.Null(await desk.ViewAsync(helper, await desk.DossierAsync(SmallFederation.AlphaNormandie)));
    }

    [Theory, EachEngine]
    public async Task Whoever_comes_to_review_the_body_afterwards_sees_no_draft_of_it(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        var helper = await desk.JoinAsync(Mine);
        var both = helper with { Grants = [.. helper.Grants, new Grant(Role.Coordinator, SmallFederation.FundA)] };

        var view = (await desk.ViewAsync(both))!;
        Assert.False(view.SeesDrafts);
        Assert.False(view.Shows(Other));
        Assert.All(view.Dossier.Questionnaire.Blocks, b => Assert.False(view.Shows(b.Key)));
        Assert.Null(await desk.QuestionAsync(both, Other));
    }

    [Theory, EachEngine]
    public async Task A_helper_answers_the_assigned_questions_and_nothing_else(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        var helper = await desk.JoinAsync(Mine);
        Assert.Single(Done(await desk.SaveAsync(helper, Mine, "14")).Changed);
        var before = await desk.Campaign.ContentAsync();
        Assert.Equal("submissions.not-yours", Assert.Single(Refused(await desk.SaveAsync(helper, Other, "900"))).Code);
        Assert.Equal("submissions.not-yours", Assert.Single(Refused(await desk.SaveAsync(helper, Mine, "15", Other))).Code);
        Assert.Equal("submissions.not-yours", Assert.Single(Refused(await desk.AnalyseAsync(helper))).Code);
        Assert.IsType<Outcome<AnswersSaved>.Missing>(await desk.SaveAsync(helper, Mine, "16", dossier: await desk.DossierAsync(SmallFederation.AlphaNormandie)));
        Assert.IsType<Outcome<CommentAdded>.Missing>(await desk.CommentAsync(helper, Other));
        Assert.IsType<Outcome<Signed>.Missing>(await desk.SignAsync(helper));
        Assert.IsType<Outcome<SentBack>.Missing>(await desk.SendBackAsync(helper));
        Assert.IsType<Outcome<AssignmentMade>.Missing>(await desk.AssignAsync(helper, "autre@example.fr", Other));
        Assert.Equal(before, await desk.Campaign.ContentAsync());

        Done(await desk.CommentAsync(helper, Mine));
        Assert.Equal(Role.Helper, Assert.Single((await desk.QuestionAsync(helper, Mine))!.Comments).Side);
    }

    [Theory, EachEngine]
    public async Task What_was_done_with_other_questions_is_not_told(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        Done(await desk.SaveAsync(desk.Owner, Mine, "21", Other));
        var helper = await desk.JoinAsync(Mine);
        var acts = (await desk.QuestionAsync(helper, Mine))!.Acts;
        Assert.Contains(acts, a => a.After!.Contains("formes", StringComparison.Ordinal));
        Assert.All(acts, a => Assert.DoesNotContain("effectif", $"{a.Before} {a.After}", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task An_assignment_that_is_ended_gives_nothing_at_the_next_request(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        var helper = await desk.JoinAsync(Mine, Other);
        var assignment = Assert.Single((await desk.ViewAsync(desk.Owner))!.Assignments);
        Assert.Equal((2, 2), (assignment.Questions.Count, assignment.Questions.Answered((await desk.ViewAsync(desk.Owner))!.Dossier)));
        Done(await desk.ChangeAsync(desk.Owner, assignment, Mine));
        Assert.Equal("submissions.not-yours", Assert.Single(Refused(await desk.SaveAsync(helper, Other, "900"))).Code);
        Assert.IsType<Outcome<AssignmentMade>.Stale>(await desk.ChangeAsync(desk.Owner, assignment, Other));
        Assert.IsType<Outcome<AssignmentEnded>.Missing>(await desk.EndAsync(helper, assignment.Id));
        Assert.IsType<Outcome<AssignmentEnded>.Missing>(await desk.EndAsync(desk.Neighbour, assignment.Id));
        Done(await desk.EndAsync(desk.Director, assignment.Id));
        Assert.Null(await desk.ViewAsync(helper));
        Assert.Null(await desk.AskedAsync(helper));
        Assert.IsType<Outcome<AnswersSaved>.Missing>(await desk.SaveAsync(helper, Mine, "17"));
        Assert.IsType<Outcome<CommentAdded>.Missing>(await desk.CommentAsync(helper, Mine));
        Assert.Empty((await desk.ActorAsync(helper.Id))!.Grants);
        Assert.Equal(
            ["submissions.assign", "submissions.change-assignment", "submissions.end-assignment"],
            await desk.Campaign.Database.ReadAsync(db => db.Trail.Where(t => t.Act.Contains("assign")).OrderBy(t => t.Sequence).Select(t => t.Act).ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task Earlier_years_are_reduced_to_the_assigned_questions_too(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine, Year + 1);
        var helper = await desk.JoinAsync(Mine);
        var earlier = Assert.Single((await desk.QuestionAsync(helper, Mine))!.Earlier);
        Assert.Equal([Mine], earlier.Answers.All.Select(a => a.Variable).Distinct());
        Assert.Equal([Mine], (await desk.ViewAsync(helper))!.Dossier.Previous!.All.Select(a => a.Variable).Distinct());
    }

    [Theory, EachEngine]
    public async Task Whoever_is_taken_the_role_of_a_body_keeps_none_of_its_questions(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        var colleague = await desk.OpenAccountAsync("collegue@example.fr", Role.Contributor, SmallFederation.Alpha75);
        Done(await desk.AssignAsync(desk.Owner, "collegue@example.fr", Mine));
        var grant = await desk.Campaign.Database.ReadAsync(db => db.Grants.Where(g => g.AccountId == colleague).Select(g => g.Id).SingleAsync());
        Done(await desk.Campaign.Database.WithAsync<ChangeGrants, Outcome<Guid>>(c => c.RemoveAsync(Actor.Command, colleague, grant, Guid.NewGuid(), default)));
        var actor = (await desk.ActorAsync(colleague))!;
        Assert.Empty(actor.Grants);
        Assert.Null(await desk.ViewAsync(actor));
        Assert.Empty((await desk.ViewAsync(desk.Owner))!.Assignments);
    }

    [Theory, EachEngine]
    public async Task The_invitation_of_an_assignment_that_is_ended_opens_nothing(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        var token = LinkToken.New();
        var made = Done(await desk.AssignAsync(desk.Owner, "nouvelle@example.fr", token, Mine));
        Assert.NotNull(made.Link);
        Done(await desk.EndAsync(desk.Owner, made.Id));
        Assert.IsType<Outcome<LinkUsed>.Missing>(await desk.AcceptAsync(token));
    }

    [Theory, EachEngine]
    public async Task Whoever_has_an_account_of_the_body_has_them_at_once_and_its_readers_cannot(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        var colleague = await desk.OpenAccountAsync("collegue@example.fr", Role.Contributor, SmallFederation.Alpha75);
        var made = Done(await desk.AssignAsync(desk.Owner, "Collegue@example.fr", Mine));
        Assert.Null(made.Link);
        Assert.Equal([Mine], Assert.Single(await desk.MineAsync((await desk.ActorAsync(colleague))!)).Questions.Select(q => q.Code));
        Assert.Contains((await desk.ViewAsync((await desk.ActorAsync(colleague))!))!.Dossier.Questionnaire.Variables, v => v.Code == Other);

        await desk.OpenAccountAsync("direction@example.fr", Role.Director, SmallFederation.Alpha75);
        await desk.OpenAccountAsync("caisse@example.fr", Role.Coordinator, SmallFederation.FundA);
        await desk.OpenAccountAsync("voisin@example.fr", Role.Contributor, SmallFederation.Beta14);
        Assert.Equal("submissions.assign-reader", Assert.Single(Refused(await desk.AssignAsync(desk.Owner, "direction@example.fr", Other))).Code);
        Assert.Equal("submissions.assign-reader", Assert.Single(Refused(await desk.AssignAsync(desk.Owner, "caisse@example.fr", Other))).Code);
        Assert.NotNull(Done(await desk.AssignAsync(desk.Owner, "voisin@example.fr", Other)).Link);
    }

    [Theory, EachEngine]
    public async Task Every_fault_of_an_assignment_is_told_at_once(Engine engine)
    {
        await using var desk = await AssignmentDesk.OpenAsync(engine);
        Done(await desk.AssignAsync(desk.Owner, "une@example.fr", Mine));
        var problems = Refused(await desk.AssignAsync(desk.Owner, "sans arobase", new AssignedWork([Mine, new VariableCode("rien")], "\u0001", "2020-01-01")));
        Assert.Equal(
            ["accounts.email-invalid", "submissions.assign-past", "shared.control-character", "submissions.assigned-already", "submissions.not-asked"],
            problems.Select(p => p.Code));
        Assert.Equal(
            ["submissions.assign-day", "submissions.assign-nothing"],
            Refused(await desk.AssignAsync(desk.Owner, "une@example.fr", new AssignedWork([], "", "demain"))).Select(p => p.Code));
        Assert.IsType<Outcome<AssignmentMade>.Missing>(await desk.AssignAsync(desk.Neighbour, "deux@example.fr", Other));
        Assert.Equal("accounts.role-assigned", Assert.Single(Refused(await desk.Campaign.Database.WithAsync<InvitePerson, Outcome<LinkMade>>(
            i => i.RunAsync(Actor.Command, new NewInvitation("x@example.fr", Role.Helper, SmallFederation.Alpha75), LinkToken.New(), Guid.NewGuid(), default)))).Code);
    }
}
