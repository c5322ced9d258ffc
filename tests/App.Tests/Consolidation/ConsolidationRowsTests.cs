using System.Globalization;
using Responsables.App.Consolidation;
using Responsables.App.Tests.Support;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Consolidation;

/// <summary>Figures computed by hand on the small federation, whose ten bodies are expected at the end of 2024.</summary>
public class ConsolidationRowsTests
{
    private static readonly string[] Answers =
    [
        "alpha-75,effectif_physique_3112,,100,,", "alpha-75,formes,,25,,", "alpha-75,delai,,10,,", "alpha-75,factures,,2,,", "alpha-75,plan,,oui,,",
        "alpha-75,vehicules,,3,,", "alpha-75,vehicules,moteur=essence,1,,", "alpha-75,vehicules,moteur=electrique,2,,",
        "alpha-normandie,effectif_physique_3112,,50,,", "alpha-normandie,formes,,25,,", "alpha-normandie,delai,,40,,", "alpha-normandie,factures,,1,,",
        "alpha-normandie,plan,,non,,", "alpha-normandie,vehicules,,4,,", "beta-14,formes,,,sans_objet,", "beta-14,plan,,,indisponible,Pas recensé",
        "beta-75,effectif_physique_3112,,0,,", "beta-75,formes,,0,,",
    ];

    [Theory, EachEngine]
    public async Task The_national_figures_are_those_computed_by_hand(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Answers, sign: true, validate: true));
        Assert.Equal(
            [
                // 50 people trained of 150; one body is sans objet, another has nobody, so no ratio.
                "fed part-formes  33.333333333333333333333333333 50 150 | 10 2 2 0 6",
                "fed delai-moyen  20 60 3 | 10 2 0 0 8",
                "fed part-plan  50 1 2 | 10 2 0 1 7",
                "fed part-plan output=nombre 1 1  | 10 2 0 1 7",
                "fed flotte  7 7  | 10 2 0 0 8",
                "fed flotte moteur=essence 1 1  | 10 1 0 0 9",
                "fed flotte moteur=electrique 2 2  | 10 1 0 0 9",
            ],
            Shown(await campaign.ConsolidateAsync(node: new NodeKey("fed"))));
    }

    [Theory, EachEngine]
    public async Task Each_hierarchy_holds_every_body_once(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(Answers, sign: true, validate: true));
        Assert.Equal(
            ["reg-04     | 1 0 0 0 1", "reg-11  25 25 100 | 5 1 1 0 3", "reg-28  50 25 50 | 3 1 1 0 1", "reg-sans     | 1 0 0 0 1"],
            (await Rows(Hierarchy.Region)).Select(r => r.Replace(" part-formes", "", StringComparison.Ordinal)));
        foreach (var by in (Hierarchy[])[Hierarchy.Region, Hierarchy.Department, Hierarchy.Network, Hierarchy.Branch])
        {
            var rows = await campaign.ConsolidateAsync(by: by, indicator: SmallFramework.TrainedShare);
            Assert.Equal((10, 2, 50m), (rows.Sum(r => r.Figure.Expected), rows.Sum(r => r.Figure.Answered), rows.Sum(r => r.Figure.Numerator ?? 0)));
        }

        Assert.Equal(["br-famille", "br-interbranche", "br-maladie"], (await campaign.ConsolidateAsync(by: Hierarchy.Branch, indicator: SmallFramework.TrainedShare)).Select(r => r.Node.Value));
        Assert.Equal(10, (await campaign.ConsolidateAsync(indicator: SmallFramework.TrainedShare)).Count);
        // A node of another hierarchy may be asked for by itself.
        Assert.Equal(50m, Assert.Single(await campaign.ConsolidateAsync(node: new NodeKey("reg-28"), indicator: SmallFramework.TrainedShare)).Figure.Value);

        async Task<IEnumerable<string>> Rows(Hierarchy by) => Shown(await campaign.ConsolidateAsync(by: by, indicator: SmallFramework.TrainedShare));
    }

    [Theory, EachEngine]
    public async Task What_is_asked_of_nobody_is_left_out_unless_it_is_wanted_by_name(Engine engine)
    {
        await using var campaign = await OpenAsync(engine, allOptional: false);
        Assert.DoesNotContain(await campaign.ConsolidateAsync(), r => r.Indicator == SmallFramework.Fleet);
        var wanted = await campaign.ConsolidateAsync(node: new NodeKey("fed"), indicator: SmallFramework.Fleet);
        Assert.Equal((NoValue.NotAsked, (decimal?)null, 0), (wanted[0].Figure.Reason, wanted[0].Figure.Value, wanted[0].Figure.Expected));
    }

    private static IEnumerable<string> Shown(IEnumerable<ConsolidationRow> rows) => rows.Select(r => string.Create(
        CultureInfo.InvariantCulture,
        $"{r.Node} {r.Indicator} {r.Breakdown} {r.Figure.Value} {r.Figure.Numerator} {r.Figure.Denominator} | {r.Figure.Expected} {r.Figure.Answered} {r.Figure.NotApplicable} {r.Figure.Unavailable} {r.Figure.Missing}"));
}
