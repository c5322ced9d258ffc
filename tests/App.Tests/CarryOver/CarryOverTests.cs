using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.CarryOver;
using Responsables.App.Consolidation;
using Responsables.App.Submissions;
using Responsables.App.Tests.Evidence;
using Responsables.App.Tests.Support;
using Responsables.App.Tests.Workbooks;
using Responsables.App.Workbooks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.CarryOver;

/// <summary>A dossier that starts from its last year: what comes along, what waits, what never comes.</summary>
public sealed class CarryOverTests
{
    private static readonly CarryOverChoice Everything = new(true, true, true, true);

    [Theory, EachEngine]
    public async Task Answers_analyses_and_evidence_come_along_and_wait_to_be_confirmed(Engine engine)
    {
        await using var desk = await BeginAsync(engine);
        var plan = (await desk.Campaign.Database.WithAsync<CarryOverQuery, CarryOverPlan?>(q => q.RunAsync(desk.Owner, desk.Next, default)))!;
        Assert.Equal((1, 1, 1, 1), (plan.Choices.Count, plan.Texts.Count, plan.Analyses.Count, plan.Pieces.Count));
        var done = Done(await CarryAsync(desk, desk.Owner, Everything));
        Assert.Equal((Year, 3, 1, 0), (done.Year, done.Answers, done.Pieces, done.Questions));

        var dossier = await ReadAsync(desk);
        Assert.True(dossier.Answers.IsCarried(SmallFramework.Plan));
        Assert.Equal(0, dossier.Submission.Answered);
        Assert.DoesNotContain(dossier.Rows.Keys, k => k.Variable == SmallFramework.Trained || k.Variable == SmallFramework.Staff);
        Assert.Contains(await desk.Campaign.Database.ReadAsync(db => db.Trail.Select(t => t.Act).ToListAsync()), a => a == "submissions.carry-over");
        // Done again, there is nothing left.
        Assert.Equal("submissions.carry-nothing", Assert.Single(Refused(await CarryAsync(desk, desk.Owner, Everything))).Code);
    }

    [Theory, EachEngine]
    public async Task What_waits_is_in_no_figure_and_no_export_until_it_is_confirmed(Engine engine)
    {
        await using var desk = await BeginAsync(engine);
        Done(await CarryAsync(desk, desk.Owner, Everything));
        Assert.Equal(0, await AnsweredAsync());
        var file = new StringWriter();
        Assert.Equal(0, Done(await desk.Campaign.Database.WithAsync<ExportAnswers, Outcome<int>>(e => e.RunAsync(Actor.Command, Year + 1, null, ExportedStatus.All, () => file, default))));

        Assert.Equal(2, Done(await ConfirmAsync(desk, desk.Owner, [SmallFramework.Plan], ["E1.1"])).Count);
        Assert.Equal(0, Done(await ConfirmAsync(desk, desk.Owner, [SmallFramework.Plan], ["E1.1"])).Count);
        Assert.Equal(1, await AnsweredAsync());
        var row = (await ReadAsync(desk)).Rows[(SmallFramework.Plan, CellKey.Total)];
        Assert.Equal(((int?)null, desk.Owner.Name), (row.CarriedFrom, row.ChangedBy));
        Assert.Equal(1, (await ReadAsync(desk)).Submission.Answered);

        // Of every node above the body, all levels counted: it alone has answered anything.
        Task<int> AnsweredAsync() => desk.Campaign.Database.WithAsync<ConsolidationRows, int>(async c => (await Done(
            await c.OfAsync(Actor.Command, new ConsolidationQuery(Year + 1, Hierarchy.Tree, null, SmallFramework.PlanShare, FigureLevel.All), default)).ToListAsync()).Max(r => r.Figure.Answered));
    }

    [Theory, EachEngine]
    public async Task The_form_sent_as_it_stands_confirms_nothing_and_a_change_does(Engine engine)
    {
        await using var desk = await BeginAsync(engine);
        Done(await CarryAsync(desk, desk.Owner, Everything));
        var shown = (await ReadAsync(desk)).Rows[(SmallFramework.Plan, CellKey.Total)];
        var @base = new ShownAnswer(shown.Version, shown.State, shown.Value, shown.Comment);
        Assert.Empty(Done(await SaveAsync("non", @base)).Changed);
        Assert.True((await ReadAsync(desk)).Answers.IsCarried(SmallFramework.Plan));
        Assert.Single(Done(await SaveAsync("oui", @base)).Changed);
        Assert.False((await ReadAsync(desk)).Answers.IsCarried(SmallFramework.Plan));

        Task<Outcome<AnswersSaved>> SaveAsync(string value, ShownAnswer from) => desk.Campaign.Database.WithAsync<SaveAnswers, Outcome<AnswersSaved>>(s => s.RunAsync(
            desk.Owner, desk.Next, [new AnswerEdit(SmallFramework.Plan, CellKey.Total, AnswerState.Given, value, null, from)], [], Guid.NewGuid(), default));
    }

