using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Tests.Support;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>
/// Goal G1: the real program killed with -9 while 32 forms save, again and again, loses nothing that it said was saved. Controls, at the end
/// of the same run: the same check finds a value that was acknowledged before it was committed, a value without its trail row and a trail
/// row without its value.
/// </summary>
public abstract class CrashTests(Engine engine)
{
    /// <summary>Rounds on each push; more can be asked for.</summary>
    private static readonly int Rounds =
        int.Parse(Environment.GetEnvironmentVariable("RESPONSABLES_TEST_ROUNDS") ?? "20", CultureInfo.InvariantCulture);

    private const string Password = "quatre mots pour entrer";

    /// <summary>Saves acknowledged in a round before the kill.</summary>
    private const int FewestSaved = 8, MostSaved = 64;

    private static readonly OrganizationCode[] Bodies =
    [
        SmallFederation.Alpha75, SmallFederation.AlphaNormandie, SmallFederation.AlphaNowhere, SmallFederation.Beta14,
        SmallFederation.Beta75, SmallFederation.Beta974, SmallFederation.School, SmallFederation.FundA,
    ];

    private static readonly VariableCode[] Variables = [SmallFramework.Staff, SmallFramework.Area, SmallFramework.Invoices, SmallFramework.Cars];

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_program_is_killed()
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        await PrepareAsync(campaign);
        using var site = new ServedSite(await campaign.Database.WithAsync<DatabaseChoice, DatabaseChoice>(Task.FromResult));
        var starts = new List<double> { (await site.StartAsync()).TotalSeconds };
        var savers = await OpenFormsAsync(campaign, site.Address);
        var requests = await campaign.Database.ReadAsync(db => db.ProcessedRequests.CountAsync());
        var random = new Random(1);
        for (var round = 1; round <= Rounds; round++)
        {
            if (round > 1)
            {
                starts.Add((await site.StartAsync()).TotalSeconds);
            }

            var wanted = savers.Sum(s => s.Acknowledged) + random.Next(FewestSaved, MostSaved);
            var saving = savers.Select(s => Task.Run(s.SaveAsync)).ToList();
            await UntilAsync(() => savers.Sum(s => s.Acknowledged) >= wanted);
            site.Kill();
            await Task.WhenAll(saving);
            Assert.Empty(savers.Select(s => s.Refusal).OfType<string>());
            Assert.Empty(await FaultsAsync(campaign, savers, savers.ConvertAll(s => s.Acknowledged)));
            Assert.Empty((await campaign.Database.ReadAsync(db => TrailVerification.RunAsync(db, default))).Faults);
            Assert.Equal(await CountAsync(campaign), await campaign.Database.ReadAsync(db => db.ProcessedRequests.CountAsync()) - requests);
        }

