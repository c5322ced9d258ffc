using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Campaigns;
using Responsables.App.Frameworks;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.Reviews;

/// <summary>A campaign of the small federation on the real framework, entry and review open now; bodies act by the use cases.</summary>
public sealed class RunningYear(Site site)
{
    public const int Year = 2024;

    public static readonly FrameworkCode Framework = new("rso-2020");

    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    public Site Site => site;

    public static async Task<RunningYear> OpenAsync(Site site)
    {
        var year = new RunningYear(site);
        await year.LoadFrameworkAsync();
        var calendar = DefaultCalendar.Of((Today.AddDays(-30), Today.AddDays(30)), Today.AddDays(60), Today.AddDays(90), (Today.AddDays(91), Today.AddDays(100)));
        await year.DoneAsync<OpenCampaign, CampaignOpened>(open =>
            open.RunAsync(Actor.Command, new CampaignOpening(Year, Framework, null, [], calendar), Guid.NewGuid(), CancellationToken.None));
        return year;
    }

    public async Task LoadFrameworkAsync() => await site.WithDbAsync(async db =>
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "frameworks", "rso-2020.yaml"));
        db.FrameworkVersions.Add(new FrameworkVersion { Code = Framework, Version = 1, Yaml = yaml, Seal = "essai", LoadedAt = DateTimeOffset.UtcNow });
        return await db.SaveChangesAsync();
    });

    public Task<Guid> IdOf(OrganizationCode body) => site.WithDbAsync(db => db.Submissions.Where(s => s.Organization == body).Select(s => s.Id).SingleAsync());

    public async Task<Dossier> DossierOf(OrganizationCode body)
    {
        var id = await IdOf(body);
        return (await UseAsync<DossierStore, Dossier?>(store => store.ReadAsync(id, CancellationToken.None)))!;
    }

    public async Task<BlockState> StateOf(OrganizationCode body, BlockKey block) => (await DossierOf(body)).StateOf(block);

    /// <summary>Answers what is required, all sans objet but the named variables; then signs.</summary>
    public async Task AnswerAndSign(OrganizationCode body, params (string Variable, string Value)[] values)
    {
        await Answer(body, null, values);
        await Sign(body);
    }

    /// <param name="who">Who enters; null: somebody who does nothing else.</param>
    public async Task Answer(OrganizationCode body, Guid? who, params (string Variable, string Value)[] values)
    {
        var dossier = await DossierOf(body);
        var edits = dossier.Questionnaire.Variables.SelectMany(v => v.Cells.Select(cell => (v.Code, cell))).Select(place =>
        {
            var value = place.cell.IsTotal ? values.FirstOrDefault(v => v.Variable == place.Code.Value).Value : null;
            return new AnswerEdit(place.Code, place.cell, value is null ? AnswerState.NotApplicable : AnswerState.Given, value, null, null);
        });
        await SaveAsync(body, who ?? Guid.NewGuid(), [.. edits]);
    }

    /// <summary>Changes one answer as a form would: refused when it is locked.</summary>
    public async Task Change(OrganizationCode body, VariableCode variable, string? value, string? comment = null)
    {
        var row = (await DossierOf(body)).Rows.GetValueOrDefault((variable, CellKey.Total));
        await SaveAsync(body, Guid.NewGuid(), [new AnswerEdit(
            variable, CellKey.Total, value is null ? AnswerState.NotApplicable : AnswerState.Given, value, comment,
            new ShownAnswer(row?.Version ?? 0, row?.State ?? AnswerState.Missing, row?.Value, row?.Comment))]);
    }

    public async Task Sign(OrganizationCode body)
    {
        var dossier = await DossierOf(body);
        var director = new Actor(Guid.NewGuid(), "Paul Garnier", [new Grant(Role.Director, body)], false);
        await DoneAsync<SignSubmission, Signed>(sign => sign.RunAsync(director, dossier.Submission.Id, dossier.Submission.Version, Guid.NewGuid(), CancellationToken.None));
    }

    /// <summary>The first variable that several indicators ask, with two of them.</summary>
    public async Task<(VariableCode Variable, BlockKey First, BlockKey Second)> SharedVariable()
    {
        var questionnaire = (await DossierOf(SmallFederation.Alpha75)).Questionnaire;
        return questionnaire.Variables.Where(v => v.IsNumeric && v.HasTotal)
            .Select(v => (v.Code, Blocks: questionnaire.BlocksOf(v.Code).Where(b => !b.IsContext).Distinct().ToList()))
            .Where(v => v.Blocks.Count > 1).Select(v => (v.Code, v.Blocks[0], v.Blocks[1])).First();
    }

    public async Task<T> UseAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private async Task SaveAsync(OrganizationCode body, Guid who, IReadOnlyList<AnswerEdit> edits)
    {
        var id = await IdOf(body);
        var contributor = new Actor(who, "Sonia Marchand", [new Grant(Role.Contributor, body)], false);
        await DoneAsync<SaveAnswers, AnswersSaved>(save => save.RunAsync(contributor, id, edits, [], Guid.NewGuid(), CancellationToken.None));
    }

    private async Task<T> DoneAsync<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> act)
        where TUseCase : notnull
    {
        var outcome = await UseAsync(act);
        Assert.True(outcome is Outcome<T>.Done, outcome switch
        {
            Outcome<T>.Refused refused => string.Join(", ", refused.Problems.Select(p => $"{p.Code} {p.Place} {string.Join(' ', p.Arguments)}")),
            _ => outcome.ToString(),
        });
        return ((Outcome<T>.Done)outcome).Value;
    }
}
