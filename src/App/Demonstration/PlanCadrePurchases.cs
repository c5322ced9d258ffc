namespace Responsables.App.Demonstration;

/// <summary>The purchases that the plan cadre asks about in its own way: clauses, insertion, sheltered employment.</summary>
internal static class PlanCadrePurchases
{
    private const decimal LargeContracts = 0.62m;
    private const decimal HoursByEmployee = 1.5m;
    private const decimal UnitsByEmployee = 0.0048m;
    private const decimal ShelteredContracts = 0.06m;

    /// <summary>Shares of the contracts in 2014, and how they move by year.</summary>
    private static readonly (decimal First, decimal Yearly) Environment = (0.40m, 0.022m), Social = (0.148m, 0.0105m);

    /// <summary>Euros spent by employee in the sheltered sector in 2014, and how they move by year: the target of 15 million is reached.</summary>
    private static readonly (decimal First, decimal Yearly) Sheltered = (77, 5);

    public static void Write(Draft draft)
    {
        var (draw, year, since) = (draft.Draw, draft.Year, PlanCadre.Since(draft));
        var (staff, contracts) = (draft["effectif_physique_3112"], draft["nb_marches_recenses"]);
        draft.Number("nb_marches_clause_env", Of(draft, contracts, Environment, "clause-env", 0.1m));
        var large = Math.Max(1, decimal.Round(contracts * LargeContracts));
        draft.Number("nb_marches_sup_20k", large);
        draft.Number("nb_marches_sup_20k_clause_sociale", Of(draft, large, Social, "clause-sociale-20k", 0.08m));
        draft.Number("heures_insertion", decimal.Round(
            staff * HoursByEmployee * (1 + (0.08m * since)) * draw.Around(1, 0.5m, "heures") * draw.Around(1, 0.2m, "heures", year)));
        draft.Number("unites_beneficiaires_ea_esat", decimal.Round(staff * UnitsByEmployee * draw.Around(1, 0.4m, "unites") * draw.Around(1, 0.1m, "unites", year), 2));
        draft.Number("nb_marches_spa", Math.Max(1, decimal.Round(contracts * ShelteredContracts * draw.Around(1, 0.4m, "spa"))));
        draft.Number("montant_achats_spa", decimal.Round(
            staff * (Sheltered.First + (Sheltered.Yearly * since)) * draw.Around(1, 0.35m, "spa-montant") * draw.Around(1, 0.1m, "spa-montant", year)));
    }

    private static decimal Of(Draft draft, decimal whole, (decimal First, decimal Yearly) rate, string word, decimal reach) => Math.Clamp(
        decimal.Round(whole * (rate.First + (rate.Yearly * PlanCadre.Since(draft)) + draft.Draw.Around(0, reach, word)) * draft.Draw.Around(1, 0.06m, word, draft.Year)),
        0, whole);
}
