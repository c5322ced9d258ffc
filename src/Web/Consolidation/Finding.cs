using Responsables.App.Dashboards;
using Responsables.Domain.Frameworks;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Consolidation;

/// <summary>The sentence that a dashboard opens with: how many bodies, or indicators of one body, the figures rest upon.</summary>
internal static class Finding
{
    public static string Of(Dashboard dashboard)
    {
        var level = T[$"consolidation.level.{dashboard.Level}"];
        var lines = dashboard.Lines.Where(l => l.Indicator.Priority == Priority.P1).ToList();
        if (lines.Count == 0)
        {
            lines = [.. dashboard.Lines];
        }

        if (lines.Count == 0)
        {
            return T["consolidation.finding.nothing", level];
        }

        return dashboard.Bodies == 1 ? OfBody(level, lines) : OfBodies(level, lines);
    }

    private static string OfBody(string level, List<DashboardLine> lines) =>
        T.Plural("consolidation.finding.body", lines.Count(l => l.Figure.Value is not null), level, Show.Number(lines.Count));

    // A body that says « sans objet » has replied.
    private static string OfBodies(string level, List<DashboardLine> lines)
    {
        var expected = lines.Max(l => l.Figure.Expected);
        var replied = lines.Where(l => l.Figure.Expected == expected).Select(l => l.Figure.Answered + l.Figure.NotApplicable).ToList();
        return replied.Min() == replied.Max()
            ? T.Plural("consolidation.finding.same", replied.Max(), level, Show.Number(expected))
            : T["consolidation.finding.range", level, Show.Number(replied.Min()), Show.Number(replied.Max()), Show.Number(expected)];
    }
}