        var rebuilt = await site.CommandAsync("consolidate", "--year", "2024", "--rebuild");
        Assert.True(rebuilt is { Exit: 0 } && rebuilt.Text.Contains("toutes identiques", StringComparison.Ordinal), rebuilt.Text);
        var verified = await site.CommandAsync("trail", "verify");
        Assert.True(verified.Exit == 0, verified.Text);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"G1 {engine}: {Rounds} kills, {savers.Sum(s => s.Acknowledged)} acknowledged, {savers.Sum(s => s.Sent)} sent, 0 lost; first 200 after {starts.Average():F1} s, at most {starts.Max():F1} s"));
        await FindWhatIsPlantedAsync(campaign, savers);
    }

    /// <summary>However slow the machine: a kill before anything was acknowledged would prove nothing.</summary>
    private static async Task UntilAsync(Func<bool> isReached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!isReached())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private static async Task FindWhatIsPlantedAsync(SmallCampaign campaign, List<Autosaver> savers)
    {
        var early = await FaultsAsync(campaign, savers, savers.ConvertAll(s => s.Sent + 1));
        Assert.Equal(savers.Count, early.Count(f => f.Contains("lost", StringComparison.Ordinal)));
        // Only what was saved can be altered: on a slow machine some forms had no time for a first save.
        var first = await campaign.Database.ReadAsync(db => db.Answers.CountAsync(a => a.Variable == Variables[0]));
        var second = await campaign.Database.ReadAsync(db => db.Answers.CountAsync(a => a.Variable == Variables[1]));
        await campaign.RunAsync($"""UPDATE answers SET "Value" = '999999', "Version" = "Version" + 1 WHERE "Variable" = '{Variables[0]}'""");
        var untold = await FaultsAsync(campaign, savers, savers.ConvertAll(s => s.Acknowledged));
        Assert.Equal(first, untold.Count(f => f.Contains("trail", StringComparison.Ordinal)));
        await campaign.RunAsync($"""DELETE FROM answers WHERE "Variable" = '{Variables[1]}'""");
        var unkept = await FaultsAsync(campaign, savers, savers.ConvertAll(s => s.Acknowledged));
        Assert.Equal(first + second, unkept.Count(f => f.Contains("trail", StringComparison.Ordinal)));
    }

    /// <summary>Whether each value is one that was sent, not before the last acknowledged, and the trail tells of each exactly once.</summary>
    private static async Task<List<string>> FaultsAsync(SmallCampaign campaign, List<Autosaver> savers, List<int> acknowledged)
    {
        var faults = new List<string>();
        for (var i = 0; i < savers.Count; i++)
        {
            var saver = savers[i];
            var shown = await campaign.ShownAsync(saver.Submission, saver.Variable);
            var kept = int.Parse(shown.Value ?? "0", CultureInfo.InvariantCulture);
            var told = await campaign.ToldAsync(saver.Submission, saver.Variable);
            var place = $"{saver.Body} {saver.Variable}";
            if (kept < acknowledged[i])
            {
                faults.Add($"{place}: {kept} kept, {acknowledged[i]} acknowledged: lost");
            }

            if (kept > saver.Sent || shown.Version != kept
                || !told.Select(t => t.After).SequenceEqual(Enumerable.Range(1, kept).Select(v => v.ToString(CultureInfo.InvariantCulture))))
            {
                faults.Add($"{place}: {kept} kept at version {shown.Version}, {saver.Sent} sent, {told.Count} in the trail");
            }
        }

        return faults;
    }

    private static Task<int> CountAsync(SmallCampaign campaign) =>
        campaign.Database.ReadAsync(db => db.Trail.CountAsync(t => t.Act == "submissions.save"));

    /// <summary>Windows open now, in the program's own time, and a contributor for each body.</summary>
    private static async Task PrepareAsync(SmallCampaign campaign) => await campaign.Database.ReadAsync(async db =>
    {
        var year = await db.Campaigns.SingleAsync();
        year.EntryFrom = DateTimeOffset.UtcNow.AddDays(-1);
        year.EntryTo = year.ReviewTo = year.AcceptanceTo = DateTimeOffset.UtcNow.AddDays(30);
        foreach (var body in Bodies)
        {
            var email = EmailOf(body);
            var account = new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                DisplayName = $"Personne {body}",
                CreatedAt = DateTimeOffset.UtcNow,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
            account.Grants.Add(new AccountGrant { AccountId = account.Id, Role = Role.Contributor, Scope = body, GrantedAt = DateTimeOffset.UtcNow });
            db.Users.Add(account);
        }

        return await db.SaveChangesAsync();
    });

    private static async Task<List<Autosaver>> OpenFormsAsync(SmallCampaign campaign, Uri site)
    {
        var submissions = await campaign.SubmissionsAsync();
        var savers = new List<Autosaver>();
        foreach (var body in Bodies)
        {
            var (browser, token) = await Autosaver.SignInAsync(site, EmailOf(body), Password, submissions[body]);
            savers.AddRange(Variables.Select(v => new Autosaver(browser, token, body, submissions[body], v)));
        }

        return savers;
    }

    private static string EmailOf(OrganizationCode body) => $"{body}@example.fr";
}

/// <summary>The engines apart, so that both run at once.</summary>
public sealed class SqliteCrashTests() : CrashTests(Engine.Sqlite);

/// <inheritdoc cref="SqliteCrashTests"/>
public sealed class PostgresCrashTests() : CrashTests(Engine.Postgres);
