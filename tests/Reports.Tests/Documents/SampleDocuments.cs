using Responsables.Reports.Charts;
using Responsables.Reports.Documents;
using Responsables.Reports.Tests.Charts;

namespace Responsables.Reports.Tests.Documents;

/// <summary>A document with a block of each kind, and words that would do harm if they were anything but words.</summary>
internal static class SampleDocuments
{
    public const string Typst = "#panic(\"non\") *pas gras* $x$ @ref <étiquette> \\";
    public const string Html = "<script>alert('x')</script><b>&amp;</b>";
    public const string Formula = "=cmd|' /C calc'!A0";
    public const string Emoji = "Bravo 👩🏽‍🚀 à Île-de-Fran\u0063\u0327e";

    public static DocumentWords Words => new("Sommaire", "Page {0} sur {1}", "Indicateur", "Valeur", "Évolution", "Valeurs du graphique", "Tableaux");

    public static ReportDocument Whole => new(
        "Chiffres clés de la responsabilité sociétale", "fr", "Union des caisses", new DateOnly(2025, 6, 30), new DocumentIdentity("Édition 2024 définitive", "0A5363", Logo), Words, Blocks)
    {
        Subtitle = "Année 2024", Foot = "Édition définitive du 30 juin 2025",
    };

    public static ReportDocument With(params Block[] blocks) => Whole with { Blocks = blocks, Identity = Whole.Identity with { Logo = null } };

    public static PictureFile Logo => new(
        """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#ffffff"/><circle cx="30" cy="30" r="20" fill="#0a5363"/></svg>"""u8.ToArray(), PictureFormat.Svg);

    public static DataTable Table(int rows, string caption = "Émissions par organisme") => new(
        caption,
        [new("Organisme", Weight: 4), new("2022", true, 1, 1), new("2023", true, 1, 1), new("2024", true, 1, 1), new("Évolution, en %", true, 2, 1)],
        [
            TableRow.Group("Branche Famille"),
            .. Enumerable.Range(1, rows).Select(i => new TableRow(
            [
                new($"Organisme n° {i} {(i % 7 == 0 ? "au nom si long qu’il ne tient pas sur une ligne du tableau et passe à la suivante" : "")}"),
                new($"1\u202f234,{i % 10}", 1234m + (i % 10 / 10m)), new("—"), new("1\u202f100,0", 1100m), new("−10,9", -10.9m),
            ])),
            new([new("Ensemble"), new("9\u202f999,9", 9999.9m), new("—"), new("0,0", 0m), new("−1,0", -1m)]) { IsStrong = true },
        ])
    {
        Notes = ["— : valeur non publiée."],
    };

    public static ChartBlock Chart(ChartSpec spec, string title, int width = 720) => new(
        spec, title, $"Courbe : {title}.", new DataTable(title, [new("Année"), new("Taux, en %", true, 1, 1)], [new([new("2023"), new("6,1", 6.1m)]), new([new("2024"), new("6,4", 6.4m)])])) { Width = width };

    private static IReadOnlyList<Block> Blocks =>
    [
        new TableOfContents(),
        new Heading(1, "Employeur responsable", "employeur") { Colour = "6745B3" },
        new Paragraph([new("Le taux d’emploi est de "), new("6,4 %", RunStyle.Strong), new(" (voir "), new("la méthode", RunStyle.Emphasis, "#methode"), new(" et "), new("le site", Target: "https://example.org/a?b=1&c=2"), new(").")]),
        new KeyFigures(
        [
            new("Taux d’emploi de travailleurs handicapés", "6,4", "%", "En hausse de 0,3 point depuis 2023.", "305 organismes sur 305."),
            new("Effectif", "142\u202f310", "salariés", "En baisse de 1,2 % depuis 2021."),
            new("Égalité professionnelle", "93", "points sur 100", "Stable."),
            new(Typst, "1", null, null, Html),
        ])
        {
            Caption = "Employeur responsable en chiffres", Colour = "6745B3",
        },
        new SideBySide([Chart(Samples.Trend, "Le taux d’emploi progresse", 340)], [Chart(Samples.Distribution, "La moitié des organismes dépasse 4,4 %", 340)]),
        new BulletList([new(Typst), new(Html), new(Formula), new(Emoji)]),
        new Notice("À savoir", [new("Les petits nombres sont masqués.")]) { Colour = "6745B3" },
        new PageBreak(),
        new Heading(2, "Territoires"),
        Chart(Samples.Map(MapDivision.Departements), "Départements"),
        Chart(Samples.Waterfall, "D’où vient la variation") with { ShowsValues = true },
        new Picture(Logo, "Un rond dans un carré", "Logotype", 30),
        new Heading(1, "Méthode", "methode"),
        Table(12),
        new DataTable(Formula, [new("Nom"), new("Texte"), new("Valeur", true, 1, 2)], [new([new(Formula), new("@SOMME(1)"), new("−1,50", -1.5m)]), new([new("-2"), new("\t+1"), new("—")])]),
        new Paragraph("Source : " + Html) { IsSmall = true },
    ];
}
