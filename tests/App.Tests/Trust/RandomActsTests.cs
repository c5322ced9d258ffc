using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>
/// Whatever the acts and their order, the parts kept current by each save are those that the answers give. Control: one row of parts
/// replaced by another's is found by the same comparison.
/// </summary>
public class RandomActsTests
{
    private const int Acts = 300;

    private static readonly VariableCode[] Numbers =
        [SmallFramework.Staff, SmallFramework.Area, SmallFramework.Trained, SmallFramework.Delay, SmallFramework.Invoices, SmallFramework.Cars];

    private static readonly Actor Federation = People.Of(Role.Federation, null);

    [Theory, EachEngine]
    public async Task Stored_parts_are_those_of_the_answers_after_any_acts(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var bodies = (await campaign.SubmissionsAsync()).OrderBy(b => b.Key.Value, StringComparer.Ordinal).ToList();
        var random = new Random(2024);
        var done = new SortedDictionary<string, int>();
        for (var i = 1; i <= Acts; i++)
        {
            var (body, submission) = bodies[random.Next(bodies.Count)];
            campaign.Database.Clock.Set(campaign.Database.Clock.GetUtcNow().AddMinutes(1));
            var (act, isDone) = await ActAsync(campaign, body, submission, random);
            done[act] = done.GetValueOrDefault(act) + (isDone ? 1 : 0);
            if (i % 50 == 0)
            {
                Assert.Equal([], (await campaign.RebuildAsync()).First);
            }
        }

        Assert.All(done, act => Assert.True(act.Value > 0, $"never done: {act.Key}"));
        Assert.Empty((await campaign.Database.ReadAsync(db => TrailVerification.RunAsync(db, default))).Faults);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{engine}: parts exact after {string.Join(", ", done.Select(d => $"{d.Value} {d.Key}"))}, of {Acts} acts tried");

        Assert.Equal(1, await campaign.RunAsync("""
            UPDATE consolidated_parts SET "Content" = (SELECT "Content" FROM consolidated_parts WHERE "Node" = 'ecole' AND "Level" = 'All')
            WHERE "Node" = '+fed' AND "Level" = 'All'
            """));
        Assert.Equal(["All:+fed"], (await campaign.RebuildAsync()).First);
        Assert.Equal([], (await campaign.RebuildAsync()).First);
    }

    private static async Task<(string Act, bool IsDone)> ActAsync(SmallCampaign campaign, OrganizationCode body, Guid submission, Random random)
    {
        var blocks = await campaign.Database.ReadAsync(db => db.SubmissionBlocks.AsNoTracking().Where(b => b.SubmissionId == submission).ToListAsync());
        var version = await campaign.Database.ReadAsync(db => db.Submissions.Where(s => s.Id == submission).Select(s => s.Version).SingleAsync());
        var contributor = People.Of(Role.Contributor, body);
        var director = People.Of(Role.Director, body);
        switch (random.Next(9))
        {
            case 0 or 1:
                return ("pages", IsDone(await campaign.SaveAsync(contributor, submission, await PageAsync(campaign, submission, random), Guid.NewGuid())));
            case 2:
                var edit = await EditAsync(campaign, submission, Numbers[random.Next(Numbers.Length)], random.Next(8) == 0 ? "" : Number(random), random);
                return ("values", IsDone(await campaign.SaveAsync(contributor, submission, [edit], Guid.NewGuid())));
            case 3 or 4:
                return ("signatures", IsDone(await campaign.Database.WithAsync<SignSubmission, Outcome<Signed>>(
                    s => s.RunAsync(director, submission, version, Guid.NewGuid(), default))));
            case 5:
                return ("withdrawals", IsDone(await campaign.Database.WithAsync<SignSubmission, Outcome<Signed>>(
                    s => s.WithdrawAsync(director, submission, Guid.NewGuid(), default))));
            case 6 when blocks.Count > 0:
                var block = blocks[random.Next(blocks.Count)];
                var decision = new BlockDecision(block.Block, ReviewDecision.Returned, "À revoir", block.Seal);
                return ("returns", IsDone(await ReviewAsync(campaign, r => r.RunAsync(Federation, submission, [decision], Guid.NewGuid(), default))));
            case 7:
                return ("validations", IsDone(await ReviewAsync(
                    campaign, r => r.ValidateRestAsync(Federation, submission, version, [], Guid.NewGuid(), default))));
            default:
                return ("acceptances", IsDone(await campaign.Database.WithAsync<AcceptSubmission, Outcome<Accepted>>(
                    a => a.RunAsync(Federation, [submission], Guid.NewGuid(), default))));
        }
    }

    private static Task<Outcome<Reviewed>> ReviewAsync(SmallCampaign campaign, Func<ReviewBlocks, Task<Outcome<Reviewed>>> review) =>
        campaign.Database.WithAsync(review);

    private static async Task<List<AnswerEdit>> PageAsync(SmallCampaign campaign, Guid submission, Random random)
    {
        var edits = new List<AnswerEdit>
        {
            await EditAsync(campaign, submission, SmallFramework.Staff, (100 + random.Next(900)).ToString(CultureInfo.InvariantCulture), random),
            await EditAsync(campaign, submission, SmallFramework.Plan, random.Next(2) == 0 ? "oui" : "non", random),
        };
        foreach (var number in Numbers.Where(n => n != SmallFramework.Staff))
        {
            edits.Add(await EditAsync(campaign, submission, number, Number(random), random));
        }

        return edits;
    }

    private static async Task<AnswerEdit> EditAsync(SmallCampaign campaign, Guid submission, VariableCode variable, string text, Random random)
    {
        var shown = await campaign.ShownAsync(submission, variable);
        return random.Next(12) switch
        {
            0 => new AnswerEdit(variable, CellKey.Total, AnswerState.NotApplicable, null, null, shown),
            1 => new AnswerEdit(variable, CellKey.Total, AnswerState.Unavailable, null, "Pas encore relevé", shown),
            _ => new AnswerEdit(variable, CellKey.Total, AnswerState.Given, text, null, shown),
        };
    }

    private static string Number(Random random) => random.Next(1, 100).ToString(CultureInfo.InvariantCulture);

    private static bool IsDone<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done;
}
