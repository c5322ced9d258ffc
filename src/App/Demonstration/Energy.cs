namespace Responsables.App.Demonstration;

/// <summary>Energy by m² and what it emits.</summary>
internal static class Energy
{
    private const decimal LowestPerSquareMetre = 97;
    private const decimal HighestPerSquareMetre = 138;
    private const decimal SlowestSaving = 0.02m;
    private const decimal FastestSaving = 0.04m;

    /// <summary>kg of CO2e by kWh, rounded from the public factors of the Base Carbone: orders of magnitude for the demonstration, not a pinned version.</summary>
    private static readonly Dictionary<string, (decimal Direct, decimal Bought)> Factors = new()
    {
        ["electricite"] = (0, 0.052m), ["gaz-naturel"] = (0.215m, 0), ["fioul"] = (0.314m, 0), ["reseau-de-chaleur"] = (0, 0.113m),
        ["bois"] = (0.030m, 0), ["reseau-de-froid"] = (0, 0.098m), ["autre"] = (0.1m, 0),
    };

    private const decimal OverseasElectricity = 0.62m;
    private const decimal TonnesByVehicle = 1.9m;
    private const decimal OtherTonnesByEmployee = 1.35m;

    /// <summary>Ways of heating: shares of electricity, gas, fuel oil, district heating, wood.</summary>
    private static readonly decimal[][] Mixes =
    [
        [0.22m, 0.78m, 0, 0, 0], [0.15m, 0.70m, 0.15m, 0, 0], [0.30m, 0, 0, 0.70m, 0], [0.95m, 0.05m, 0, 0, 0], [0.25m, 0.45m, 0, 0.30m, 0],
        [0.20m, 0.55m, 0, 0, 0.25m], [0.18m, 0.82m, 0, 0, 0],
    ];

    public static void Write(Draft draft)
    {
        var (draw, year) = (draft.Draw, draft.Year);
        var saving = draw.Between(SlowestSaving, FastestSaving, "economie");
        var intensity = draw.Around((LowestPerSquareMetre + HighestPerSquareMetre) / 2, (HighestPerSquareMetre - LowestPerSquareMetre) / 2, "kwh")
            * (1 - (saving * draft.Elapsed)) * draw.Around(1, 0.03m, "kwh", year);
        var normal = draft["surface_m2"] * intensity;
        var heating = draft.Body.IsOverseas ? 0 : normal * draw.Around(0.53m, 0.09m, "chauffage");
        var reference = draft.Body.IsOverseas ? 1 : Weather.ReferenceOf(draft.Body.Place.Region);
        var days = draft.Body.IsOverseas ? 1 : Weather.YearOf(draft.Body.Place.Region, year);
        draft.Number("dju_reference", reference);
        draft.Number("dju_annee", days);
        if (!draft.Body.IsOverseas)
        {
            draft.Replace(draft.Find(new("dju_annee"), new(""))! with { Comment = Weather.Notice });
        }

        var mix = draw.Pick(Mixes, "chauffage-mix");
        draft.Parts(
            "energie_chauffage_kwh", "energie", decimal.Round(heating * days / reference),
            ("electricite", mix[0]), ("gaz-naturel", mix[1]), ("fioul", mix[2]), ("reseau-de-chaleur", mix[3]), ("bois", mix[4]), ("autre", 0));
        var cooling = draw.Happens(0.12m, "froid") ? 0.08m : 0;
        draft.Parts(
            "energie_hors_chauffage_kwh", "energie", decimal.Round(normal - heating),
            ("electricite", 0.94m - cooling), ("gaz-naturel", mix[1] > 0 ? 0.06m : 0), ("fioul", 0), ("reseau-de-chaleur", 0), ("reseau-de-froid", cooling),
            ("autre", 0));
        Emissions(draft);
    }

    private static void Emissions(Draft draft)
    {
        decimal direct = draft["nb_vehicules"] * TonnesByVehicle * 1000, bought = 0;
        foreach (var answer in draft.Answers.Where(a => a.Cell.Value.StartsWith("energie=", StringComparison.Ordinal)).ToList())
        {
            var kind = answer.Cell.Value["energie=".Length..];
            var kwh = draft[answer.Variable.Value, answer.Cell.Value];
            direct += kwh * Factors[kind].Direct;
            bought += kwh * (kind == "electricite" && draft.Body.IsOverseas ? OverseasElectricity : Factors[kind].Bought);
        }

        draft.Number("ges_scope1", decimal.Round(direct / 1000, 1));
        draft.Number("ges_scope2", decimal.Round(bought / 1000, 1));
        if (draft.Draw.Happens(0.55m, "scope3"))
        {
            draft.Number(
                "ges_scope3",
                decimal.Round(draft["effectif_physique_3112"] * OtherTonnesByEmployee * draft.Draw.Around(1, 0.2m, "scope3") * (1 - (0.02m * draft.Elapsed)), 1));
        }

        draft.Text("ges_perimetre", draft.Draw.Pick(Wording.EmissionMethods, "methode"));
    }
}
