using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Publications.Texts;

/// <summary>A section of a report.</summary>
/// <param name="Title">Official title of an engagement or an enjeu; null for the sections that every report has.</param>
/// <param name="Level">1, or 2 for an enjeu under its engagement.</param>
public sealed record ReportSection(string Code, string? Title, int Level, IReadOnlyList<Indicator> Indicators);

/// <summary>A report that somebody may write: of the federation, or of a fund.</summary>
public sealed record WritableReport(Campaign Campaign, Framework Framework, Place Owner, IReadOnlyList<ReportSection> Sections)
{
    public ReportSection? Find(string code) => Sections.FirstOrDefault(s => s.Code == code);
}

/// <summary>Which reports somebody may write, and their sections: those of the framework of the year.</summary>
public sealed class ReportOutline(AppDb db, ConsolidationSources sources)
{
    public const string Foreword = "avant-propos";
    public const string Method = "methode";

    /// <summary>The report of a node; null when there is none or this person does not write it.</summary>
    public async Task<WritableReport?> FindAsync(Actor actor, int year, NodeKey node, CancellationToken cancel) =>
        (await OfYearAsync(actor, year, cancel)).FirstOrDefault(r => r.Owner.Node == node);

    /// <summary>The reports of a year that somebody may write, the federation's first.</summary>
    public async Task<IReadOnlyList<WritableReport>> OfYearAsync(Actor actor, int year, CancellationToken cancel)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, cancel) is not { } campaign)
        {
            return [];
        }

        var framework = (await sources.FrameworkOfAsync(campaign, cancel)).Framework;
        var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
        var sections = SectionsOf(framework);
        return [.. perimeter.Bodies.Where(b => b.Kind != OrganizationKind.Local && perimeter.ChildrenOf(b.Node).Count > 0 && actor.May(Permission.WriteReports, b))
            .OrderBy(b => b.Ancestors.Count).ThenBy(b => b.ShortName, StringComparer.CurrentCultureIgnoreCase).Select(b => new WritableReport(campaign, framework, b, sections))];
    }

    /// <summary>Years that have a campaign, the latest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancel) => db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).Select(c => c.Year).ToListAsync(cancel);

    /// <summary>The code of the section of an engagement.</summary>
    public static string CodeOf(Commitment commitment) => $"engagement-{commitment.Number}";

    private static List<ReportSection> SectionsOf(Framework framework) =>
    [
        new(Foreword, null, 1, []), new(Method, null, 1, []),
        .. framework.Commitments.SelectMany(c => c.Topics.Select(t => new ReportSection(t.Code, t.Title, 2, [.. t.Indicators]))
            .Prepend(new ReportSection(CodeOf(c), c.Title, 1, [.. c.Topics.SelectMany(t => t.Indicators)]))),
    ];
}
