using Responsables.App.Demonstration;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.App.Tests.Demonstration;

/// <summary>
/// The years before 2022: their real trees, series that go on from one framework to the next, and targets of which some are reached. Totals of
/// whole years are taken before gaps.
/// </summary>
public class EarlierYearsTests
{
    private static readonly BodiesInTime Bodies = new(Imagined.Register);

    private static readonly Dictionary<int, List<Draft>> Years = DemonstrationYears.All.Where(y => y <= 2022).ToDictionary(
        y => y, y => Imagined.Register.At(new DateOnly(y, 12, 31)).Organizations.Select(o => DemonstrationYears.Figures(Bodies[o.Code, y], y)).ToList());

    private static decimal Sum(int year, string variable, Func<Draft, bool>? of = null) =>
        Years[year].Where(d => of is null || of(d)).Sum(d => d.Find(new(variable), CellKey.Total) is { State: AnswerState.Given } ? d[variable] : 0);

    private static decimal Share(int year, string part, string whole) => 100 * Sum(year, part) / Sum(year, whole);

    private static decimal Yes(int year, string variable) => 100 * Years[year].Count(d => d.IsYes(variable)) / (decimal)Years[year].Count;

    [Theory]
    [InlineData(2014, true, "rsi-cn", "urssaf-haute-normandie", "urssaf-basse-normandie", "cpam-04")]
    [InlineData(2018, true, "ssi-cn", "urssaf-haute-normandie", "urssaf-basse-normandie", "cpam-04")]
    [InlineData(2018, false, "rsi-cn", "urssaf-normandie", "cpam-alpes-du-sud-fictive")]
    [InlineData(2020, true, "urssaf-haute-normandie", "urssaf-basse-normandie", "cpam-04")]
    [InlineData(2020, false, "rsi-cn", "ssi-cn", "urssaf-normandie")]
    [InlineData(2021, true, "urssaf-haute-normandie")]
    [InlineData(2022, true, "urssaf-normandie", "cpam-04")]
    [InlineData(2022, false, "urssaf-haute-normandie", "urssaf-basse-normandie")]
    public void Each_year_has_the_bodies_of_its_day(int year, bool there, params string[] bodies) =>
        Assert.All(bodies, body => Assert.Equal(there, Imagined.Years[year].Any(d => d.Body.Code.Value == body)));

    [Fact]
    public void Nothing_was_asked_of_2019() => Assert.DoesNotContain(2019, DemonstrationYears.All);

    [Fact]
    public void A_year_is_reported_by_its_framework_and_follows_only_its_own()
    {
        Assert.All(Imagined.Years[2018], d => Assert.Same(Imagined.Plan, d.Questionnaire.Framework));
        Assert.All(Imagined.Years[2020], d => Assert.True(d.Questionnaire.Framework == Imagined.Framework && d.Previous is null));
        Assert.All(Imagined.Years[2015], d => Assert.NotNull(d.Previous));
        Assert.All(Imagined.Years[2014], d => Assert.Null(d.Previous));
    }

    /// <summary>A merger moves no figure by itself: the two give what the merged body goes on with.</summary>
    [Theory]
    [InlineData("effectif_physique_3112")]
    [InlineData("surface_m2")]
    [InlineData("energie_chauffage_kwh")]
    [InlineData("papier_tonnes")]
    public void The_two_of_normandie_become_one(string variable)
    {
        decimal Of(int year, string body) => Sum(year, variable, d => d.Body.Code == body);
        var before = Of(2021, "urssaf-haute-normandie") + Of(2021, "urssaf-basse-normandie");

        Assert.InRange(Of(2021, "urssaf-haute-normandie") / before, 0.55m, 0.75m);
        Assert.InRange(Of(2022, "urssaf-normandie") / before, 0.85m, 1.05m);
    }