    [Theory, EachEngine]
    public async Task A_workbook_leaves_what_waits_empty_and_confirms_what_is_filled(Engine engine)
    {
        await using var desk = await BeginAsync(engine);
        Done(await CarryAsync(desk, desk.Owner, Everything));
        using var file = new MemoryStream();
        Done(await desk.Campaign.Database.WithAsync<MakeWorkbook, Outcome<WorkbookMade>>(m => m.RunAsync(desk.Owner, desk.Next, () => file, default)));
        var workbook = new Workbook(file.ToArray());
        Assert.Equal("", workbook.Column("Valeur").GetValueOrDefault("plan", ""));
        Task<Outcome<WorkbookImported>> TakeAsync() => desk.Campaign.Database.WithAsync<ImportWorkbook, Outcome<WorkbookImported>>(
            i => i.RunAsync(desk.Owner, workbook.File(), Year + 1, null, false, Guid.NewGuid(), default));
        Assert.Equal(0, Done(await TakeAsync()).Taken);
        Assert.True((await ReadAsync(desk)).Answers.IsCarried(SmallFramework.Plan));

        // The very answer of last year, written this year.
        workbook.Text("plan", "Valeur", "Non");
        Assert.Equal(1, Done(await TakeAsync()).Taken);
        Assert.False((await ReadAsync(desk)).Answers.IsCarried(SmallFramework.Plan));
        Assert.Equal(1, (await ReadAsync(desk)).Submission.Answered);
    }

    [Theory, EachEngine]
    public async Task The_signature_waits_for_every_answer_and_every_analysis(Engine engine)
    {
        await using var desk = await BeginAsync(engine);
        Done(await CarryAsync(desk, desk.Owner, Everything));
        Done(await ConfirmAsync(desk, desk.Owner, [SmallFramework.Plan, SmallFramework.Why], []));
        var other = new[] { "effectif_physique_3112", "surface_m2", "formes", "delai", "factures", "vehicules", "etiquettes" };
        var framework = (await ReadAsync(desk)).Compiled.Framework;
        Done(await desk.Campaign.Database.WithAsync<SaveAnswers, Outcome<AnswersSaved>>(s => s.RunAsync(
            desk.Owner, desk.Next,
            [.. from code in other let variable = framework.Variable(new VariableCode(code)) from cell in variable.Cells select new AnswerEdit(variable.Code, cell, AnswerState.NotApplicable, null, null, null)],
            [], Guid.NewGuid(), default)));
        var director = new Actor(Guid.CreateVersion7(), "Direction", [new Grant(Role.Director, SmallFederation.Alpha75)], false);
        Assert.Equal("submissions.analyses-to-confirm", Assert.Single(Refused(await SignAsync())).Code);
        Done(await ConfirmAsync(desk, desk.Owner, [], ["E1.1"]));
        Done(await SignAsync());

        async Task<Outcome<Signed>> SignAsync()
        {
            var version = (await ReadAsync(desk)).Submission.Version;
            return await desk.Campaign.Database.WithAsync<SignSubmission, Outcome<Signed>>(s => s.RunAsync(director, desk.Next, version, Guid.NewGuid(), default));
        }
    }

    [Theory, EachEngine]
    public async Task Only_who_answers_for_the_whole_body_carries_over_and_confirms(Engine engine)
    {
        await using var desk = await BeginAsync(engine);
        var before = await desk.CountsAsync();
        foreach (var other in (Actor[])[desk.Neighbour, desk.Coordinator, desk.Committee, desk.Auditor])
        {
            Assert.IsType<Outcome<CarriedOver>.Missing>(await CarryAsync(desk, other, Everything));
            Assert.IsType<Outcome<CarriedConfirmed>.Missing>(await ConfirmAsync(desk, other, [SmallFramework.Plan], []));
            Assert.Null(await desk.Campaign.Database.WithAsync<CarryOverQuery, CarryOverPlan?>(q => q.RunAsync(other, desk.Next, default)));
        }

        Assert.Equal(before, await desk.CountsAsync());
    }

