using Responsables.Domain.Frameworks;

namespace Responsables.App.Demonstration;

/// <summary>
/// What a body says in the years of the plan cadre, 2014 (the baseline of its targets) to 2018. A series that goes on in the RSO framework is
/// what that framework's answers would have been; the others are drawn here.
/// </summary>
internal static class PlanCadre
{
    public static readonly FrameworkCode Code = new("plan-cadre-2015-2018");

    private const int Baseline = 2014;

    /// <summary>First year in which the map of stakeholders is asked.</summary>
    private const int StakeholdersAsked = 2017;

    private const decimal AccessibleFirst = 0.52m, AccessibleYearly = 0.065m, VisioByEmployee = 0.008m, VisioYearly = 0.14m, EquivalentUnits = 1.12m,
        OverFortyFive = 0.47m, ManagersAmongExecutives = 0.34m, KilometresByEmployee = 1_320, KilometresYearly = -0.012m;

    /// <summary>Share of vehicles under 110 g of CO2 by kilometre in 2014, and how it moves by year: the target of 80 % is missed.</summary>
    private static readonly (decimal First, decimal Yearly) CleanVehicles = (0.41m, 0.085m);

    /// <summary>How each yes/no question that the RSO framework does not ask spreads: share of yes in 2014, and how many more each year.</summary>
    private static readonly Dictionary<string, (decimal First, decimal Yearly)> Adoption = new()
    {
        ["communication_interne"] = (0.72m, 0.055m), ["plan_dechets"] = (0.45m, 0.055m), ["methode_securisation_embauche"] = (0.50m, 0.085m),
        ["document_conciliation"] = (0.46m, 0.065m), ["formation_cout_global"] = (0.33m, 0.055m), ["plan_impression"] = (0.55m, 0.07m),
        ["recours_facilitateur"] = (0.17m, 0.04m), ["mesure_delais_paiement"] = (0.60m, 0.055m),
    };

    /// <summary>Questions that both frameworks ask: the code of each, and that of the RSO framework.</summary>
    private static readonly (string Variable, string Rso)[] Alike =
    [
        ("effectif_physique_3112", "effectif_physique_3112"), ("surface_m2", "surface_m2"), ("presentation_instances", "presentation_instances"),
        ("nb_agents_direction", "nb_agents_direction"), ("nb_agents_direction_objectif_dd", "nb_agents_direction_objectif_rso"),
        ("actions_territoires", "autres_partenaires"), ("mediatisation_externe", "mediatisation_externe"), ("papier_tonnes", "papier_tonnes"),
        ("nb_vehicules", "nb_vehicules"), ("nb_embauches", "nb_embauches"), ("nb_embauches_moins_26", "nb_embauches_moins_26"), ("nb_formes", "nb_formes"),
        ("nb_formes_handicap", "nb_formes_handicap"), ("effectif_handicap_3112", "effectif_handicap_3112"),
        ("sensibilisation_diversite", "sensibilisation_diversite"), ("qvt_accord_plan", "qvt_accord_plan"), ("nb_marches_recenses", "nb_marches_recenses"),
        ("montant_marches_recenses", "montant_marches_recenses"), ("montant_marches_pme", "montant_marches_pme"),
    ];

    /// <summary>Writes the plan cadre's answers of a body from what it would have said in the RSO framework that year.</summary>
    public static void Write(Draft draft, Draft rso)
    {
        foreach (var (variable, from) in Alike)
        {
            draft.Take(rso, variable, from);
        }

        foreach (var (variable, (first, yearly)) in Adoption)
        {
            draft.YesNo(variable, draft.Draw.Unit(variable) < first + (yearly * Since(draft)));
        }

        if (draft.Year < StakeholdersAsked)
        {
            draft.NotApplicable("cartographie_pp");
        }
        else
        {
            draft.Take(rso, "cartographie_pp");
        }

        Resources(draft, rso);
        Staff(draft, rso);
        PlanCadrePurchases.Write(draft);
    }

