namespace Responsables.App.Demonstration;

/// <summary>Engagement 4: contracts, clauses, small firms, payment.</summary>
internal static class Purchases
{
    private const decimal EurosByEmployee = 11_900;
    private const decimal EurosByContract = 62_000;
    private const decimal InvoicesByEmployee = 9;
    private const decimal DaysToPay = 23;

    /// <summary>Below this staff a body buys through its fund's shared contracts.</summary>
    private const decimal SmallestBuyer = 115;

    /// <summary>Shares of the contracts in 2022, and how they move by year.</summary>
    private static readonly (decimal First, decimal Yearly) Environment = (0.50m, 0.05m), LifeCycle = (0.16m, 0.03m), Social = (0.17m, 0.025m),
        Facilitated = (0.05m, 0.01m), SmallFirms = (0.58m, 0.01m), SmallFirmsAmount = (0.43m, 0.004m);

    public static void Write(Draft draft)
    {
        var (draw, year) = (draft.Draw, draft.Year);
        var staff = draft["effectif_physique_3112"];
        draft.Number("nb_factures_payees", decimal.Round(staff * InvoicesByEmployee * draw.Around(1, 0.2m, "factures") * draw.Around(1, 0.04m, "factures", year)));
        draft.Number("delai_moyen_paiement", decimal.Round(
            (DaysToPay + draw.Around(0, 8, "delai") - (0.4m * draft.Elapsed)) * draw.Around(1, 0.06m, "delai", year), 1));
        draft.Number("nb_recours_mediateur", draw.Happens(0.06m, "mediateur", year) ? 1 : 0);

        var amount = decimal.Round(staff * EurosByEmployee * draw.Around(1, 0.12m, "achats") * draw.Around(1, 0.05m, "achats", year));
        draft.Number("montant_marches_recenses", amount);
        draft.Number("montant_marches_pme", decimal.Round(amount * Share(draft, SmallFirmsAmount, "pme-montant", 0.07m)));
        var contracts = Math.Max(3, decimal.Round(amount / EurosByContract * draw.Around(1, 0.1m, "marches")));
        draft.Number("nb_marches_recenses", contracts);
        draft.Number("nb_marches_pme", Of(contracts, draft, SmallFirms, "pme", 0.06m));
        draft.Number("nb_marches_clause_sociale", Of(contracts, draft, Social, "sociale", 0.05m));
        draft.Number("nb_marches_facilitateur", Of(contracts, draft, Facilitated, "facilitateur", 0.03m));
        if (staff < SmallestBuyer)
        {
            foreach (var variable in (string[])["nb_marches_sup_25k", "nb_marches_sup_25k_environnement", "nb_marches_sup_25k_cycle_vie"])
            {
                draft.NotApplicable(variable);
            }

            return;
        }

        var large = Math.Max(2, decimal.Round(contracts * 0.56m));
        draft.Number("nb_marches_sup_25k", large);
        draft.Number("nb_marches_sup_25k_environnement", Of(large, draft, Environment, "environnement", 0.08m));
        draft.Number("nb_marches_sup_25k_cycle_vie", Of(large, draft, LifeCycle, "cycle-de-vie", 0.05m));
    }

    private static decimal Of(decimal whole, Draft draft, (decimal First, decimal Yearly) rate, string word, decimal reach) =>
        Math.Min(whole, decimal.Round(whole * Share(draft, rate, word, reach)));

    private static decimal Share(Draft draft, (decimal First, decimal Yearly) rate, string word, decimal reach) => Math.Clamp(
        (rate.First + (rate.Yearly * draft.Elapsed) + draft.Draw.Around(0, reach, word)) * draft.Draw.Around(1, 0.06m, word, draft.Year), 0, 0.98m);
}
