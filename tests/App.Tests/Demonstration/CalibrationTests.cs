using Responsables.App.Demonstration;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.App.Tests.Demonstration;

/// <summary>National totals of what is imagined, before gaps and planted mistakes, within the published orders of magnitude.</summary>
public class CalibrationTests
{
    private static readonly List<DemonstrationBody> Bodies = [.. DemonstrationBody.In(Imagined.Register.At(new DateOnly(2022, 12, 31)))];

    private static readonly Dictionary<int, List<Draft>> Wholes = Enumerable.Range(2022, 4).ToDictionary(y => y, y => Bodies.ConvertAll(b => DemonstrationYears.Whole(b, y)));

    private static decimal Sum(int year, string variable, string cell = "", Func<DemonstrationBody, bool>? of = null) => Wholes[year]
        .Where(d => of is null || of(d.Body))
        .Sum(d => d.Find(new(variable), new(cell)) is { State: AnswerState.Given } ? d[variable, cell] : 0);

    [Theory]
    [InlineData(2022)]
    [InlineData(2025)]
    public void Staff_and_square_metres(int year)
    {
        var staff = Sum(year, "effectif_physique_3112");

        Assert.InRange(staff, 161_000, 169_000);
        Assert.InRange(Sum(year, "surface_m2") / staff, 29m, 32.5m);
        Assert.InRange(Sum(year, "effectif_physique_3112", "sexe=femmes") / staff, 0.76m, 0.80m);
        Assert.InRange(Sum(year, "nb_vehicules"), 7_300, 8_700);
    }

    [Theory]
    [InlineData("Famille", 0.21, 0.25)]
    [InlineData("Recouvrement", 0.08, 0.10)]
    [InlineData("Retraite", 0.078, 0.095)]
    public void Shares_of_the_branches(string branch, double low, double high)
    {
        // Of the general scheme: neither MSA nor special regimes.
        var general = Sum(2022, "effectif_physique_3112", of: b => b.Place.Branch is not ("MSA" or "Régime spécial"));

        Assert.InRange(Sum(2022, "effectif_physique_3112", of: b => b.Place.Branch == branch) / general, (decimal)low, (decimal)high);
    }

    [Fact]
    public void Energy_by_square_metre_falls_a_little_each_year()
    {
        decimal Intensity(int year) => (Sum(year, "energie_chauffage_kwh") + Sum(year, "energie_hors_chauffage_kwh")) / Sum(year, "surface_m2");

        var (first, last) = (Intensity(2022), Intensity(2025));
        Assert.InRange(first, 95, 140);
        Assert.InRange(last, 95, first);
    }

    [Fact]
    public void Social_figures()
    {
        decimal Telework(int year) => Sum(year, "nb_salaries_teletravail") / Sum(year, "effectif_physique_3112");

        Assert.InRange(Telework(2022), 0.45m, 0.52m);
        Assert.InRange(Telework(2025), Telework(2022) + 0.02m, 0.60m);
        Assert.InRange(Sum(2024, "boeth") / Sum(2024, "effectif_assujettissement_oeth"), 0.047m, 0.055m);
    }

    [Fact]
    public void Purchases()
    {
        var amount = Sum(2023, "montant_marches_recenses");

        Assert.InRange(amount, 1_700_000_000, 2_100_000_000);
        Assert.InRange(amount / Sum(2023, "effectif_physique_3112"), 11_000, 13_000);
        Assert.InRange(Sum(2023, "montant_marches_pme") / amount, 0.40m, 0.46m);
    }

    [Theory]
    [InlineData("plan_local_rso")]
    [InlineData("cartographie_pp")]
    [InlineData("acheteurs_formes_social")]
    public void Practices_spread(string variable)
    {
        decimal Yes(int year) => Wholes[year].Count(d => d.IsYes(variable)) / (decimal)Bodies.Count;

        Assert.True(Yes(2022) < Yes(2023) && Yes(2023) < Yes(2024) && Yes(2024) < Yes(2025));
    }
}
