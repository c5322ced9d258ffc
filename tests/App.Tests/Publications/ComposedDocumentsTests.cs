using Responsables.App.Publications;
using Responsables.App.Publications.Documents;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Series;
using Responsables.Domain.Targets;
using Responsables.Reports.Documents;
using Xunit;
using static Responsables.App.Tests.Publications.HandmadeEdition;

namespace Responsables.App.Tests.Publications;

/// <summary>Documents composed from an edition made by hand: what they say is what it holds.</summary>
public class ComposedDocumentsTests
{
    [Fact]
    public void Key_figures_say_their_value_and_how_it_moved_in_agreement()
    {
        var document = KeyFiguresDocument.Of(Source);
        // What is drawn says its value in its title, the rest stands large; a report has them all.
        Assert.Equal(["Salariés formés\u00a0: 41,5\u00a0% en 2024"], document.AllBlocks.OfType<ChartBlock>().Select(c => c.Title).Where(t => t.StartsWith('S')));
        var figures = YearlyReport.Of(Source, Fed).AllBlocks.OfType<KeyFigures>().Single();
        Assert.Equal(["Salariés formés", "Énergie", "Organismes ayant un plan"], figures.Figures.Select(f => f.Label));
        Assert.Equal(["41,5\u00a0%", "91\u202f800\u00a0kWh", "66,7\u00a0%"], figures.Figures.Select(f => f.ValueInWords));
        Assert.Equal(["En hausse de 1,5 point depuis 2023.", "En baisse de 8,2\u00a0% depuis 2023.", "Stable depuis 2023."], figures.Figures.Select(f => f.Trend));
        Assert.Equal("3\u00a0organismes".Replace('\u00a0', ' ') + " sur 3 ont répondu.", figures.Figures[0].Note);
        Assert.Equal("6745B3", figures.Colour);
        Assert.Equal("Édition n°\u00a03 arrêtée le 1er\u00a0juillet 2025 – document préparatoire, non publié", document.Foot);
        Assert.Equal(new DateOnly(2025, 7, 1), document.Date);
        var said = document.AllBlocks.OfType<Paragraph>().Select(p => p.Text).ToList();
        Assert.Contains("Ce document porte sur 3 organismes, tels qu’ils étaient au 31\u00a0décembre 2024.", said);
        Assert.Contains(said, s => s.Contains(new string('c', 64), StringComparison.Ordinal));
    }

