using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Evidence;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Demonstration;

/// <summary>What was made, and whose dossiers the demonstration's accounts are to open.</summary>
/// <param name="Body">Body of the contributor and of the director.</param>
/// <param name="Fund">Fund of the coordinator.</param>
public sealed record DemonstrationCreated(int Bodies, IReadOnlyList<int> Years, int Acts, OrganizationCode Body, OrganizationCode Fund);

/// <summary>
/// Fills a freshly initialised database with the demonstration: the real tree with a merger that never was, the years of two frameworks as
/// reprises and one in every state of progress. Every figure is invented. Refused on a database that holds anything.
/// </summary>
public sealed class CreateDemonstration(AppDb db, FrameworkCatalog frameworks, DossierStore dossiers, EvidenceDesk desk, MalwareScan scan, TimeProvider time)
{
    private static readonly OrganizationCode Fund = new("cnam");
    private const string Unfinished = "unfinished";
    private const string Finished = "finished";

    private readonly DemonstrationClock clock = new(time.GetUtcNow());

    /// <summary>The organisations that travel with the program.</summary>
    public static string OrganizationsFile => Path.Combine(AppContext.BaseDirectory, "data", "organizations.csv");

    public async Task<Outcome<DemonstrationCreated>> RunAsync(Actor actor, string organizationsFile, CancellationToken cancel)
    {
        if (!actor.IsCommand)
        {
            return Outcome.Missing<DemonstrationCreated>();
        }

        if (await RefusingAsync(cancel) is { } problem)
        {
            return Outcome.Refused<DemonstrationCreated>(problem);
        }

        await using var file = File.OpenRead(organizationsFile);
        var read = await OrganizationsCsv.ReadAsync(file, stop: cancel);
        if (read is not Outcome<IReadOnlyList<OrganizationPeriod>>.Done periods)
        {
            return Outcome.Refused<DemonstrationCreated>(((Outcome<IReadOnlyList<OrganizationPeriod>>.Refused)read).Problems);
        }

        var merged = Merger.In(periods.Value);
        var register = OrganizationRegister.Of(merged);
        return register is Outcome<OrganizationRegister>.Done done
            ? await FillAsync(actor, merged, done.Value, cancel)
            : Outcome.Refused<DemonstrationCreated>(((Outcome<OrganizationRegister>.Refused)register).Problems);
    }

    private async Task<Problem?> RefusingAsync(CancellationToken cancel)
    {
        if (await db.Settings.Where(s => s.Name == Setting.Demonstration).Select(s => s.Value).SingleOrDefaultAsync(cancel) is { } state)
        {
            return new Problem(state == Unfinished ? "demonstration.unfinished" : "demonstration.already-there", null);
        }

        if (await db.Organizations.AnyAsync(cancel) || await db.Campaigns.AnyAsync(cancel) || await db.Users.AnyAsync(cancel))
        {
            return new Problem("demonstration.not-empty", null);
        }

        foreach (var code in (FrameworkCode[])[PlanCadre.Code, DemonstrationYears.Rso])
        {
            if (await frameworks.LatestAsync(db, code, cancel) is null)
            {
                return new Problem("demonstration.no-framework", null, code);
            }
        }

        return null;
    }

