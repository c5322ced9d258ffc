using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>
/// Goal G2: a request whose outcome never came back is sent again with its key, afterwards or at the same time; it is done once, and each
/// sending gives the same outcome. Control: with another key each time (the key ignored), the same count finds duplicates.
/// </summary>
public class ReplayTests
{
    private static readonly OrganizationCode[] Bodies =
        [SmallFederation.Alpha75, SmallFederation.AlphaNormandie, SmallFederation.Beta14, SmallFederation.Beta75];

    private static readonly VariableCode[] Values = [SmallFramework.Staff, SmallFramework.Area];

    [Theory, EachEngine]
    public async Task A_thousand_requests_sent_again_are_each_done_once(Engine engine)
    {
        var watch = Stopwatch.StartNew();
        // 8 editors × 110 values, and 60 signatures each withdrawn: 1,000 requests.
        var faults = await SendAsync(engine, values: 110, signatures: 60, isKeyKept: true);
        Assert.Empty(faults);
        TestContext.Current.TestOutputHelper?.WriteLine($"G2 {engine}: 1,000 requests, each sent 2 to 4 times, in {watch.Elapsed.TotalSeconds:F1} s: 0 duplicate, 0 missing");
    }

    [Theory, EachEngine]
    public async Task The_count_finds_duplicates_when_the_key_is_not_kept(Engine engine) =>
        Assert.NotEmpty(await SendAsync(engine, values: 5, signatures: 2, isKeyKept: false));

    private static async Task<IReadOnlyList<string>> SendAsync(Engine engine, int values, int signatures, bool isKeyKept)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        SmallCampaign.Done(await campaign.ImportAsync(
        [
            "ecole,effectif_physique_3112,,100,,", "ecole,surface_m2,,50,,", "ecole,formes,,25,,", "ecole,delai,,10.5,,", "ecole,factures,,2,,",
            "ecole,plan,,oui,,", "ecole,vehicules,,3,,",
        ]));
        var submissions = await campaign.SubmissionsAsync();
        var (trail, requests) = await CountAsync(campaign);
        var editors = Bodies.SelectMany(b => Values.Select(v => (Body: b, Variable: v))).ToList();
        var faults = (await Task.WhenAll(
            [.. editors.Select((e, i) => Task.Run(() => EditAsync(campaign, e.Body, submissions[e.Body], e.Variable, values, isKeyKept, i))),
             Task.Run(() => SignAsync(campaign, submissions[SmallFederation.School], signatures, isKeyKept))])).SelectMany(f => f).ToList();
        var expected = (editors.Count * values) + (2 * signatures);
        var (trailAfter, requestsAfter) = await CountAsync(campaign);
        if ((trailAfter - trail, requestsAfter - requests) != (expected, expected))
        {
            faults.Add($"{expected} requests, {trailAfter - trail} rows of the trail, {requestsAfter - requests} processed");
        }

        foreach (var (body, variable) in editors)
        {
            var kept = await campaign.ShownAsync(submissions[body], variable);
            var told = await campaign.ToldAsync(submissions[body], variable);
            if (kept.Version != values || kept.Value != values.ToString(CultureInfo.InvariantCulture)
                || !told.Select(t => t.After).SequenceEqual(Enumerable.Range(1, values).Select(i => i.ToString(CultureInfo.InvariantCulture))))
            {
                faults.Add($"{body} {variable}: {kept} after {values} values, {told.Count} in the trail");
            }
        }

        return (await campaign.RebuildAsync()).Differing == 0 ? faults : [.. faults, "the parts are not what the answers give"];
    }

    private static async Task<List<string>> EditAsync(
        SmallCampaign campaign, OrganizationCode body, Guid submission, VariableCode variable, int count, bool isKeyKept, int seed)
    {
        var actor = People.Of(Role.Contributor, body, seed);
        var shown = People.Nothing;
        var faults = new List<string>();
        var random = new Random(seed);
        for (var i = 1; i <= count; i++)
        {
            var text = i.ToString(CultureInfo.InvariantCulture);
            var edit = new AnswerEdit(variable, CellKey.Total, AnswerState.Given, text, null, shown);
            var outcomes = await AgainAsync((key, cancel) => campaign.SaveAsync(actor, submission, [edit], key, cancel), isKeyKept, random);
            if (outcomes.Any(o => o is not Outcome<AnswersSaved>.Done { Value.Changed: [{ Version: var v }] } || v != i))
            {
                faults.Add($"{body} {variable} {i}: {string.Join(" | ", outcomes)}");
            }

            shown = new ShownAnswer(i, AnswerState.Given, text, null);
        }

        return faults;
    }

    private static async Task<List<string>> SignAsync(SmallCampaign campaign, Guid submission, int count, bool isKeyKept)
    {
        var director = People.Of(Role.Director, SmallFederation.School);
        var faults = new List<string>();
        var random = new Random(count);
        for (var i = 0; i < count; i++)
        {
            // Signatures are told apart by their instants.
            campaign.Database.Clock.Set(campaign.Database.Clock.GetUtcNow().AddSeconds(1));
            var version = await campaign.Database.ReadAsync(db => db.Submissions.Where(s => s.Id == submission).Select(s => s.Version).SingleAsync());
            var signed = await AgainAsync(
                (key, cancel) => campaign.Database.WithAsync<SignSubmission, Outcome<Signed>>(s => s.RunAsync(director, submission, version, key, cancel)), isKeyKept, random);
            var withdrawn = await AgainAsync(
                (key, cancel) => campaign.Database.WithAsync<SignSubmission, Outcome<Signed>>(s => s.WithdrawAsync(director, submission, key, cancel)), isKeyKept, random);
            if (signed.Concat(withdrawn).Any(o => o is not Outcome<Signed>.Done) || signed.Concat(withdrawn).Distinct().Count() != 1)
            {
                faults.Add($"signature {i}: {string.Join(" | ", signed.Concat(withdrawn))}");
            }
        }

        return faults;
    }

    /// <summary>Sends a request whose first outcome is lost: cut at a random moment, or heard by nobody; then sends it again.</summary>
    private static async Task<List<Outcome<T>>> AgainAsync<T>(Func<Guid, CancellationToken, Task<Outcome<T>>> send, bool isKeyKept, Random random)
    {
        var kept = Guid.NewGuid();
        Guid Key() => isKeyKept ? kept : Guid.NewGuid();
        if (random.Next(3) == 0)
        {
            using var cut = new CancellationTokenSource(random.Next(1, 25));
            try
            {
                await send(Key(), cut.Token);
            }
            catch (Exception lost) when (cut.IsCancellationRequested && lost is OperationCanceledException or DbUpdateException)
            {
                // Done or not: nobody knows, which is the point.
            }
        }

        var outcomes = new List<Outcome<T>>();
        if (random.Next(2) == 0)
        {
            outcomes.AddRange(await Task.WhenAll(send(Key(), default), send(Key(), default)));
        }
        else
        {
            outcomes.Add(await send(Key(), default));
        }

        outcomes.Add(await send(Key(), default));
        return outcomes;
    }

    private static Task<(int Trail, int Requests)> CountAsync(SmallCampaign campaign) => campaign.Database.ReadAsync(async db =>
        (await db.Trail.CountAsync(t => t.Act.StartsWith("submissions.")), await db.ProcessedRequests.CountAsync()));
}
