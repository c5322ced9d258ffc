using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.App.Campaigns;

/// <summary>What opens a campaign. Dates left out take the defaults of the year.</summary>
/// <param name="Asks">Optional indicators by branch; <see cref="CampaignAsk.AllBranches"/> for all.</param>
/// <param name="AllOptional">Every optional indicator is asked of all branches, whatever <paramref name="Asks"/> says.</param>
public sealed record CampaignOpening(
    int Year, FrameworkCode Framework, DateOnly? TreeDate, IReadOnlyList<(string Branch, IndicatorCode Indicator)> Asks, CampaignCalendar? Calendar,
    bool AllOptional = false);

/// <summary>What was opened.</summary>
public sealed record CampaignOpened(Guid Id, int Year, int Submissions);

/// <summary>What an opening would do, branch by branch.</summary>
/// <param name="Required">Questions required of a body of the branch that has not answered yet.</param>
public sealed record BranchOpening(string Branch, int Bodies, int Required);

/// <summary>Opens a reporting year: pins the framework version and the tree, and makes a submission for each expected body.</summary>
public sealed class OpenCampaign(AppDb db, FrameworkCatalog frameworks, LastValidated lastValidated, Writing writing)
{
    /// <summary>Bodies whose parts are packed and written together.</summary>
    private const int Batch = 500;

