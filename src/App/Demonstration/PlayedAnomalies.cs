using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Outbox;
using Responsables.App.Quality;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Organizations;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;

namespace Responsables.App.Demonstration;

/// <summary>Questions, answers and decisions about anomalies, played through the same use cases as the site.</summary>
internal sealed class PlayedAnomalies
{
    private const int AskedDaysAgo = 8, DueDaysAgo = 2, AnsweredDaysAgo = 3;

    private readonly AppDb db;
    private readonly DemonstrationClock clock;
    private readonly AnomaliesQuery anomalies;
    private readonly AskAnomalies ask;
    private readonly AnswerAnomaly answer;
    private readonly DecideAnomalies decide;

    public PlayedAnomalies(AppDb db, FrameworkCatalog frameworks, DossierStore dossiers, Writing writing, DemonstrationClock clock)
    {
        (this.db, this.clock) = (db, clock);
        var questionnaires = new Questionnaires();
        var sources = new QualitySources(db, frameworks, questionnaires, new RuleCatalog(frameworks), new BodyReadings(db, frameworks, questionnaires, new KnownBodyReadings()));
        var list = new AnomalyList(db, sources);
        var work = new AnomalyWork(db, list, dossiers, new OutboxWriter(db, MailSettings.None, []));
        (anomalies, ask, answer) = (new AnomaliesQuery(db, sources, list, clock), new AskAnomalies(db, work, writing), new AnswerAnomaly(db, work, writing));
        decide = new DecideAnomalies(db, work, dossiers, writing);
    }

    /// <summary>What explained a lasting surprise, accepted the year before the running one.</summary>
    public async Task<IReadOnlyList<Problem>> ExplainPoolAsync(int year, OrganizationTree tree, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        foreach (var line in (await LinesAsync(year, cancel)).Where(l => l.Place.Code == SoundSurprises.Pool))
        {
            var (body, fund) = (DemonstrationPeople.Contributor(line.Place), DemonstrationPeople.Reviewer(line.Place, tree));
            Told(problems, await ask.RunAsync(fund, year, [new AskedAnomaly(line.Key, null)], "", Guid.CreateVersion7(), cancel));
            Told(problems, await answer.RunAsync(
                body, year, line.Key, false, "Le centre a un bassin de rééducation, rempli et renouvelé toute l’année : sa consommation est suivie par un compteur à part.", Guid.CreateVersion7(), cancel));
            Told(problems, await decide.RunAsync(fund, year, [line.Key], AnomalyDecision.Explained, "", Guid.CreateVersion7(), cancel));
        }

        return problems;
    }

    /// <summary>The running year: some are asked, one of them late; one is answered; the rest is for whoever looks.</summary>
    public async Task<IReadOnlyList<Problem>> AskAsync(DateTimeOffset now, OrganizationTree tree, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        clock.Set(now.AddDays(-AskedDaysAgo));
        var due = IsoDay.Of(Deadline.DayAt(now.AddDays(-DueDaysAgo)));
        var asked = (await LinesAsync(Stages.RunningYear, cancel)).Where(l => l.Place.Code.Value is "cpam-69" or "cpam-54" or "caf-59").ToList();
        foreach (var body in asked.GroupBy(l => l.Place.Code))
        {
            Told(problems, await ask.RunAsync(
                DemonstrationPeople.Reviewer(body.First().Place, tree), Stages.RunningYear, [.. body.Select(l => new AskedAnomaly(l.Key, null))], due, Guid.CreateVersion7(), cancel));
        }

        clock.Set(now.AddDays(-AnsweredDaysAgo));
        foreach (var line in asked.Where(l => l.Place.Code.Value == "cpam-54"))
        {
            Told(problems, await answer.RunAsync(
                DemonstrationPeople.Contributor(line.Place), Stages.RunningYear, line.Key, true, "En effet : la valeur est en kilogrammes. Merci de nous renvoyer l’indicateur.", Guid.CreateVersion7(), cancel));
        }

        clock.Set(now);
        return problems;
    }

    private async Task<IReadOnlyList<AnomalyLine>> LinesAsync(int year, CancellationToken cancel) =>
        (await anomalies.RunAsync(DemonstrationPeople.Federation, new AnomalyRequest { Year = year, IsWhole = true }, cancel))!.All;

    private void Told(List<Problem> problems, Outcome<AnomaliesTreated> outcome)
    {
        db.ChangeTracker.Clear();
        problems.AddRange(outcome switch
        {
            Outcome<AnomaliesTreated>.Done => [],
            Outcome<AnomaliesTreated>.Refused refused => refused.Problems,
            _ => [new Problem("demonstration.unfinished", null)],
        });
    }
}
