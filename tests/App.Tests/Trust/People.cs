using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Tests.Trust;

/// <summary>A change of one value, as the trail tells it.</summary>
internal sealed record Told(string? Before, string? After);

/// <summary>Who changes figures in these tests, and what they see.</summary>
internal static class People
{
    public static readonly ShownAnswer Nothing = new(0, AnswerState.Missing, null, null);

    public static Actor Of(Role role, OrganizationCode? scope, int number = 1) =>
        new(Guid.CreateVersion7(), $"{role} {number}", [new Grant(role, scope)], false);

    public static Task<Dictionary<OrganizationCode, Guid>> SubmissionsAsync(this SmallCampaign campaign) =>
        campaign.Database.ReadAsync(db => db.Submissions.ToDictionaryAsync(s => s.Organization, s => s.Id));

    public static Task<Outcome<AnswersSaved>> SaveAsync(
        this SmallCampaign campaign, Actor actor, Guid submission, IReadOnlyList<AnswerEdit> edits, Guid key, CancellationToken cancel = default) =>
        campaign.Database.WithAsync<SaveAnswers, Outcome<AnswersSaved>>(s => s.RunAsync(actor, submission, edits, [], key, cancel));

    /// <summary>What a form would show of a value now.</summary>
    public static Task<ShownAnswer> ShownAsync(this SmallCampaign campaign, Guid submission, VariableCode variable) => campaign.Database.ReadAsync(async db =>
        await db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.SubmissionId == submission && a.Variable == variable && a.Cell == CellKey.Total) is { } row
            ? new ShownAnswer(row.Version, row.State, row.Value, row.Comment)
            : Nothing);

    /// <summary>Every change of a value that the trail holds, in order.</summary>
    public static Task<List<Told>> ToldAsync(this SmallCampaign campaign, Guid submission, VariableCode variable) => campaign.Database.ReadAsync(async db =>
        (await db.Trail.AsNoTracking().Where(t => t.SubjectId == submission && t.Act == "submissions.save").OrderBy(t => t.Sequence).ToListAsync())
            .Where(t => In(t.After, variable.Value, out _)).Select(t => new Told(Value(t.Before, variable), Value(t.After, variable))).ToList());

    private static string? Value(string? json, VariableCode variable) =>
        In(json, variable.Value, out var place) && place.ValueKind == JsonValueKind.Object && place.TryGetProperty("value", out var value) ? value.GetString() : null;

    private static bool In(string? json, string name, out JsonElement place)
    {
        place = default;
        return json is not null && JsonSerializer.Deserialize<JsonElement>(json) is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out place);
    }
}
