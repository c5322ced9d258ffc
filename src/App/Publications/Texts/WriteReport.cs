using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications.Texts;

/// <summary>A text that was kept.</summary>
public sealed record TextKept(string Section, int Version);

/// <summary>Writes the texts of a report, and signs them off: somebody else than who wrote what stands.</summary>
public sealed class WriteReport(AppDb db, ReportOutline outline, Writing writing)
{
    public const string TextField = "texte";
    public const int MostText = 20_000;

    /// <param name="version">The version that the form showed; 0: there was none.</param>
    public Task<Outcome<TextKept>> WriteAsync(Actor actor, int year, NodeKey node, string section, string text, int version, Guid key, CancellationToken cancel) =>
        writing.OnceAsync(key, now => KeepAsync(actor, year, node, section, WrittenText.Clean(text), version, now, cancel), cancel);

    public Task<Outcome<TextKept>> SignAsync(Actor actor, int year, NodeKey node, string section, int version, Guid key, CancellationToken cancel) => writing.OnceAsync(
        key,
        async now =>
        {
            if (await outline.FindAsync(actor, year, node, cancel) is null || await FindAsync(year, node, section, cancel) is not { Last: { } last } text)
            {
                return Outcome.Missing<TextKept>();
            }

            if (text.Version != version)
            {
                return new Outcome<TextKept>.Stale([new Problem("shared.changed-meanwhile", null)]);
            }

            if (Refusals(actor, text) is { Count: > 0 } problems)
            {
                return Outcome.Refused<TextKept>(problems);
            }

            (text.SignedVersion, text.SignedAt, text.SignedBy) = (version, now, actor.Name);
            await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("publications.sign-text", new OrganizationCode(node.Value), text.Id, null, new { year, section, version, last.By })], cancel);
            return Outcome.Done(new TextKept(section, version));
        },
        cancel);

    /// <summary>What stands against a text being signed off by somebody; empty: nothing.</summary>
    public static IReadOnlyList<Problem> Refusals(Actor actor, ReportText text) =>
        text.Last is not { Text.Length: > 0 } last ? [new Problem("publications.text-empty", null)]
        : text.IsSigned ? [new Problem("publications.text-already-signed", null)]
        : !actor.IsCommand && last.ById == actor.Id ? [new Problem("publications.text-own", null)]
        : [];

    private async Task<Outcome<TextKept>> KeepAsync(Actor actor, int year, NodeKey node, string section, string text, int version, DateTimeOffset now, CancellationToken cancel)
    {
        if (await outline.FindAsync(actor, year, node, cancel) is not { } report || report.Find(section) is null)
        {
            return Outcome.Missing<TextKept>();
        }

        var row = await FindAsync(year, node, section, cancel);
        if ((row?.Version ?? 0) != version)
        {
            return new Outcome<TextKept>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }

        var problems = Faults(report, text);
        if (problems.Count > 0)
        {
            return Outcome.Refused<TextKept>(problems);
        }

        if ((row?.Last?.Text ?? "") == text)
        {
            return Outcome.Done(new TextKept(section, version));
        }

        if (row is null)
        {
            db.ReportTexts.Add(row = new ReportText { Year = year, Node = node, Section = section });
        }

        row.Version++;
        db.ReportTextVersions.Add(new ReportTextVersion { TextId = row.Id, Version = row.Version, Text = text, At = now, By = actor.Name, ById = actor.IsCommand ? null : actor.Id });
        await TrailWriter.AppendAsync(db, actor, now, [new TrailEntry("publications.write-text", new OrganizationCode(node.Value), row.Id, null, new { year, section, row.Version })], cancel);
        return Outcome.Done(new TextKept(section, row.Version));
    }

    private static List<Problem> Faults(WritableReport report, string text)
    {
        var problems = new List<Problem>();
        if (WrittenText.Refusal(text, TextField, MostText) is { } unfit)
        {
            problems.Add(unfit);
        }

        problems.AddRange(BoundText.Unreadable(text).Select(w => new Problem("publications.place-unreadable", TextField, w)));
        problems.AddRange(BoundText.Places(text).Where(p => report.Framework.FindIndicator(p.Indicator) is null).Select(p => new Problem("publications.place-indicator", TextField, p.Written, p.Indicator)));
        problems.AddRange(BoundText.Crowded(text).Select(p => new Problem("publications.chart-crowded", TextField, p.Written)));
        return problems;
    }

    private Task<ReportText?> FindAsync(int year, NodeKey node, string section, CancellationToken cancel) =>
        db.ReportTexts.Include(t => t.Versions).SingleOrDefaultAsync(t => t.Year == year && t.Node == node && t.Section == section, cancel);
}
