using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

/// <summary>The campaigns of 2024 (closed to entry) and 2025 (being answered) on the real framework, over the small federation.</summary>
internal sealed class Dossiers(Site site)
{
    public const int Year = 2025;

    public static async Task<Dossiers> OpenAsync(Site site)
    {
        var dossiers = new Dossiers(site);
        await dossiers.DoAsync<LoadFrameworks, IReadOnlyList<FrameworkLoaded>>(load => load.RunAsync(
            Actor.Command, Path.Combine(Root(), "frameworks"), Guid.NewGuid(), CancellationToken.None));
        var now = DateTimeOffset.UtcNow;
        var calendar = new CampaignCalendar(
            new Window(now.AddDays(-10), now.AddDays(20)), now.AddDays(40), now.AddDays(60), new Window(now.AddDays(70), now.AddDays(80)), Deadline.Paris);
        foreach (var year in (int[])[Year - 1, Year])
        {
            var opening = new CampaignOpening(year, new FrameworkCode("rso-2020"), new DateOnly(2024, 12, 31), [], calendar);
            await dossiers.DoAsync<OpenCampaign, CampaignOpened>(open => open.RunAsync(Actor.Command, opening, Guid.NewGuid(), CancellationToken.None));
        }

        return dossiers;
    }

    public Task<Guid> IdAsync(OrganizationCode body, int year = Year) => site.WithDbAsync(db =>
        db.Submissions.Where(s => s.Organization == body && s.Campaign.Year == year).Select(s => s.Id).SingleAsync());

    public async Task<string> FormAsync(string page, OrganizationCode? body = null) =>
        $"/dossiers/{await IdAsync(body ?? SmallFederation.Alpha75)}/engagements/{page}";

    /// <summary>Answers as a colleague of the same body would.</summary>
    public async Task<AnswersSaved> AnswerAsync(OrganizationCode body, string variable, string text, int year = Year, string? comment = null, string cell = "")
    {
        var edit = new AnswerEdit(new VariableCode(variable), new CellKey(cell), AnswerState.Given, text, comment, null);
        return await SaveAsync(body, year, [edit]);
    }

    /// <summary>Says that nothing applies: a dossier that may be signed, without a figure.</summary>
    public async Task AnswerNothingAsync(OrganizationCode body)
    {
        var dossier = await ReadAsync(body);
        await SaveAsync(body, Year, [.. from variable in dossier.Questionnaire.Variables
            from cell in variable.Cells
            select new AnswerEdit(variable.Code, cell, AnswerState.NotApplicable, null, null, null)]);
    }

    public async Task<Dossier> ReadAsync(OrganizationCode body)
    {
        var id = await IdAsync(body);
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<DossierStore>().ReadAsync(id, CancellationToken.None))!;
    }

    /// <summary>What is kept in a place; null: nothing was ever written there.</summary>
    public Task<AnswerRow?> KeptAsync(OrganizationCode body, string variable, string cell = "", int year = Year) => site.WithDbAsync(db =>
        (from row in db.Answers.AsNoTracking()
            join submission in db.Submissions on row.SubmissionId equals submission.Id
            where submission.Organization == body && submission.Campaign.Year == year && row.Variable == new VariableCode(variable) && row.Cell == new CellKey(cell)
            select row).SingleOrDefaultAsync());

    /// <summary>Counts everything that an act may write.</summary>
    public Task<string> CountsAsync() => site.WithDbAsync(async db => string.Join(
        ' ', await db.Answers.SumAsync(a => a.Version), await db.Analyses.SumAsync(a => a.Version), await db.Signatures.CountAsync(), await db.Trail.CountAsync()));

    private async Task<AnswersSaved> SaveAsync(OrganizationCode body, int year, IReadOnlyList<AnswerEdit> edits)
    {
        var id = await IdAsync(body, year);
        var colleague = new Actor(Guid.CreateVersion7(), "Sonia Marchand", [new Grant(Role.Contributor, body)], false);
        return await DoAsync<SaveAnswers, AnswersSaved>(save => save.RunAsync(colleague, id, edits, [], Guid.NewGuid(), CancellationToken.None));
    }

    private async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> act)
        where TUseCase : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
        Assert.True(outcome is Outcome<T>.Done, string.Join(", ", (outcome as Outcome<T>.Refused)?.Problems.Select(p => $"{p.Code} {p.Place}") ?? []));
        return ((Outcome<T>.Done)outcome).Value;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Responsables.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
