using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Campaigns;
using Responsables.App.Frameworks;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests;

/// <summary>Campaigns of the committed framework over the small federation, and dossiers brought to where a test needs them, by people of its own.</summary>
internal sealed class PlayedYears(Site site)
{
    public static readonly FrameworkCode Framework = new("rso-2020");

    private static CampaignCalendar Now => new(
        new Window(DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow.AddDays(20)), DateTimeOffset.UtcNow.AddDays(40), DateTimeOffset.UtcNow.AddDays(60),
        new Window(DateTimeOffset.UtcNow.AddDays(70), DateTimeOffset.UtcNow.AddDays(80)), Deadline.Paris);

    public static async Task<PlayedYears> OpenAsync(Site site, params int[] years)
    {
        var played = new PlayedYears(site);
        await played.DoAsync<LoadFrameworks, IReadOnlyList<FrameworkLoaded>>(load => load.RunAsync(
            Actor.Command, Path.Combine(Root(), "frameworks"), Guid.NewGuid(), CancellationToken.None));
        foreach (var year in years)
        {
            await played.DoAsync<OpenCampaign, CampaignOpened>(open => open.RunAsync(
                Actor.Command, new CampaignOpening(year, Framework, SmallFederation.EndOf2024, [], Now), Guid.NewGuid(), CancellationToken.None));
        }

        return played;
    }

    public Task<Guid> IdAsync(OrganizationCode body, int year) => site.WithDbAsync(db =>
        db.Submissions.Where(s => s.Organization == body && s.Campaign.Year == year).Select(s => s.Id).SingleAsync());

    /// <summary>Answers that nothing applies, everywhere but to the questions left out.</summary>
    public async Task AnswerNothingAsync(OrganizationCode body, int year, params string[] but)
    {
        var dossier = await ReadAsync(await IdAsync(body, year));
        await SaveAsync(body, year, [.. from variable in dossier.Questionnaire.Variables
            where !but.Contains(variable.Code.Value)
            from cell in variable.Cells
            select new AnswerEdit(variable.Code, cell, AnswerState.NotApplicable, null, null, null)]);
    }

    public Task AnswerAsync(OrganizationCode body, int year, string variable, string text, string? comment = null) =>
        SaveAsync(body, year, [new AnswerEdit(new VariableCode(variable), CellKey.Total, AnswerState.Given, text, comment, null)]);

    public Task AnalyseAsync(OrganizationCode body, int year, string topic, string text) => SaveAsync(body, year, [], new AnalysisEdit(topic, text, null));

    public async Task SignAsync(OrganizationCode body, int year)
    {
        var id = await IdAsync(body, year);
        var version = (await ReadAsync(id)).Submission.Version;
        await DoAsync<SignSubmission, Signed>(sign => sign.RunAsync(Somebody(Role.Director, body), id, version, Guid.NewGuid(), CancellationToken.None));
    }

    /// <param name="reviewer">The fund; null for the federation.</param>
    public async Task ValidateAsync(OrganizationCode body, int year, OrganizationCode? reviewer)
    {
        var id = await IdAsync(body, year);
        var version = (await ReadAsync(id)).Submission.Version;
        var who = reviewer is null ? Somebody(Role.Federation, null) : Somebody(Role.Coordinator, reviewer);
        await DoAsync<ReviewBlocks, Reviewed>(review => review.ValidateRestAsync(who, id, version, [], Guid.NewGuid(), CancellationToken.None));
    }

    public async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> act)
        where TUseCase : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
        Assert.True(outcome is Outcome<T>.Done, $"{typeof(TUseCase).Name}: {outcome} {string.Join(", ", (outcome as Outcome<T>.Refused)?.Problems.Select(p => $"{p.Code} {p.Place}") ?? [])}");
        return ((Outcome<T>.Done)outcome).Value;
    }

    private Task<AnswersSaved> SaveAsync(OrganizationCode body, int year, IReadOnlyList<AnswerEdit> edits, params AnalysisEdit[] analyses) =>
        DoAsync<SaveAnswers, AnswersSaved>(async save => await save.RunAsync(
            Somebody(Role.Contributor, body), await IdAsync(body, year), edits, analyses, Guid.NewGuid(), CancellationToken.None));

    private async Task<Dossier> ReadAsync(Guid id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<DossierStore>().ReadAsync(id, CancellationToken.None))!;
    }

    private static Actor Somebody(Role role, OrganizationCode? scope) => new(Guid.CreateVersion7(), "Sonia Marchand", [new Grant(role, scope)], false);

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
