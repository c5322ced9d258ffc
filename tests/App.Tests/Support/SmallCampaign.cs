using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Support;

/// <summary>The small federation with the small framework and the campaign of 2024 open, all through the use cases.</summary>
public sealed class SmallCampaign : IAsyncDisposable
{
    public const int Year = 2024;
    public const string Header = "organization,variable,breakdown,value,state,comment";

    private SmallCampaign(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static async Task<SmallCampaign> OpenAsync(Engine engine, bool allOptional = true)
    {
        var campaign = new SmallCampaign(await TestDatabase.NewAsync(engine));
        await campaign.LoadAsync(SmallFramework.Yaml);
        Done(await campaign.Database.WithAsync<ImportOrganizations, Outcome<OrganizationsImported>>(
            i => i.RunAsync(Actor.Command, SmallFederation.Periods, dryRun: false, Guid.NewGuid(), default)));
        Done(await campaign.OpenYearAsync(Year, allOptional));
        return campaign;
    }

    public Task<Outcome<CampaignOpened>> OpenYearAsync(int year, bool allOptional = true) => Database.WithAsync<OpenCampaign, Outcome<CampaignOpened>>(
        o => o.RunAsync(Actor.Command, new CampaignOpening(year, SmallFramework.Code, null, [], null, allOptional), Guid.NewGuid(), default));

    public async Task<Outcome<IReadOnlyList<FrameworkLoaded>>> LoadAsync(string yaml)
    {
        var folder = Directory.CreateTempSubdirectory("responsables-cadre-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "essai.yaml"), yaml);
        var outcome = await Database.WithAsync<LoadFrameworks, Outcome<IReadOnlyList<FrameworkLoaded>>>(
            l => l.RunAsync(Actor.Command, folder.FullName, Guid.NewGuid(), default));
        folder.Delete(recursive: true);
        return outcome;
    }

    /// <summary>Imports rows under the header.</summary>
    public Task<Outcome<AnswersImported>> ImportAsync(IEnumerable<string> rows, bool dryRun = false, bool sign = false, bool validate = false) =>
        ImportAsync(Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Header)) + "\n"), dryRun, sign, validate);

    public Task<Outcome<AnswersImported>> ImportAsync(byte[] file, bool dryRun = false, bool sign = false, bool validate = false) =>
        Database.WithAsync<ImportAnswers, Outcome<AnswersImported>>(async i =>
        {
            using var content = new MemoryStream(file);
            return await i.RunAsync(Actor.Command, content, new AnswersImport(Year, dryRun, sign, validate), Guid.NewGuid(), default);
        });

    public async Task<string> ExportAsync(ExportedStatus status = ExportedStatus.All, OrganizationCode? under = null)
    {
        var file = new MemoryStream();
        Done(await Database.WithAsync<ExportAnswers, Outcome<int>>(
            e => e.RunAsync(Actor.Command, Year, under, status, () => new StreamWriter(file, new UTF8Encoding(false), -1, leaveOpen: true), default)));
        return Encoding.UTF8.GetString(file.ToArray());
    }

    public async Task<IReadOnlyList<ConsolidationRow>> ConsolidateAsync(
        FigureLevel level = FigureLevel.Validated, Hierarchy by = Hierarchy.Tree, NodeKey? node = null, IndicatorCode? indicator = null) =>
        await Database.WithAsync<ConsolidationRows, IReadOnlyList<ConsolidationRow>>(async c =>
        {
            var rows = Done(await c.OfAsync(Actor.Command, new ConsolidationQuery(Year, by, node, indicator, level), default));
            return await rows.ToListAsync();
        });

    public async Task<PartsRebuilt> RebuildAsync() => Done(await Database.WithAsync<RebuildParts, Outcome<PartsRebuilt>>(
        r => r.RunAsync(Actor.Command, Year, Guid.NewGuid(), default)));

    /// <summary>All that an import could have changed, so that two moments can be compared.</summary>
    public Task<string> ContentAsync() => Database.ReadAsync(async db =>
    {
        var text = new StringBuilder();
        foreach (var a in (await db.Answers.AsNoTracking().ToListAsync()).OrderBy(a => $"{a.SubmissionId} {a.Variable} {a.Cell}", StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{a.SubmissionId} {a.Variable} {a.Cell} {a.State} {a.Value} {a.Comment} {a.Version} {a.ChangedAt:O}");
        }

        foreach (var s in (await db.Submissions.AsNoTracking().ToListAsync()).OrderBy(s => s.Id))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{s.Organization} {s.Version} {s.Required} {s.Answered} {s.Blocking} {s.ToExplain}");
        }

        foreach (var p in (await db.Parts.AsNoTracking().ToListAsync()).OrderBy(p => $"{p.Level} {p.Node}", StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{p.Level} {p.Node} {Convert.ToHexString(p.Content)}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{await db.Trail.CountAsync()} {await db.Signatures.CountAsync()} {await db.Reviews.CountAsync()} {await db.ProcessedRequests.CountAsync()}");
        return text.ToString();
    });

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public static T Done<T>(Outcome<T> outcome)
    {
        Assert.Empty(outcome is Outcome<T>.Refused refused ? refused.Problems.Select(p => $"{p.Place} {p.Code} {string.Join(' ', p.Arguments)}") : []);
        return Assert.IsType<Outcome<T>.Done>(outcome).Value;
    }

    public static IReadOnlyList<Problem> Refused<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Problems;
}
