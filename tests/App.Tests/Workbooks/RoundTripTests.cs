using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Tests.Support;
using Responsables.App.Tests.Trust;
using Responsables.App.Workbooks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Workbooks;

public class RoundTripTests
{
    private const string Value = "Valeur";
    private const string State = "État";
    private const string Comment = "Commentaire";

    [Theory, EachEngine]
    public async Task A_workbook_that_was_not_changed_changes_nothing(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var file = await desk.MakeAsync();
        var before = await desk.Campaign.Database.ReadAsync(db => db.Answers.AsNoTracking().OrderBy(a => a.SubmissionId).ThenBy(a => a.Variable).Select(a => a.Version).ToListAsync());
        var done = Done(await desk.TakeAsync(file));
        Assert.Equal((0, 0, 0, 0), (done.Bodies, done.Taken, done.Kept, done.Agreed));
        Assert.Equal(13, done.Untouched);
        Assert.Equal(before, await desk.Campaign.Database.ReadAsync(db => db.Answers.AsNoTracking().OrderBy(a => a.SubmissionId).ThenBy(a => a.Variable).Select(a => a.Version).ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task What_is_filled_is_stored_in_one_act_under_trail(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var file = (await desk.MakeAsync()).Number("surface_m2", "0.30000000000000004").Text("vehicules[moteur=electrique]", Value, "1 234,0").Text("plan", Value, "Non")
            .Text("forme", Value, "Accord").Text("pourquoi", Value, "=SOMME(A1)\n@vous").Empty("formes", Value).Text("formes", State, "sans objet").Text("effectif_physique_3112", Comment, "+ les apprentis");
        var done = Done(await desk.TakeAsync(file));
        Assert.Equal((1, 7, 0), (done.Bodies, done.Taken, done.Kept));
        Assert.Equal(
            ["effectif_physique_3112 Given 800 + les apprentis", "forme Given accord ", "formes NotApplicable  ", "plan Given non ", "pourquoi Given =SOMME(A1)\n@vous ", "surface_m2 Given 0.3 Mesurée."],
            await StoredAsync(desk, "effectif_physique_3112", "forme", "formes", "plan", "pourquoi", "surface_m2"));
        // A complete partition fills its total, as in the form.
        Assert.Equal("1237", await desk.ValueAsync(SmallFramework.Cars));
        var acts = await desk.Campaign.Database.ReadAsync(db => db.Trail.AsNoTracking().Where(t => t.Act == "workbooks.import").ToListAsync());
        Assert.Equal((desk.Dossier, desk.Owner.Name), (Assert.Single(acts).SubjectId, acts[0].Actor));
        Assert.Equal(0, (await desk.Campaign.RebuildAsync()).Differing);
    }

    [Theory, EachEngine]
    public async Task A_dry_run_says_the_same_and_writes_nothing(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var file = (await desk.MakeAsync()).Number("formes", "13");
        var before = await desk.Campaign.ContentAsync();
        var dry = Done(await desk.TakeAsync(file, dryRun: true));
        Assert.Equal((1, true), (dry.Taken, dry.DryRun));
        Assert.Equal(before, await desk.Campaign.ContentAsync());
        Assert.Equal(dry with { DryRun = false }, Done(await desk.TakeAsync(file)));
    }

    [Theory, EachEngine]
    public async Task Rows_are_found_wherever_they_went_and_those_that_are_gone_stay_as_stored(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var file = (await desk.MakeAsync()).Number("formes", "14");
        file.Row("formes", null, (_, row, _) =>
        {
            // The row goes to the end, without its number and addresses; one is deleted, one is new and empty.
            var all = row.Parent!;
            row.Remove();
            row.Attributes("r").Remove();
            all.Add(new XElement(row.Name), row);
        }).Row("factures", null, (_, row, _) => row.Remove());
        var done = Done(await desk.TakeAsync(file));
        Assert.Equal((1, 11), (done.Taken, done.Untouched));
        Assert.Equal("14", await desk.ValueAsync(SmallFramework.Trained));
        Assert.Equal("123456789012345", await desk.ValueAsync(SmallFramework.Invoices));
    }

    [Theory, EachEngine]
    public async Task What_was_stored_meanwhile_is_kept_or_asked_about(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var file = (await desk.MakeAsync()).Number("formes", "13").Number("surface_m2", "1000").Text("plan", Value, "non");
        await desk.SaveAsync(SmallFramework.Trained, "15");
        await desk.SaveAsync(SmallFramework.Plan, "non");
        await desk.SaveAsync(SmallFramework.Staff, "900");
        var before = await desk.Campaign.ContentAsync();
        var problem = Assert.Single(Refused(await desk.TakeAsync(file)));
        Assert.Equal(("workbooks.conflict", "13", "15"), (problem.Code, problem.Arguments[0], problem.Arguments[1]));
        Assert.Matches("^E1 Un, F[0-9]+$", problem.Place);
        Assert.Equal(before, await desk.Campaign.ContentAsync());

        var done = Done(await desk.TakeAsync(file, MergeSide.Theirs));
        Assert.Equal((1, 1, 1), (done.Taken, done.Kept, done.Agreed));
        Assert.Equal(("15", "1000", "900"), (await desk.ValueAsync(SmallFramework.Trained), await desk.ValueAsync(SmallFramework.Area), await desk.ValueAsync(SmallFramework.Staff)));
        Assert.Equal(1, Done(await desk.TakeAsync(file, MergeSide.Mine)).Taken);
        Assert.Equal("13", await desk.ValueAsync(SmallFramework.Trained));
    }

    [Theory, EachEngine]
    public async Task What_was_shown_is_what_is_done_and_it_is_done_once(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var id = Done(await desk.SendAsync((await desk.MakeAsync()).Number("formes", "13").Number("surface_m2", "1000")));
        var shown = Done(await desk.ShowAsync(id)).Plan;
        Assert.Equal(2, shown.Taken.Count);
        // Somebody else sees none of it.
        Assert.IsType<Outcome<WorkbookPreview>.Missing>(await desk.ShowAsync(id, People.Of(Role.Contributor, SmallFederation.Alpha75, 3)));
        await desk.SaveAsync(SmallFramework.Trained, "15");
        var before = await desk.Campaign.ContentAsync();
        Assert.Equal("workbooks.changed-meanwhile", Assert.IsType<Outcome<WorkbookImported>.Stale>(await desk.TakeAsync(id, shown.Token, _ => MergeSide.Mine)).Problems[0].Code);
        Assert.Equal(before, await desk.Campaign.ContentAsync());

        var again = Done(await desk.ShowAsync(id)).Plan;
        Assert.Equal((1, 1), (again.Taken.Count, again.Conflicts.Count));
        Assert.Equal("workbooks.undecided", Assert.Single(Refused(await desk.TakeAsync(id, again.Token, _ => null))).Code);
        var key = Guid.NewGuid();
        var done = Done(await desk.TakeAsync(id, again.Token, _ => MergeSide.Mine, key));
        Assert.Equal(done, Done(await desk.TakeAsync(id, again.Token, _ => MergeSide.Mine, key)));
        Assert.Equal(2, done.Taken);
        Assert.IsType<Outcome<WorkbookPreview>.Missing>(await desk.ShowAsync(id));
        Assert.Equal(0, await desk.Campaign.Database.ReadAsync(db => db.WorkbookUploads.CountAsync()));
    }

    [Theory, EachEngine]
    public async Task What_was_sent_is_kept_seven_days_and_one_at_a_time(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var file = (await desk.MakeAsync()).Number("formes", "13");
        var first = Done(await desk.SendAsync(file));
        var second = Done(await desk.SendAsync(file));
        Assert.IsType<Outcome<WorkbookPreview>.Missing>(await desk.ShowAsync(first));
        desk.Campaign.Database.Clock.Set(new DateTimeOffset(2025, 2, 22, 12, 0, 1, TimeSpan.Zero));
        Assert.IsType<Outcome<WorkbookPreview>.Missing>(await desk.ShowAsync(second));
        // Gone with what anybody else sends.
        var other = People.Of(Role.Contributor, SmallFederation.Alpha75, 3);
        Done(await desk.SendAsync(file, other));
        Assert.Equal([other.Id], await desk.Campaign.Database.ReadAsync(db => db.WorkbookUploads.Select(u => u.AccountId).ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task Many_bodies_come_back_in_one_act_or_not_at_all(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var file = (await desk.MakeUnderAsync(Actor.Command, SmallFederation.Federation)).Number("effectif_physique_3112", "801", "alpha-75").Number("effectif_physique_3112", "21", "beta-14")
            .Number("effectif_physique_3112", "5", "ecole");
        var faulty = new Workbook(file.File()).Number("formes", "99", "beta-14");
        var before = await desk.Campaign.ContentAsync();
        var problem = Assert.Single(Refused(await desk.TakeAsync(faulty, actor: Actor.Command)));
        Assert.Equal("submissions.blocking-check", problem.Code);
        Assert.StartsWith("E1 Un, ", problem.Place, StringComparison.Ordinal);
        Assert.Equal(before, await desk.Campaign.ContentAsync());
        var done = Done(await desk.TakeAsync(file, actor: Actor.Command));
        Assert.Equal((3, 3), (done.Bodies, done.Taken));
        Assert.Equal(0, (await desk.Campaign.RebuildAsync()).Differing);
        Assert.Equal(["alpha-75", "beta-14", "ecole"], await desk.Campaign.Database.ReadAsync(async db =>
            (await db.Trail.AsNoTracking().Where(t => t.Act == "workbooks.import").OrderBy(t => t.Sequence).Select(t => t.Organization).ToListAsync()).Select(o => o!.Value.Value).Order().ToList()));
    }

    [Theory, EachEngine]
    public async Task What_may_not_be_read_is_not_in_it_and_what_may_not_be_written_is_refused(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var coordinator = People.Of(Role.Coordinator, SmallFederation.FundA);
        var file = await desk.MakeAsync(coordinator);
        // Nothing is signed: neither the sheets nor the hidden base tell the drafts.
        Assert.All(file.Column(Value), v => Assert.Equal("", v.Value));
        Assert.All(file.Column(State).Where(s => s.Key.Length > 0 && s.Key != "part-formes" && s.Key is not ("delai-moyen" or "part-plan" or "flotte")), s => Assert.Equal("non communiqué", s.Value));
        Assert.DoesNotContain(file.Parts, p => file[p].Contains("1234.56789", StringComparison.Ordinal) || file[p].Contains("Pas suivi", StringComparison.Ordinal));
        Assert.IsType<Outcome<WorkbookImported>.Missing>(await desk.TakeAsync(file, actor: coordinator));
        Assert.IsType<Outcome<WorkbookImported>.Missing>(await desk.TakeAsync(await desk.MakeAsync(), actor: People.Of(Role.Director, SmallFederation.Alpha75)));
        Assert.IsType<Outcome<WorkbookMade>.Missing>(await desk.Campaign.Database.WithAsync<MakeWorkbook, Outcome<WorkbookMade>>(
            m => m.RunAsync(People.Of(Role.Contributor, SmallFederation.Beta14), desk.Dossier, () => throw new InvalidOperationException(), default)));
        // Of a body of theirs, but with another's rows.
        Assert.Equal("workbooks.other-body", Refused(await desk.SendAsync(await desk.MakeAsync(People.Of(Role.Contributor, SmallFederation.Beta14), SmallFederation.Beta14)))[0].Code);
        var before = await desk.Campaign.ContentAsync();
        Assert.Equal("workbooks.not-shown", Refused(await desk.TakeAsync(file.Number("formes", "9"), actor: Actor.Command))[0].Code);
        Assert.Equal(before, await desk.Campaign.ContentAsync());
    }

    [Theory, EachEngine]
    public async Task What_is_validated_cannot_be_changed_and_is_protected(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        var old = await desk.MakeAsync();
        Done(await desk.Campaign.ImportAsync(["alpha-75,formes,,12,,"], sign: true, validate: true));
        var file = (await desk.MakeAsync()).Number("formes", "13");
        var problem = Assert.Single(Refused(await desk.TakeAsync(file)));
        Assert.Equal(("workbooks.locked", "12"), (problem.Code, problem.Arguments[0]));
        Assert.Equal("workbooks.locked", Assert.Single(Refused(await desk.TakeAsync(old.Number("formes", "13"), MergeSide.Mine))).Code);
        Assert.Equal("12", await desk.ValueAsync(SmallFramework.Trained));
    }

    [Theory, EachEngine]
    public async Task Entry_that_is_over_refuses_a_body_and_an_error_that_stood_already_does_not(Engine engine)
    {
        await using var desk = await WorkbookDesk.OpenAsync(engine);
        await desk.SaveAsync(SmallFramework.Staff, "3");
        var file = (await desk.MakeAsync()).Number("surface_m2", "77");
        Assert.Equal(1, Done(await desk.TakeAsync(file)).Taken);
        Assert.Equal("submissions.below-minimum", Assert.Single(Refused(await desk.TakeAsync((await desk.MakeAsync()).Number("surface_m2", "-1")))).Code);
        desk.Campaign.Database.Clock.Set(new DateTimeOffset(2026, 2, 15, 12, 0, 0, TimeSpan.Zero));
        Assert.Contains(Refused(await desk.TakeAsync(file.Number("surface_m2", "78"), MergeSide.Mine)), p => p.Code == "submissions.entry-over");
    }

    private static Task<List<string>> StoredAsync(WorkbookDesk desk, params string[] variables) => desk.Campaign.Database.ReadAsync(async db =>
        (await db.Answers.AsNoTracking().Where(a => a.SubmissionId == desk.Dossier).ToListAsync())
            .Where(a => a.Cell == CellKey.Total && variables.Contains(a.Variable.Value)).OrderBy(a => a.Variable.Value, StringComparer.Ordinal)
            .Select(a => $"{a.Variable} {a.State} {a.Value} {a.Comment}").ToList());
}
