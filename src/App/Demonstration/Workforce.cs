namespace Responsables.App.Demonstration;

/// <summary>Engagement 2: hires, training, disability, absence, telework.</summary>
internal static class Workforce
{
    /// <summary>Share of what comes first in each pair, and how it moves by year.</summary>
    private static readonly (decimal First, decimal Yearly) Disability = (0.049m, 0.0012m), Trained = (0.70m, 0.015m), ShortAbsence = (0.0205m, -0.0004m),
        UnderTwentySix = (0.19m, 0.005m), OverFiftyFive = (0.035m, 0.002m), KeptAfterApprenticeship = (0.32m, 0.02m), TeleworkGain = (1m, 0.045m);

    private const decimal HireRate = 0.095m;
    private const decimal PermanentHires = 0.42m;
    private const decimal Apprentices = 0.017m;

    /// <summary>Working days of the year, Monday to Friday without public holidays.</summary>
    private static readonly Dictionary<int, decimal> WorkingDays = new() { [2020] = 254, [2021] = 254, [2022] = 254, [2023] = 251, [2024] = 252, [2025] = 251 };

    public static void Write(Draft draft)
    {
        var (draw, year) = (draft.Draw, draft.Year);
        var staff = draft["effectif_physique_3112"];
        Hires(draft, staff);
        Points(draft, "nb_benef_points_competences", decimal.Round(staff * Level(draft, "points-competences", 0.21m, 0.03m)));
        Points(draft, "nb_benef_points_promotion", decimal.Round(staff * Level(draft, "points-promotion", 0.085m, 0.015m)));

        var subject = decimal.Round(staff * draw.Around(0.965m, 0.015m, "assujettis", year), 2);
        var entitled = decimal.Round(subject * (Rate(draft, Disability) + draw.Around(0, 0.016m, "boeth")) * draw.Around(1, 0.03m, "boeth", year), 2);
        draft.Number("effectif_assujettissement_oeth", subject);
        Women(draft, "boeth", entitled, 2, 0.02m);
        var disabled = decimal.Round(entitled * 1.06m);
        draft.Number("effectif_handicap_3112", disabled);

        var trained = Training(draft);
        draft.Number("nb_formes_handicap", Math.Min(disabled, decimal.Round(trained / staff * disabled * draw.Around(0.97m, 0.06m, "formes-handicap", year))));

        var days = decimal.Round(staff * WorkingDays.GetValueOrDefault(year, 252) * draw.Around(0.975m, 0.01m, "jours", year));
        Women(draft, "jours_theoriques", days, 0, 0);
        Women(draft, "jours_absence_courte", decimal.Round(days * Level(draft, "absence", ShortAbsence.First, 0.004m) * Trend(draft, ShortAbsence)), 0, 0.03m);

        var telework = Math.Min(0.78m, (draft.Body.Network.Telework + draw.Around(0, 0.09m, "teletravail")) * Rate(draft, TeleworkGain));
        Women(draft, "nb_salaries_teletravail", decimal.Round(staff * telework * draw.Around(1, 0.025m, "teletravail", year)), 0, -0.01m);
    }

    private static void Hires(Draft draft, decimal staff)
    {
        var draw = draft.Draw;
        var hires = decimal.Round(staff * Level(draft, "embauches", HireRate, 0.02m) * draw.Around(1, 0.08m, "embauches", draft.Year));
        draft.Parts("nb_embauches", "type_contrat", hires, ("cdi", draw.Around(PermanentHires, 0.08m, "cdi-embauches")), ("cdd", 1 - PermanentHires));
        draft.Number("nb_embauches_moins_26", decimal.Round(hires * Rate(draft, UnderTwentySix) * draw.Around(1, 0.15m, "moins-26", draft.Year)));
        draft.Number("nb_embauches_plus_55", decimal.Round(hires * Rate(draft, OverFiftyFive) * draw.Around(1, 0.25m, "plus-55", draft.Year)));
        var ended = decimal.Round(staff * Apprentices * draw.Around(1, 0.3m, "alternance"));
        if (ended < 1)
        {
            draft.NotApplicable("nb_contrats_alternance_termines");
            draft.NotApplicable("nb_contrats_alternance_poursuivis");
            return;
        }

        var kept = Math.Min(ended, decimal.Round(ended * Rate(draft, KeptAfterApprenticeship) * draw.Around(1, 0.2m, "poursuivis", draft.Year)));
        draft.Parts("nb_contrats_alternance_termines", "type_alternance", ended, ("apprentissage", 0.83m), ("professionnalisation", 0.17m));
        draft.Parts("nb_contrats_alternance_poursuivis", "suite", kept, ("cdd", 0.56m), ("cdi", 0.44m));
    }

    private static void Points(Draft draft, string variable, decimal total)
    {
        Women(draft, variable, total, 0, 0.01m);
        draft.Number(variable, "population=50-ans-et-plus", decimal.Round(total * draft.Draw.Around(0.27m, 0.05m, variable)));
        draft.Number(variable, "population=temps-partiel", decimal.Round(total * draft.Draw.Around(0.13m, 0.04m, variable + "-partiel")));
    }

    private static decimal Training(Draft draft)
    {
        const string staff = "effectif_physique_3112";
        const string trained = "nb_formes";
        var share = Math.Min(0.93m, Rate(draft, Trained) + draft.Draw.Around(0, 0.1m, "formes") + draft.Draw.Around(0, 0.02m, "formes", draft.Year));
        var total = decimal.Round(draft[staff] * share);
        // Each cell in the proportion of the staff: rounded down, it never exceeds it; the largest takes the rest.
        draft.Parts(trained, "sexe", total, ("femmes", draft[staff, "sexe=femmes"]), ("hommes", draft[staff, "sexe=hommes"]));
        draft.Parts(
            trained, "categorie_socioprofessionnelle", total,
            [.. ((string[])["employes", "cadres", "agents-de-direction", "autres"])
                .Select(c => (c, draft[staff, "categorie_socioprofessionnelle=" + c]))]);
        return total;
    }

    private static void Women(Draft draft, string variable, decimal total, int decimals, decimal shift)
    {
        var share = (draft["effectif_physique_3112", "sexe=femmes"] / Math.Max(1, draft["effectif_physique_3112"])) + shift;
        var women = decimal.Round(total * Math.Min(1, share), decimals);
        draft.Number(variable, total);
        draft.Number(variable, "sexe=femmes", women);
        draft.Number(variable, "sexe=hommes", total - women);
    }

    private static decimal Level(Draft draft, string word, decimal center, decimal reach) =>
        draft.Draw.Around(center, reach, word) * draft.Draw.Around(1, 0.05m, word, draft.Year);

    private static decimal Rate(Draft draft, (decimal First, decimal Yearly) rate) => rate.First + (draft.Elapsed * rate.Yearly);

    private static decimal Trend(Draft draft, (decimal First, decimal Yearly) rate) => Rate(draft, rate) / rate.First;
}