    [Fact]
    public void The_colours_of_engagements_are_those_of_the_pages()
    {
        var sheet = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "../../../../src/Web/Assets/css/tokens.css"));
        for (var number = 1; number <= 5; number++)
        {
            Assert.Contains($"--e{number}: #{FigureBlocks.ColourOf(new EditionCommitment("E", number, "", "", []))!.ToLowerInvariant()};", sheet, StringComparison.Ordinal);
        }

        Assert.Null(FigureBlocks.ColourOf(new EditionCommitment("E", 6, "", "", [])));
    }

    [Fact]
    public void A_report_has_the_texts_the_targets_what_was_corrected_and_says_what_is_hidden()
    {
        var document = YearlyReport.Of(Source, Fed);
        Assert.Contains(document.AllBlocks.OfType<Paragraph>(), p => p.Text == "Second #panic.");
        var topic = document.Tables.Single(t => t.Caption == "E1.1 – indicateurs de 2021 à 2024");
        Assert.Equal(["% de salariés formés (%)", "—", "(1,0)", "40,0", "41,5", "+1,5\u00a0pt", "3 / 3"], topic.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal(41.5m, topic.Rows[0].Cells[4].Number);
        var funds = document.Tables.First(t => t.Caption == "Social\u00a0: indicateurs prioritaires par caisse nationale");
        Assert.Equal(["Alpha", "s", "5\u202f000", "50,0"], funds.Rows[0].Cells.Select(c => c.Text));
        Assert.Contains("s\u00a0: donnée couverte par le secret statistique.", funds.Notes);
        Assert.Equal(["% de salariés formés", "30,0\u00a0% (2020)", "50,0\u00a0% (2026)", "41,5\u00a0% (2024)", "en bonne voie", "Plan"], document.Tables.Single(t => t.Caption.StartsWith("Cibles", StringComparison.Ordinal)).Rows[0].Cells.Select(c => c.Text));
        // Of this node only.
        var restated = Assert.Single(document.Tables.Single(t => t.Caption.StartsWith("Chiffres rectifiés", StringComparison.Ordinal)).Rows);
        Assert.Equal(["% de salariés formés", "40,0", "41,5"], restated.Cells.Select(c => c.Text));
        Assert.Contains(document.Tables.SelectMany(t => t.Rows), r => r.Cells[0].Text == "Part – Femmes");
    }

    [Fact]
    public void A_report_of_a_fund_has_the_whole_beside_and_its_bodies_where_they_are_told()
    {
        var document = YearlyReport.Of(Source, Fund);
        Assert.Equal("Caisse Alpha\u00a0: résultats 2024", document.Title);
        Assert.Equal("41,5", document.Tables.First(t => t.Caption == "E1.1 – indicateurs de 2021 à 2024").Rows[0].Cells[^1].Text);
        Assert.Contains(document.Tables, t => t.Caption == "Social\u00a0: indicateurs prioritaires par organisme" && t.Rows[0].Cells[0].Text == "Alpha-75");
        var untold = Over(Content with { Nodes = [.. Content.Nodes.Where(n => n.Node != Body)] });
        Assert.DoesNotContain(YearlyReport.Of(untold, Fund).Tables, t => t.Caption.Contains("par organisme", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chart_stands_where_a_text_places_it_and_not_a_second_time()
    {
        var placed = Over(Content with { Texts = [new EditionText(Fed, "engagement-1", "Avant.\n\n{graphique:energie}\n\nAprès.")] });
        var blocks = YearlyReport.Of(placed, Fed).AllBlocks.ToList();
        var chart = Assert.Single(blocks.OfType<ChartBlock>(), c => c.Title.StartsWith("Énergie", StringComparison.Ordinal));
        Assert.Equal(720, chart.Width);
        var at = blocks.IndexOf(chart);
        Assert.Equal(("Avant.", "Après."), (((Paragraph)blocks[at - 1]).Text, ((Paragraph)blocks[at + 1]).Text));
        Assert.Contains(blocks.OfType<ChartBlock>(), c => c.Title.StartsWith("Salariés", StringComparison.Ordinal));
        // A fund's own report is not the federation's.
        Assert.DoesNotContain(YearlyReport.Of(placed, Fund).AllBlocks.OfType<Paragraph>(), p => p.Text == "Avant.");
    }

    [Fact]
    public void A_text_of_a_part_without_figures_is_not_lost()
    {
        var written = Over(Content with { Texts = [new EditionText(Fund, "E1.1", "Dit sans chiffre."), new EditionText(Fund, "engagement-1", "Dit aussi.")], Nodes = [Content.Nodes[0]] });
        Assert.Equal(["Dit aussi.", "Dit sans chiffre."], YearlyReport.Of(written, Fund).AllBlocks.OfType<Paragraph>().Select(p => p.Text).Where(t => t.StartsWith("Dit", StringComparison.Ordinal)));
    }

    [Fact]
    public void Documents_take_the_identity_of_their_node_or_of_the_nearest_above_it()
    {
        Assert.Equal("0A5363", YearlyReport.Of(Source, Fund).Identity.Accent);
        var own = Over(Content with { Identities = [new EditionIdentity(Fund, "Caisse nationale Alpha", "6A1B9A", "d")] });
        var (fund, body, whole) = (YearlyReport.Of(own, Fund).Identity, BodySheet.Of(own, Body).Identity, KeyFiguresDocument.Of(own).Identity);
        Assert.Equal(("Caisse nationale Alpha", "6A1B9A"), (fund.Name, fund.Accent));
        Assert.Equal([1, 2, 3], fund.Logo!.Bytes);
        Assert.Equal(("Caisse nationale Alpha", "6A1B9A"), (body.Name, body.Accent));
        Assert.Equal(("0A5363", null), (whole.Accent, whole.Logo));
        var all = Over(Content with { Identities = [new EditionIdentity(Fed, "La Fédération", "123456", null)] });
        Assert.Equal(["La Fédération", "La Fédération"], [YearlyReport.Of(all, Fund).Identity.Name, KeyFiguresDocument.Of(all).Identity.Name]);
    }

    [Fact]
    public void The_sheet_of_a_body_says_yes_or_no_where_the_whole_has_a_share()
    {
        var document = BodySheet.Of(Source, Body);
        Assert.Equal("Alpha-75 entière\u00a0: résultats 2024", document.Title);
        var plan = document.Tables.Single().Rows.Single(r => r.Cells[0].Text.StartsWith("% d’organismes", StringComparison.Ordinal));
        Assert.Equal(["oui", "—", "66,7"], plan.Cells.Skip(4).Select(c => c.Text));
        Assert.Equal("4\u202f322", document.Tables.Single().Rows[1].Cells[4].Text);
    }

    [Fact]
    public void Tables_keep_exact_numbers_and_say_why_there_is_none()
    {
        var document = EditionTables.Of(Source);
        Assert.Equal(["Tous les chiffres", "Séries", "Cibles", "Périmètre", "Rectifications"], document.Tables.Select(t => t.Caption));
        var figures = document.Tables.First();
        var hidden = figures.Rows.Single(r => r.Cells[0].Text == "alpha" && r.Cells[3].Text == "taux" && r.Cells[5].Text.Length == 0);
        Assert.Equal(("", null, "secret"), (hidden.Cells[8].Text, hidden.Cells[8].Number, hidden.Cells[^1].Text));
        Assert.Equal(66.666667m, figures.Rows.Single(r => r.Cells[0].Text == "fed" && r.Cells[3].Text == "plan").Cells[8].Number);
        Assert.Equal("Part – Femmes", figures.Rows.Single(r => r.Cells[0].Text == "fed" && r.Cells[5].Text == "sexe=femmes").Cells[6].Text);
        Assert.Equal(["Caisse Alpha", "Organismes\u00a0: de 50 à 249 salariés"], [Source.NameOf(Fund), Source.NameOf(new NodeKey("size-50-249"))]);
    }
}
