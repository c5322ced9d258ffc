using Responsables.App.Publications.Documents;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Series;
using Responsables.Domain.Targets;

namespace Responsables.App.Tests.Publications;

/// <summary>An edition made by hand: a federation, a fund with a hidden figure, a body.</summary>
internal static class HandmadeEdition
{
    public static readonly NodeKey Fed = new("fed");
    public static readonly NodeKey Fund = new("alpha");
    public static readonly NodeKey Body = new("alpha-75");
    public static readonly IndicatorCode Rate = new("taux");
    public static readonly IndicatorCode Energy = new("energie");
    public static readonly IndicatorCode Plan = new("plan");

    public static readonly EditionOutput Share = new("part", "Part", "% de salariés", "100 * sum(a) / sum(b)", false, [new EditionCell(new CellKey("sexe=femmes"), "Femmes")]);

    public static EditionSource Source => Over(Content);

    public static EditionContent Content => new(
            new EditionHead(EditionHead.PresentFormat, 3, 2024, "Résultats", "Fédération", new DateTimeOffset(2025, 7, 1, 8, 0, 0, TimeSpan.Zero), 2, "Une caisse a corrigé sa saisie.", 5),
            new EditionFramework(new FrameworkCode("essai"), 1, new string('a', 64), "Essai", null, "Engagement", "Enjeu", "Objectif", [],
                [new EditionCommitment("E1", 1, "Former tous les salariés", "Social", [new EditionTopic("E1.1", "La formation", [4, 8], [new EditionObjective("o", "Tous", [
                    Of(Rate, "% de salariés formés", Share), Of(Energy, "Énergie", new EditionOutput("total", "Énergie", "kWh", "sum(e)", true, [])),
                    Of(Plan, "% d’organismes ayant un plan", new EditionOutput("part", "Part", "% d’organismes", "100 * count(p)", false, [])),
                ])])])]),
            new EditionPerimeter(
                new DateOnly(2024, 12, 31), Fed, [In("fed"), In("alpha", "fed"), In("alpha-75", "alpha", "fed")],
                [new(Fund, Hierarchy.Tree, "Caisse Alpha", 2), new(Body, Hierarchy.Tree, "Alpha de Paris", 1), new(Fed, Hierarchy.Tree, "Fédération", 3), new(new NodeKey("size-50-249"), Hierarchy.SizeClass, null, 3)]),
            [], [new EditionText(Fed, "avant-propos", "Premier.\n\nSecond #panic.")], [],
            [
                Node(Fed, 41.5m, 91800m, 66.666667m), Node(Fund, null, 5000m, 50m), Node(Body, 40m, 4321.5m, 100m),
            ]);

    public static EditionSource Over(EditionContent content) => new(
        content, new string('c', 64), false, [new Restatement(Fed, Rate, "", 40.04m, NoValue.None, 41.5m, NoValue.None), new Restatement(Body, Rate, "", 1m, NoValue.None, 2m, NoValue.None)],
        new Dictionary<string, byte[]> { ["d"] = [1, 2, 3] });

    private static EditionIndicator Of(IndicatorCode code, string title, EditionOutput output) => new(code, null, title, Priority.P1, Direction.Up, null, null, [output]);

    private static EditionBody In(string code, params string[] above) => new(
        new OrganizationCode(code), char.ToUpperInvariant(code[0]) + code[1..] + " entière", char.ToUpperInvariant(code[0]) + code[1..], OrganizationKind.Local, "Réseau", "Alpha", null, null, SizeClass.From50,
        [.. above.Select(a => new OrganizationCode(a))]);

    private static EditionNode Node(NodeKey node, decimal? rate, decimal energy, decimal plan)
    {
        var bodies = node == Fed ? 3 : node == Fund ? 2 : 1;
        EditionFigure Figure(IndicatorCode code, decimal? value, string breakdown = "") =>
            new(node, code, breakdown, value, value, null, value is null ? NoValue.Secret : NoValue.None, bodies, bodies, 0, 0, 0);
        EditionSeries Series(IndicatorCode code, decimal before, decimal? now) => new(
            node, code, [new EditionPoint(2022, 1m, NoValue.None, false, []), new EditionPoint(2023, before, NoValue.None, true, [new SeriesBreak(BreakKind.Framework, "Autre mesure")]), new EditionPoint(2024, now, NoValue.None, true, [])]);
        return new EditionNode(
            node, [Figure(Rate, rate), Figure(Rate, rate, "sexe=femmes"), Figure(Energy, energy), Figure(Plan, plan)],
            [Series(Rate, 40m, rate), Series(Energy, 100000m, energy), Series(Plan, plan, plan)],
            node == Fed ? [new EditionTarget(Fed, Rate, TargetKind.Share, 2020, 30m, 2026, 50m, 50m, WantedSide.AtLeast, "Plan", TargetStatus.OnTrack, 41.5m, 2024, 8.5m, 4.25m, 52m)] : []);
    }
}