    [Fact]
    public void The_staff_of_the_fund_that_left_is_found_in_the_networks_that_took_it()
    {
        decimal Staff(int year, params string[] networks) => Sum(year, "effectif_physique_3112", d => networks.Contains(d.Body.Place.Network));
        var gained = Staff(2020, "CPAM", "Carsat", "Urssaf") - Staff(2018, "CPAM", "Carsat", "Urssaf");

        Assert.InRange(Staff(2018, "RSI"), 5_000, 5_700);
        Assert.InRange(gained / Staff(2018, "RSI"), 0.75m, 1.1m);
        Assert.InRange(Sum(2020, "effectif_physique_3112") / Sum(2018, "effectif_physique_3112"), 0.985m, 1.005m);
        Assert.InRange(Sum(2014, "effectif_physique_3112"), 164_000, 172_000);
        Assert.InRange(Sum(2014, "surface_m2") / Sum(2014, "effectif_physique_3112"), 29m, 33m);
    }

    [Theory]
    [InlineData("papier_tonnes", "papier_tonnes")]
    [InlineData("montant_marches_pme", "montant_marches_pme")]
    [InlineData("nb_embauches_moins_26", "nb_embauches_moins_26")]
    [InlineData("nb_formes_handicap", "nb_formes_handicap")]
    public void What_is_identical_or_close_goes_on(string before, string after) =>
        Assert.InRange(Sum(2020, after) / Sum(2018, before), 0.85m, 1.15m);

    [Fact]
    public void Energy_goes_on_corrected_of_the_weather_and_emissions_follow_it()
    {
        var corrected = Years[2020].Sum(d => (d["energie_chauffage_kwh"] * d["dju_reference"] / d["dju_annee"]) + d["energie_hors_chauffage_kwh"]);
        var raw = Sum(2020, "energie_chauffage_kwh") + Sum(2020, "energie_hors_chauffage_kwh");

        Assert.InRange(corrected / Sum(2018, "energie_corrigee_kwh"), 0.93m, 0.99m);
        Assert.True(raw < corrected * 0.95m, "2020 was mild");
        Assert.InRange((Sum(2020, "ges_scope1") + Sum(2020, "ges_scope2")) / Sum(2018, "ges_total"), 0.85m, 0.99m);
    }

    [Fact]
    public void Practices_that_both_ask_about_go_on()
    {
        foreach (var (before, after) in ((string, string)[])[("sensibilisation_diversite", "sensibilisation_diversite"), ("qvt_accord_plan", "qvt_accord_plan"), ("actions_territoires", "autres_partenaires")])
        {
            Assert.InRange(Yes(2020, after) - Yes(2018, before), 0, 15);
        }
    }

    [Fact]
    public void Some_targets_of_the_plan_are_reached_and_others_missed()
    {
        decimal Since2014(string variable) => 100 * ((Sum(2018, variable) / Sum(2014, variable)) - 1);

        Assert.InRange(Since2014("energie_corrigee_kwh"), -11, -8);
        Assert.InRange(Since2014("ges_total"), -7.5m, -3);
        Assert.InRange(Share(2018, "nb_vehicules_moins_110", "nb_vehicules"), 70, 78);
        Assert.InRange(Share(2018, "nb_marches_sup_20k_clause_sociale", "nb_marches_sup_20k"), 18, 21);
        Assert.InRange(Sum(2018, "montant_achats_spa"), 15_000_000, 17_000_000);
        Assert.InRange(Yes(2018, "methode_securisation_embauche"), 80, 90);
        Assert.InRange(Yes(2018, "document_conciliation"), 65, 79);
        Assert.All((string[])["communication_interne", "presentation_instances", "mediatisation_externe", "sensibilisation_diversite"], v => Assert.InRange(Yes(2018, v), 20, 97));
    }

    [Fact]
    public void The_map_of_stakeholders_is_asked_from_2017()
    {
        var map = new VariableCode("cartographie_pp");

        Assert.All(Imagined.Years[2016].Where(d => d.Answers[map, CellKey.Total]?.State != AnswerState.Missing), d => Assert.NotEqual(AnswerState.Given, d.Answers[map, CellKey.Total]?.State));
        Assert.Contains(Imagined.Years[2017], d => d.Answers[map, CellKey.Total]?.State == AnswerState.Given);
    }
}
