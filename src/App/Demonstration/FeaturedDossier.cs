using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>
/// The dossier that the demonstration's contributor and director open: nearly complete, with something of everything left to do.
/// </summary>
internal static class FeaturedDossier
{
    /// <summary>Questions still without an answer.</summary>
    public static readonly IReadOnlyList<string> Unanswered =
        ["ges_perimetre", "nb_plans_dechets_5_flux", "acheteurs_formes_social", "partenariats_secu", "partenariats_secu_organismes", "partenariats_secu_thematiques"];

    private const string Moved = "nb_salaries_teletravail";
    private const string Impossible = "nb_marches_clause_sociale";

    /// <summary>Figures that moved since last year and have no explanation yet: one that fell by a third, one that is impossible.</summary>
    public static readonly IReadOnlyList<string> ToExplain = [Moved, Impossible];

    public static void Write(Framework framework, Draft draft)
    {
        foreach (var variable in Unanswered)
        {
            draft.Clear(framework.Variable(new VariableCode(variable)));
        }

        // A numerator above its denominator, and a breakdown that no longer adds up: a cadre counted twice.
        draft.Number(Impossible, draft["nb_marches_recenses"] + 2);
        draft.Number("effectif_physique_3112", "categorie_socioprofessionnelle=cadres", draft["effectif_physique_3112", "categorie_socioprofessionnelle=cadres"] + 1);

        var telework = decimal.Round(draft[Moved] * 0.62m);
        draft.Parts(Moved, "sexe", telework, ("femmes", draft[Moved, "sexe=femmes"]), ("hommes", draft[Moved, "sexe=hommes"]));
    }
}