    private async Task<Outcome<DemonstrationCreated>> FillAsync(
        Actor actor, IReadOnlyList<OrganizationPeriod> periods, OrganizationRegister register, CancellationToken cancel)
    {
        var plan = (await frameworks.LatestAsync(db, PlanCadre.Code, cancel))!.Framework;
        var rso = (await frameworks.LatestAsync(db, DemonstrationYears.Rso, cancel))!.Framework;
        var text = await db.FrameworkVersions.AsNoTracking().Where(f => f.Code == rso.Code && f.Version == rso.Version).Select(f => f.Yaml).SingleAsync(cancel);
        var completed = FrameworkReader.Read(text, [BranchPlan.Yaml(rso)]).Framework!;
        var years = new DemonstrationYears(plan, rso, completed, register);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ahead = years.ImagineAheadAsync(stop.Token);
        try
        {
            return await FillAsync(actor, periods, register, years, cancel);
        }
        finally
        {
            // A year that cannot be imagined is told by whoever asks for it.
            await stop.CancelAsync();
            await ahead.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Outcome<DemonstrationCreated>> FillAsync(
        Actor actor, IReadOnlyList<OrganizationPeriod> periods, OrganizationRegister register, DemonstrationYears years, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var writing = new Writing(db, clock);
        await MarkAsync(writing, actor, Unfinished, cancel);
        if (Problems(await new ImportOrganizations(db, writing).RunAsync(actor, periods, dryRun: false, Guid.CreateVersion7(), cancel)) is { } problems)
        {
            return Outcome.Refused<DemonstrationCreated>(problems);
        }

        foreach (var year in DemonstrationYears.All)
        {
            if (await YearAsync(actor, writing, years, year, now, cancel) is { } refused)
            {
                return Outcome.Refused<DemonstrationCreated>(refused);
            }
        }

        var tree = register.At(new DateOnly(Stages.RunningYear, 12, 31));
        clock.Set(now);
        var played = await new PlayRunningYear(db, dossiers, writing).RunAsync(years, tree, cancel);
        if (played is not Outcome<RunningYearPlayed>.Done running)
        {
            return Outcome.Refused<DemonstrationCreated>(Problems(played)!);
        }

        db.ChangeTracker.Clear();
        if (await Anomalies(writing).AskAsync(now, tree, cancel) is { Count: > 0 } unasked)
        {
            return Outcome.Refused<DemonstrationCreated>(unasked);
        }

        if (await PlaceEvidenceAsync(writing, Stages.RunningYear, cancel) is { } unplaced)
        {
            return Outcome.Refused<DemonstrationCreated>(unplaced);
        }

        await MarkAsync(writing, actor, Finished, cancel);
        return Outcome.Done(new DemonstrationCreated(running.Value.Dossiers, DemonstrationYears.All, running.Value.Acts, Stages.Featured, Fund));
    }

    /// <summary>Opens a year and, unless it is the running one, takes it in as a reprise at the end of its acceptance, then closes it.</summary>
    private async Task<IReadOnlyList<Problem>?> YearAsync(
        Actor actor, Writing writing, DemonstrationYears years, int year, DateTimeOffset now, CancellationToken cancel)
    {
        var (isRunning, framework) = (year == Stages.RunningYear, DemonstrationYears.FrameworkOf(year));
        var calendar = isRunning ? RunningCalendar.At(now) : DefaultCalendar.Of(year);
        clock.Set(calendar.Entry.From);
        if (year == BranchPlan.Since && Problems(await AddToFrameworkAsync(actor, writing, years, cancel)) is { } unfit)
        {
            return unfit;
        }

        var opening = new CampaignOpening(year, framework, new DateOnly(year, 12, 31), DemonstrationAsks.Of(framework), calendar);
        var opened = await new OpenCampaign(db, frameworks, new LastValidated(db), writing).RunAsync(actor, opening, Guid.CreateVersion7(), cancel);
        db.ChangeTracker.Clear();
        if (Problems(opened) is { } problems || isRunning)
        {
            return Problems(opened);
        }

        clock.Set(calendar.AcceptanceTo);
        var reprise = new AnswersImport(year, DryRun: false, Sign: true, Validate: true);
        var imported = await new ImportAnswers(db, frameworks, dossiers, writing).RunAsync(actor, () => Reprises.Of(years[year]), reprise, Guid.CreateVersion7(), cancel);
        db.ChangeTracker.Clear();
        if (Problems(imported) is null && year == Stages.RunningYear - 1
            && await Anomalies(writing).ExplainPoolAsync(year, years.TreeOf(year), cancel) is { Count: > 0 } unexplained)
        {
            return unexplained;
        }

        return Problems(imported) ?? await PlaceEvidenceAsync(writing, year, cancel) ?? Problems(await new CloseCampaign(db, writing).RunAsync(actor, year, Guid.CreateVersion7(), cancel));
    }

    private PlayedAnomalies Anomalies(Writing writing) => new(db, frameworks, dossiers, writing, clock);

    // Of the last years only: the plan cadre asked other questions.
    private async Task<IReadOnlyList<Problem>?> PlaceEvidenceAsync(Writing writing, int year, CancellationToken cancel) =>
        year < Stages.RunningYear - 1 ? null : await new PlacedEvidence(db, dossiers, new AddEvidence(db, desk, scan, writing)).RunAsync(year, cancel);

    private Task<Outcome<SupplementChanged>> AddToFrameworkAsync(Actor actor, Writing writing, DemonstrationYears years, CancellationToken cancel) =>
        new ChangeSupplement(db, frameworks, new OptionalQuery(db, frameworks, clock), writing).RunAsync(
            actor, new SupplementWanted(DemonstrationYears.Rso, BranchPlan.Branch, 0, BranchPlan.Yaml(years.Framework)), Guid.CreateVersion7(), cancel);

    private Task<Outcome<string>> MarkAsync(Writing writing, Actor actor, string state, CancellationToken cancel) =>
        writing.OnceAsync(
            Guid.CreateVersion7(),
            async now =>
            {
                var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == Setting.Demonstration, cancel);
                await TrailWriter.AppendAsync(
                    db, actor, now, [new TrailEntry("demonstration.create", null, null, setting?.Value, new { State = state, Figures = "invented" })], cancel);
                if (setting is null)
                {
                    db.Settings.Add(setting = new Setting { Name = Setting.Demonstration, Value = state });
                }

                setting.Value = state;
                return Outcome.Done(state);
            },
            cancel);

    private static IReadOnlyList<Problem>? Problems<T>(Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Done => null,
        Outcome<T>.Refused refused => refused.Problems,
        Outcome<T>.Stale stale => stale.Problems,
        _ => [new Problem("demonstration.unfinished", null)],
    };
}