    [Theory, EachEngine]
    public async Task People_have_their_questions_again_unless_their_account_is_disabled(Engine engine)
    {
        await using var desk = await BeginAsync(engine);
        var account = new Account { Id = Guid.CreateVersion7(), UserName = "rose@example.fr", Email = "rose@example.fr", DisplayName = "Rose", CreatedAt = DateTimeOffset.UtcNow };
        var former = new Assignment { SubmissionId = desk.Now, Organization = SmallFederation.Alpha75, Email = "rose@example.fr", AccountId = account.Id, Name = "Rose", At = DateTimeOffset.UtcNow, By = "Camille" };
        former.Questions.Add(new AssignedQuestion { AssignmentId = former.Id, Variable = SmallFramework.Trained });
        await desk.Campaign.Database.ReadAsync(db =>
        {
            db.AddRange(account, former);
            return db.SaveChangesAsync();
        });
        await desk.Campaign.Database.ReadAsync(db => db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledAt, DateTimeOffset.UtcNow)));
        Assert.Empty((await desk.Campaign.Database.WithAsync<CarryOverQuery, CarryOverPlan?>(q => q.RunAsync(desk.Owner, desk.Next, default)))!.Assignments);
        await desk.Campaign.Database.ReadAsync(db => db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledAt, (DateTimeOffset?)null)));
        Assert.Equal(1, Done(await CarryAsync(desk, desk.Owner, new CarryOverChoice(false, false, false, true))).Questions);
        var now = await desk.Campaign.Database.ReadAsync(db => db.Assignments.Include(a => a.Questions).SingleAsync(a => a.SubmissionId == desk.Next));
        Assert.Equal((account.Id, SmallFramework.Trained), (now.AccountId!.Value, Assert.Single(now.Questions).Variable));
    }

    [Theory, EachEngine]
    public async Task Evidence_that_no_longer_holds_stays_behind(Engine engine)
    {
        await using var desk = await BeginAsync(engine);
        await desk.Campaign.Database.ReadAsync(db => db.Evidence.ExecuteUpdateAsync(s => s.SetProperty(p => p.Until, new DateOnly(Year, 12, 31))));
        Assert.Empty((await desk.Campaign.Database.WithAsync<CarryOverQuery, CarryOverPlan?>(q => q.RunAsync(desk.Owner, desk.Next, default)))!.Pieces);
    }

    // The year before with answers, an analysis and a piece; then the clock in the entry window of the next.
    private static async Task<EvidenceDeskOfAlpha> BeginAsync(Engine engine)
    {
        var desk = await EvidenceDeskOfAlpha.OpenAsync(engine);
        Done(await desk.Campaign.ImportAsync(["alpha-75,effectif_physique_3112,,800,,", "alpha-75,formes,,12,,", "alpha-75,plan,,non,,", "alpha-75,pourquoi,,Bientôt,,Note de l’an dernier"]));
        Done(await desk.Campaign.Database.WithAsync<SaveAnswers, Outcome<AnswersSaved>>(s => s.RunAsync(desk.Owner, desk.Now, [], [new AnalysisEdit("E1.1", "Une analyse.", null)], Guid.NewGuid(), default)));
        Done(await desk.AddAsync(desk.Owner, EvidenceDeskOfAlpha.File()));
        desk.Campaign.Database.Clock.Set(new DateTimeOffset(Year + 2, 2, 15, 12, 0, 0, TimeSpan.Zero));
        return desk;
    }

    private static Task<Outcome<CarriedOver>> CarryAsync(EvidenceDeskOfAlpha desk, Actor actor, CarryOverChoice choice) =>
        desk.Campaign.Database.WithAsync<StartFromLastYear, Outcome<CarriedOver>>(s => s.RunAsync(actor, desk.Next, choice, Guid.NewGuid(), default));

    private static Task<Outcome<CarriedConfirmed>> ConfirmAsync(EvidenceDeskOfAlpha desk, Actor actor, VariableCode[] variables, string[] topics) =>
        desk.Campaign.Database.WithAsync<ConfirmCarried, Outcome<CarriedConfirmed>>(c => c.RunAsync(actor, desk.Next, variables, topics, Guid.NewGuid(), default));

    private static Task<Dossier> ReadAsync(EvidenceDeskOfAlpha desk) => desk.Campaign.Database.WithAsync<DossierStore, Dossier>(async s => (await s.ReadAsync(desk.Next, default))!);
}
