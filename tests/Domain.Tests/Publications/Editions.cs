using System.Security.Cryptography;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Series;
using Responsables.Domain.Targets;

namespace Responsables.Domain.Tests.Publications;

/// <summary>A small edition, by hand.</summary>
internal static class Editions
{
    public static readonly NodeKey Fed = new("fed");
    public static readonly NodeKey Alpha = new("alpha-75");

    public static readonly IndicatorCode Share = new("part-formes");

    public static readonly EditionHead Head = new(
        EditionHead.PresentFormat, 3, 2024, "Résultats « 2024 »\u00A0: l’année\tdes \"preuves\"", "Fédération", new DateTimeOffset(2026, 6, 1, 8, 30, 0, TimeSpan.Zero), 1,
        "Une caisse a corrigé sa saisie.", 5);

    public static readonly EditionFramework Framework = new(
        new FrameworkCode("essai"), 2, new string('a', 64), "Essai", null, "Engagement", "Enjeu", "Objectif", [new EditionSupplement("Alpha", 1, new string('b', 64))],
        [new EditionCommitment("E1", 1, "Former", "Former", [new EditionTopic("E1.1", "Formation", [4, 8], [new EditionObjective("E1.1.a", "Tous", [new EditionIndicator(
            Share, 12, "Part formée", Priority.P1, Direction.Up, "Ce que c’est.", null,
            [new EditionOutput("part", "Part", "%", "100 * sum(formes) / sum(effectif)", false, [new EditionCell(new CellKey("sexe=femmes"), "Femmes")])])])])])]);

    public static readonly EditionPerimeter Perimeter = new(
        new DateOnly(2024, 12, 31), Fed,
        [new EditionBody(new OrganizationCode("alpha-75"), "Alpha de Paris", "Alpha 75", OrganizationKind.Local, "Alpha", "Alpha", "11", "75", SizeClass.From50, [new OrganizationCode("fed")])],
        [new EditionPlace(Alpha, Hierarchy.Tree, "Alpha de Paris", 1), new EditionPlace(Fed, Hierarchy.Tree, "Fédération", 2)]);

    public static readonly IReadOnlyList<EditionNode> Nodes =
    [
        new(Fed,
            [Figure(Fed, "", 41.5m, 83, 200), Figure(Fed, "sexe=femmes", 0.0000000001m, 7, 70)],
            [new EditionSeries(Fed, Share, [new EditionPoint(2023, 40m, NoValue.None, true, []), new EditionPoint(2024, 41.5m, NoValue.None, true, [new SeriesBreak(BreakKind.Method, "Autre calcul")])])],
            [new EditionTarget(Fed, Share, TargetKind.Share, 2020, 30m, 2026, 50m, 50m, WantedSide.AtLeast, "Plan", TargetStatus.OnTrack, 41.5m, 2024, 8.5m, 4.25m, 52m)]),
        new(Alpha, [Secret(Alpha, "")], [], []),
    ];

    public static IReadOnlyList<EditionSection> Sections =>
        [EditionSections.Of(Head), .. EditionSections.Of(Framework, Perimeter, [new EditionFactor("elec", "2024", 0.0569m, "kgCO2e/kWh", "Base Empreinte 1")], [new EditionText(Fed, "avant-propos", "Un mot.")], [new EditionIdentity(Fed, "La Fédération", "0A5363", new string('b', 64))]), .. Nodes.Select(EditionSections.Of)];

    public static EditionFigure Figure(NodeKey node, string breakdown, decimal? value, decimal? numerator, decimal? denominator) =>
        new(node, Share, breakdown, value, numerator, denominator, value is null ? NoValue.NoAnswer : NoValue.None, 4, 3, 1, 0, 0);

    public static EditionFigure Secret(NodeKey node, string breakdown) => new(node, Share, breakdown, null, null, null, NoValue.Secret, 1, 1, 0, 0, 0);

    /// <summary>The file of sections, of which some may be left out.</summary>
    public static byte[] Written(ECDsa key, IReadOnlyList<EditionSection> shown)
    {
        var hashes = Sections.ToDictionary(s => s.Name, s => s.Sha256);
        return EditionJson.Write(shown, hashes, EditionKeys.Sign(key, EditionSections.Seal(hashes)));
    }
}