    /// <summary>Years since the baseline.</summary>
    internal static int Since(Draft draft) => draft.Year - Baseline;

    private static void Resources(Draft draft, Draft rso)
    {
        var (draw, year, staff) = (draft.Draw, draft.Year, draft["effectif_physique_3112"]);
        draft.Number("ges_total", rso["ges_scope1"] + rso["ges_scope2"]);
        draft.Number(
            "energie_corrigee_kwh",
            decimal.Round((rso["energie_chauffage_kwh"] * rso["dju_reference"] / rso["dju_annee"]) + rso["energie_hors_chauffage_kwh"]));

        var open = Math.Max(1, decimal.Round(rso["nb_sites"] * draw.Around(0.8m, 0.15m, "erp")));
        draft.Number("nb_erp", open);
        draft.Number("nb_erp_conformes", Math.Clamp(
            decimal.Round(open * (AccessibleFirst + (AccessibleYearly * Since(draft)) + draw.Around(0, 0.15m, "erp-conformes"))), 0, open));
        draft.Number("nb_equipements_visio", Math.Max(1, decimal.Round(
            staff * VisioByEmployee * (1 + (VisioYearly * Since(draft))) * draw.Around(1, 0.3m, "visio"))));

        var kilometres = decimal.Round(
            staff * KilometresByEmployee * draw.Around(1, 0.35m, "km") * (1 + (KilometresYearly * Since(draft))) * draw.Around(1, 0.06m, "km", year));
        var train = draw.Around(0.19m, 0.06m, "km-train") + (0.01m * Since(draft));
        draft.Parts("km_parcourus", "mode", kilometres, ("train", train), ("voiture", 0.97m - train), ("avion", 0.03m));

        var vehicles = draft["nb_vehicules"];
        draft.Number("nb_vehicules_moins_110", Math.Clamp(
            decimal.Round(vehicles * (CleanVehicles.First + (CleanVehicles.Yearly * Since(draft)) + draw.Around(0, 0.1m, "moins-110"))), 0, vehicles));
    }

    private static void Staff(Draft draft, Draft rso)
    {
        var (draw, year, staff) = (draft.Draw, draft.Year, draft["effectif_physique_3112"]);
        draft.Number("effectif_total_remunere", rso["effectif_assujettissement_oeth"]);
        draft.Number("boeth_et_equivalents", decimal.Round(rso["boeth"] * EquivalentUnits * draw.Around(1, 0.03m, "equivalents", year), 2));
        var older = decimal.Round(staff * draw.Around(OverFortyFive, 0.05m, "45-ans"));
        draft.Number("effectif_45_plus", older);
        draft.Number("nb_formes_45_plus", Math.Min(draft["nb_formes"], decimal.Round(
            draft["nb_formes"] * older / Math.Max(1, staff) * draw.Around(0.92m, 0.08m, "formes-45-ans", year))));

        decimal Of(string category) => rso["effectif_physique_3112", "categorie_socioprofessionnelle=" + category];
        var managers = decimal.Round(Of("cadres") * ManagersAmongExecutives);
        var women = rso["effectif_physique_3112", "sexe=femmes"] / Math.Max(1, staff);
        Level(draft, "employes", Of("employes") + Of("autres"), women + 0.04m);
        Level(draft, "cadres", Of("cadres") - managers, women - 0.08m);
        Level(draft, "managers", managers, women - 0.15m + (0.005m * Since(draft)));
        Level(draft, "agents-de-direction", Of("agents-de-direction"), 0.45m + (0.01m * Since(draft)));
    }

    private static void Level(Draft draft, string level, decimal staff, decimal share)
    {
        var women = decimal.Round(staff * Math.Clamp(share, 0, 1));
        draft.Number("effectif_niveau", $"niveau={level};sexe=femmes", women);
        draft.Number("effectif_niveau", $"niveau={level};sexe=hommes", staff - women);
    }
}
