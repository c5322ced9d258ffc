namespace Responsables.App.Demonstration;

/// <summary>Buildings, vehicles, paper, water, waste.</summary>
internal static class Resources
{
    private const decimal StaffByVehicle = 20.5m;
    private const decimal PaperByEmployee = 0.026m;
    private const decimal PaperSaving = 0.08m;
    private const decimal WaterByEmployee = 6.4m;
    private const decimal WaterSaving = 0.02m;

    /// <summary>Energy labels: shares of the classes a to g, then "not labelled", in 2022.</summary>
    private static readonly (string Cell, decimal Weight)[] Labels =
    [
        ("a", 0.02m), ("b", 0.07m), ("c", 0.19m), ("d", 0.22m), ("e", 0.12m), ("f", 0.06m), ("g", 0.03m), ("h", 0), ("i", 0), ("non-etiquete", 0.29m),
    ];

    /// <summary>Grams of CO2 by kilometre of a vehicle, by engine.</summary>
    private static readonly (string Engine, decimal Grams)[] Engines =
        [("essence", 121), ("diesel", 114), ("hybride", 78), ("electrique", 0), ("autre", 105)];

    public static void Write(Draft draft)
    {
        var (draw, year) = (draft.Draw, draft.Year);
        var staff = draft["effectif_physique_3112"];
        var sites = draft["nb_sites"];
        Buildings(draft, sites);
        Fleet(draft, decimal.Round(draft.Body.Staff2022 / StaffByVehicle * draw.Around(1, 0.3m, "vehicules") * (1 - (0.01m * draft.Elapsed))));

        var large = Math.Min(sites, staff < 100 ? 0 : Math.Max(1, decimal.Floor(staff / 290)));
        draft.Number("nb_sites_plus_100", large);
        if (large == 0)
        {
            draft.NotApplicable("nb_plans_mobilite");
        }
        else
        {
            draft.Number("nb_plans_mobilite", decimal.Round(large * Math.Clamp(draw.Between(0.1m, 0.75m, "plans-mobilite") + (0.1m * draft.Elapsed), 0, 1)));
        }

        draft.Number("nb_plans_dechets_5_flux", decimal.Round(sites * Math.Clamp(draw.Between(0.15m, 0.6m, "plans-dechets") + (0.09m * draft.Elapsed), 0, 1)));

        var paper = decimal.Round(
            staff * PaperByEmployee * draw.Around(1, 0.35m, "papier") * (1 - (PaperSaving * draft.Elapsed)) * draw.Around(1, 0.06m, "papier", year), 2);
        var recycled = decimal.Round(paper * Math.Min(0.95m, draw.Between(0.35m, 0.7m, "recycle") + (0.05m * draft.Elapsed)), 2);
        draft.Number("papier_tonnes", paper);
        draft.Number("papier_tonnes", "nature=recycle", recycled);
        draft.Number("papier_tonnes", "nature=non-recycle", paper - recycled);
        draft.Number("eau_m3", decimal.Round(
            staff * WaterByEmployee * draw.Around(1, 0.35m, "eau") * (1 - (WaterSaving * draft.Elapsed)) * draw.Around(1, 0.07m, "eau", year)));
    }

    private static void Buildings(Draft draft, decimal sites)
    {
        var buildings = sites + decimal.Floor(sites * draft.Draw.Between(0, 0.5m, "batiments"));
        foreach (var (variable, dimension) in ((string, string)[])
            [("nb_batiments_etiquette_energie", "etiquette_energie"), ("nb_batiments_etiquette_climat", "etiquette_climat")])
        {
            // What has no label loses ground each year to the middle classes.
            var weights = Labels.Select(l => (l.Cell, Math.Max(0, l.Weight + (draft.Elapsed * (l.Cell is "c" or "d" ? 0.02m : l.Cell == "non-etiquete" ? -0.04m : 0))))).ToList();
            foreach (var (cell, value) in Draft.Shares(buildings, weights))
            {
                draft.Number(variable, $"{dimension}={cell}", value);
            }
        }
    }

    private static void Fleet(Draft draft, decimal vehicles)
    {
        var electric = Math.Max(0, 0.10m + (0.07m * draft.Elapsed) + draft.Draw.Around(0, 0.06m, "electrique"));
        var hybrid = Math.Max(0, 0.16m + (0.03m * draft.Elapsed));
        draft.Parts(
            "nb_vehicules", "motorisation", vehicles,
            ("essence", 0.34m), ("diesel", Math.Max(0.02m, 0.66m - electric - hybrid)), ("hybride", hybrid), ("electrique", electric), ("autre", 0));
        if (vehicles == 0)
        {
            draft.NotApplicable("emission_moyenne_g_km");
            return;
        }

        var grams = Engines.Sum(e => e.Grams * draft["nb_vehicules", "motorisation=" + e.Engine]) / vehicles;
        draft.Number("emission_moyenne_g_km", decimal.Round(grams * draft.Draw.Around(1, 0.02m, "grammes", draft.Year), 1));
    }
}