    public Task<Outcome<CampaignOpened>> RunAsync(Actor actor, CampaignOpening opening, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.OnceAsync(key, now => OpenAsync(actor, opening, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<CampaignOpened>());

    /// <summary>What it would do, or every reason for which it would be refused; nothing is kept.</summary>
    public Task<Outcome<IReadOnlyList<BranchOpening>>> PreviewAsync(Actor actor, CampaignOpening opening, CancellationToken cancel) =>
        actor.May(Permission.ManageCampaigns)
            ? writing.RehearseAsync(now => RehearseAsync(actor, opening, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<IReadOnlyList<BranchOpening>>());

    private async Task<Outcome<IReadOnlyList<BranchOpening>>> RehearseAsync(
        Actor actor, CampaignOpening opening, DateTimeOffset now, CancellationToken cancel)
    {
        var outcome = await OpenAsync(actor, opening, now, cancel);
        if (outcome is not Outcome<CampaignOpened>.Done done)
        {
            return Outcome.Refused<IReadOnlyList<BranchOpening>>(outcome is Outcome<CampaignOpened>.Refused refused ? refused.Problems : []);
        }

        var branches = await db.Submissions.AsNoTracking().Where(s => s.CampaignId == done.Value.Id)
            .GroupBy(s => s.Branch).Select(g => new { g.Key, Bodies = g.Count(), Required = g.Max(s => s.Required) }).ToListAsync(cancel);
        return Outcome.Done<IReadOnlyList<BranchOpening>>(
            [.. branches.OrderBy(b => b.Key, StringComparer.InvariantCulture).Select(b => new BranchOpening(b.Key, b.Bodies, b.Required))]);
    }

    private async Task<Outcome<CampaignOpened>> OpenAsync(Actor actor, CampaignOpening opening, DateTimeOffset now, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        var framework = await frameworks.CurrentAsync(db, opening.Framework, cancel);
        var treeDate = opening.TreeDate ?? new DateOnly(Math.Clamp(opening.Year, 1, 9998), 12, 31);
        if (opening.Year is < 1990 or > 2100)
        {
            problems.Add(new Problem("campaigns.year-out-of-range", null, opening.Year));
        }
        else if (await db.Campaigns.AnyAsync(c => c.Year == opening.Year, cancel))
        {
            problems.Add(new Problem("campaigns.year-already-open", null, opening.Year));
        }

        if (framework is null)
        {
            problems.Add(new Problem("campaigns.framework-unknown", null, opening.Framework));
        }
        else
        {
            problems.AddRange(opening.Asks.Select(a => a.Indicator).Distinct()
                .Where(code => framework.Framework.FindIndicator(code) is null)
                .Select(code => new Problem("campaigns.indicator-unknown", null, code)));
            problems.AddRange(framework.Unfit.Select(u => new Problem("campaigns.supplement-unfit", null, u.Supplement.Branch, FrameworkPlace.Of(u.Fault))));
        }

        var periods = await db.Organizations.AsNoTracking().ToListAsync(cancel);
        var register = OrganizationRegister.Of([.. periods.Select(p => p.ToPeriod())]);
        var tree = register is Outcome<OrganizationRegister>.Done done && done.Value.At(treeDate) is { Organizations.Count: > 0 } found ? found : null;
        if (tree is null)
        {
            problems.Add(new Problem("campaigns.no-organization", null, treeDate));
        }

        // A year out of range is told above; its windows may not even exist.
        var calendar = opening.Calendar ?? DefaultCalendar.Of(Math.Clamp(opening.Year, 1990, 2100));
        problems.AddRange(CalendarGuards.Refusing(calendar));
        if (problems.Count > 0)
        {
            return Outcome.Refused<CampaignOpened>(problems);
        }

        return Outcome.Done(await WriteAsync(actor, opening, framework!, tree!, treeDate, calendar, now, cancel));
    }

    private async Task<CampaignOpened> WriteAsync(
        Actor actor, CampaignOpening opening, CompletedFramework framework, OrganizationTree tree, DateOnly treeDate, CampaignCalendar calendar,
        DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = new Campaign
        {
            Year = opening.Year,
            FrameworkCode = framework.Framework.Code,
            FrameworkVersion = framework.Framework.Version,
            TreeDate = treeDate,
            EntryFrom = calendar.Entry.From,
            EntryTo = calendar.Entry.To,
            ReviewTo = calendar.ReviewTo,
            AcceptanceTo = calendar.AcceptanceTo,
            CorrectionFrom = calendar.Correction.From,
            CorrectionTo = calendar.Correction.To,
            Zone = calendar.Zone,
            OpenedAt = now,
            OpenedBy = actor.Name,
        };
        campaign.Asks.AddRange(Asks(opening, framework.Framework).Distinct()
            .Where(a => framework.Framework.FindIndicator(a.Indicator)!.Priority == Priority.Optional)
            .Select(a => new CampaignAsk { CampaignId = campaign.Id, Branch = a.Branch, Indicator = a.Indicator }));
        db.Campaigns.Add(campaign);
        db.PinnedSupplements.AddRange(framework.Supplements.Select(s => new PinnedSupplement { CampaignId = campaign.Id, Branch = s.Branch, Version = s.Version }));
        await db.SaveChangesAsync(cancel);

        var weights = await lastValidated.WeightsAsync(opening.Year, cancel);
        var places = tree.Places(code => weights.GetValueOrDefault(code).Staff);
        var dossiers = Dossiers(campaign, framework.Compiled, [.. places.Select(place => Expected(campaign, place, weights.GetValueOrDefault(place.Code)))]);
        await BulkInsert.WriteAsync(db, dossiers.ConvertAll(d => d.Submission), cancel);
        var parts = new PartsRebuild(campaign.Id, framework.Compiled.Layout, PartsRebuild.Gathering(dossiers.Select(d => d.Submission.Ancestors).Distinct()));
        foreach (var batch in dossiers.Chunk(Batch))
        {
            await BulkInsert.WriteAsync(db, [.. batch.SelectMany(parts.Add)], cancel);
            // What was derived from an empty dossier is not kept: there may be many.
            Array.ForEach(batch, dossier => dossier.Refresh());
        }

        await BulkInsert.WriteAsync(db, [.. parts.Gathered()], cancel);
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry("campaigns.open", null, campaign.Id, null, new
            {
                campaign.Year, Framework = campaign.FrameworkCode.Value, Version = campaign.FrameworkVersion, campaign.TreeDate,
                Bodies = dossiers.Count, calendar.Entry, calendar.ReviewTo, calendar.AcceptanceTo, calendar.Correction, calendar.Zone,
                Optional = campaign.Asks.Select(a => $"{a.Branch}: {a.Indicator}"),
                Supplements = framework.Supplements.Select(s => $"{s.Branch}: {s.Version}"),
            })],
            cancel);
        return new CampaignOpened(campaign.Id, campaign.Year, dossiers.Count);
    }

    /// <summary>The dossiers as they begin: empty, so that what is required is the same for all bodies of a branch.</summary>
    private static List<Dossier> Dossiers(Campaign campaign, CompiledFramework framework, List<Submission> submissions)
    {
        var asked = new Dictionary<string, (Questionnaire Questionnaire, int Required)>();
        return submissions.ConvertAll(submission =>
        {
            var known = asked.TryGetValue(submission.Branch, out var found);
            var dossier = new Dossier
            {
                Submission = submission,
                Campaign = campaign,
                Compiled = framework,
                Questionnaire = known ? found.Questionnaire : Questionnaires.Of(campaign, framework.Framework, submission.Branch),
                Rows = [],
                Blocks = [],
                ReviewedByFederation = false,
                Previous = null,
            };
            submission.Required = known ? found.Required : dossier.Assessment.Required;
            asked[submission.Branch] = (dossier.Questionnaire, submission.Required);
            return dossier;
        });
    }

    private static IEnumerable<(string Branch, IndicatorCode Indicator)> Asks(CampaignOpening opening, Framework framework) =>
        opening.AllOptional ? framework.Indicators.Select(i => (CampaignAsk.AllBranches, i.Code)) : opening.Asks;

    private static Submission Expected(Campaign campaign, Place place, (decimal? Staff, decimal? Area) weight) => new()
    {
        CampaignId = campaign.Id,
        Organization = place.Code,
        Name = place.Name,
        ShortName = place.ShortName,
        Kind = place.Kind,
        Network = place.Network,
        Branch = place.Branch,
        Region = place.Region,
        Department = place.Department,
        Size = place.Size,
        Ancestors = string.Join(';', place.Ancestors.Select(a => a.Value)),
        Reviewer = place.Reviewer,
        PinnedStaff = weight.Staff?.ToString(CultureInfo.InvariantCulture),
        PinnedArea = weight.Area?.ToString(CultureInfo.InvariantCulture),
    };
}
