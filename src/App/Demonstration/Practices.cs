namespace Responsables.App.Demonstration;

/// <summary>The yes/no questions: each body adopts a practice some day and rarely gives it up, so that the share of yes rises from year to year.</summary>
internal static class Practices
{
    /// <summary>Share of bodies that said yes in 2022, and how many more do each year.</summary>
    private static readonly Dictionary<string, (decimal First, decimal Yearly)> Adoption = new()
    {
        ["responsable_rso"] = (0.78m, 0.05m), ["cartographie_pp"] = (0.34m, 0.08m), ["plan_local_rso"] = (0.55m, 0.07m), ["comite_rso"] = (0.42m, 0.06m),
        ["presentation_instances"] = (0.60m, 0.06m), ["mediatisation_externe"] = (0.38m, 0.05m), ["evenement_rso"] = (0.64m, 0.05m),
        ["sensibilisation_diversite"] = (0.70m, 0.04m), ["communication_rqth"] = (0.72m, 0.05m), ["cellule_maintien_emploi"] = (0.66m, 0.03m),
        ["qvt_accord_plan"] = (0.74m, 0.04m), ["bsi_communique"] = (0.80m, 0.03m), ["formation_numerique"] = (0.76m, 0.05m),
        ["plan_reduction_achats"] = (0.36m, 0.09m), ["acheteurs_formes_social"] = (0.40m, 0.08m), ["cartographie_implantation"] = (0.45m, 0.05m),
        ["actions_developpement_territorial"] = (0.48m, 0.05m), ["partenariats_secu"] = (0.80m, 0.03m), ["action_collaborateurs"] = (0.68m, 0.05m),
        ["inclusion_numerique"] = (0.72m, 0.05m), ["autres_partenaires"] = (0.66m, 0.04m),
    };

    /// <summary>A yes that becomes a no for a year.</summary>
    private const decimal Relapse = 0.02m;

    private const decimal NotInSurvey = 0.07m;

    public static void Write(Draft draft)
    {
        var (draw, year) = (draft.Draw, draft.Year);
        foreach (var (variable, (first, yearly)) in Adoption)
        {
            var adopted = draw.Unit(variable) < first + (yearly * draft.Elapsed);
            draft.YesNo(variable, adopted && !draw.Happens(Relapse, variable + "-abandon", year));
        }

        if (draw.Happens(NotInSurvey, "bsi"))
        {
            draft.NotApplicable("bsi_communique");
        }

        if (draft.IsYes("cartographie_pp"))
        {
            // Redone every third year.
            draft.Number("cartographie_pp_annee", year - ((year + (int)(draw.Unit("cartographie-annee") * 3)) % 3));
        }

        var directors = decimal.Round(draft["effectif_physique_3112", "categorie_socioprofessionnelle=agents-de-direction"] * 0.9m);
        draft.Number("nb_agents_direction", directors);
        draft.Number("nb_agents_direction_objectif_rso", Math.Clamp(
            decimal.Round(directors * (0.36m + (0.06m * draft.Elapsed) + draw.Around(0, 0.2m, "part-variable"))), 0, directors));
        draft.Number(
            "nb_projets_associes_rso", Math.Max(0, decimal.Floor(draw.Between(0, 4, "projets") + draw.Between(0, 2, "projets", year) + (0.4m * draft.Elapsed))));
        Lists(draft);
        Details(draft);
    }

    private static void Lists(Draft draft)
    {
        var draw = draft.Draw;
        Choose(draft, "plan_local_rso", "plan_local_odd", ["odd-3", "odd-4", "odd-5", "odd-7", "odd-8", "odd-10", "odd-11", "odd-12", "odd-13", "odd-16", "odd-17"], 0.5m);
        Choose(draft, "presentation_instances", "presentation_instances_liste", ["comite-de-direction", "conseil-d-administration", "cse"], 0.6m);
        Choose(draft, "action_collaborateurs", "action_collaborateurs_domaines", ["solidarite", "environnement", "sante"], 0.6m);
        if (draft.IsYes("qvt_accord_plan"))
        {
            draft.Text("qvt_nature", draw.Happens(0.62m, "qvt") ? "accord" : "plan-d-actions");
        }
    }

    private static void Details(Draft draft)
    {
        foreach (var (question, detail, texts) in Wording.Details)
        {
            if (draft.IsYes(question))
            {
                // A body tells the same story two years running, then another.
                draft.Text(detail, draft.Draw.Pick(texts, detail, (draft.Year + 1) / 2));
            }
        }
    }

    private static void Choose(Draft draft, string question, string list, IReadOnlyList<string> options, decimal share)
    {
        if (draft.IsYes(question))
        {
            var chosen = options.Where(o => draft.Draw.Happens(share, $"{list} {o}")).ToList();
            draft.Text(list, string.Join(';', chosen.Count > 0 ? chosen : [draft.Draw.Pick(options, list)]));
        }
    }
}
