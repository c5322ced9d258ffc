using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Publications.Documents;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Texts;

/// <summary>A report with the texts that it has, by section.</summary>
/// <param name="Before">Sections that had a text the year before.</param>
public sealed record ReportRead(WritableReport Report, IReadOnlyDictionary<string, ReportText> Texts, IReadOnlySet<string> Before)
{
    /// <summary>Sections that have a text.</summary>
    public int Written => Texts.Values.Count(t => t.Last is { Text.Length: > 0 });

    /// <summary>Sections whose text is signed off.</summary>
    public int Signed => Texts.Values.Count(t => t.IsSigned && t.Last is { Text.Length: > 0 });
}

/// <summary>A section opened to be written.</summary>
/// <param name="Text">Null: nothing was written yet.</param>
/// <param name="LastYear">What the report of the year before said there; null: nothing.</param>
/// <param name="Figures">The figures that it may tell; null: no edition of the year has been made yet.</param>
/// <param name="Edition">The edition from which they are.</param>
public sealed record SectionRead(WritableReport Report, ReportSection Section, ReportText? Text, string? LastYear, FigureBinding? Figures, EditionContent? Edition, IReadOnlyList<Problem> AgainstSigning)
{
    /// <summary>The chart that a text places; null when the edition has not years enough for it.</summary>
    public ChartBlock? ChartOf(IndicatorCode code) =>
        Edition is { } content ? new ChartBlocks(new EditionSource(content, "", false, [], new Dictionary<string, byte[]>()), Report.Owner.Node).Placed(code) : null;
}

/// <summary>Reads the reports that somebody writes.</summary>
public sealed class ReportsQuery(AppDb db, ReportOutline outline, EditionsQuery editions)
{
    /// <summary>The reports of a year that this person writes.</summary>
    public async Task<IReadOnlyList<ReportRead>> OfYearAsync(Actor actor, int year, CancellationToken cancel)
    {
        var reports = await outline.OfYearAsync(actor, year, cancel);
        var nodes = reports.Select(r => r.Owner.Node).ToList();
        var texts = await db.ReportTexts.AsNoTracking().Include(t => t.Versions).Where(t => (t.Year == year || t.Year == year - 1) && nodes.Contains(t.Node)).ToListAsync(cancel);
        return [.. reports.Select(r => new ReportRead(
            r, texts.Where(t => t.Year == year && t.Node == r.Owner.Node).ToDictionary(t => t.Section),
            texts.Where(t => t.Year == year - 1 && t.Node == r.Owner.Node && t.Last is { Text.Length: > 0 }).Select(t => t.Section).ToHashSet()))];
    }

    /// <summary>One report; null when there is none or this person does not write it.</summary>
    public async Task<ReportRead?> FindAsync(Actor actor, int year, NodeKey node, CancellationToken cancel) =>
        (await OfYearAsync(actor, year, cancel)).FirstOrDefault(r => r.Report.Owner.Node == node);

    /// <summary>A section to be written; null when there is none or it is not for this person.</summary>
    public async Task<SectionRead?> FindAsync(Actor actor, int year, NodeKey node, string code, CancellationToken cancel)
    {
        if (await outline.FindAsync(actor, year, node, cancel) is not { } report || report.Find(code) is not { } section)
        {
            return null;
        }

        var texts = await db.ReportTexts.AsNoTracking().Include(t => t.Versions).Where(t => (t.Year == year || t.Year == year - 1) && t.Node == node && t.Section == code).ToListAsync(cancel);
        var text = texts.Find(t => t.Year == year);
        var edition = await db.Editions.AsNoTracking().Where(e => e.Year == year).MaxAsync(e => (int?)e.Number, cancel);
        var content = edition is { } number && await editions.ContentAsync(number, [node], cancel) is { Nodes.Count: 1 } made ? made : null;
        return new SectionRead(
            report, section, text, texts.Find(t => t.Year == year - 1)?.Last is { Text.Length: > 0 } last ? last.Text : null,
            content is null ? null : new FigureBinding(content.Framework, content.Nodes[0], year), content, text is null ? [] : WriteReport.Refusals(actor, text));
    }

    /// <summary>The texts of a year that go into an edition: those that stand signed off.</summary>
    public async Task<IReadOnlyList<EditionText>> SignedAsync(int year, CancellationToken cancel) =>
        [.. (await db.ReportTexts.AsNoTracking().Include(t => t.Versions).Where(t => t.Year == year && t.SignedVersion == t.Version).ToListAsync(cancel))
            .Where(t => t.Last is { Text.Length: > 0 }).OrderBy(t => t.Node.Value, StringComparer.Ordinal).ThenBy(t => t.Section, StringComparer.Ordinal)
            .Select(t => new EditionText(t.Node, t.Section, t.Last!.Text))];
}
