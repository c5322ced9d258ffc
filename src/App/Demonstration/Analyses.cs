using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Demonstration;

/// <summary>Qualitative analyses of an enjeu, for some bodies: a few of our sentences, put together in different ways.</summary>
internal static class Analyses
{
    private const decimal Writers = 0.4m;
    private const decimal Topics = 0.45m;

    private static readonly IReadOnlyList<string> Openings =
    [
        "L’année a été consacrée à consolider l’existant.", "Le plan local a donné un cadre à des actions jusque-là dispersées.",
        "Les objectifs de l’année sont atteints pour l’essentiel.", "Le départ du référent a ralenti les travaux au premier semestre.",
        "Un groupe de travail réunit désormais les services concernés chaque trimestre.",
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Findings = new()
    {
        ["E1"] = ["Le comité de direction suit trois indicateurs RSO dans son tableau de bord.", "La cartographie des parties prenantes a été revue avec le conseil.", "La démarche reste peu connue des équipes éloignées du siège."],
        ["E2"] = ["Le télétravail progresse et l’accueil physique reste assuré tous les jours.", "Le maintien dans l’emploi de quatre salariés a été préparé avec la médecine du travail.", "Les formations courtes à distance ont élargi l’accès des employés."],
        ["E3"] = ["La consommation baisse surtout grâce à la régulation du chauffage.", "Le renouvellement de la flotte avance plus vite que prévu, les bornes suivent moins bien.", "Le relevé des sites loués reste la principale difficulté."],
        ["E4"] = ["Les clauses sont désormais étudiées dès l’expression du besoin.", "Deux acheteurs ont suivi la formation aux achats responsables.", "Le recours au facilitateur a levé les réticences des petites entreprises."],
        ["E5"] = ["Les permanences partagées avec les partenaires ont touché un public nouveau.", "Les ateliers numériques sont complets, une deuxième session est prévue.", "Le mécénat de compétences démarre avec deux associations."],
    };

    private static readonly IReadOnlyList<string> Endings =
        ["Priorité de l’an prochain : mesurer ce qui ne l’est pas encore.", "Un point d’étape est prévu au printemps.", "Les moyens restent à confirmer.", ""];

    /// <summary>The analyses of a body: topic and text.</summary>
    public static IEnumerable<(string Topic, string Text)> Of(Framework framework, OrganizationCode body, int year)
    {
        var draw = new Draw(body.Value);
        if (!draw.Happens(Writers, "analyses", year) && body != Stages.Featured)
        {
            yield break;
        }

        foreach (var commitment in framework.Commitments)
        {
            foreach (var topic in commitment.Topics.Where(t => draw.Happens(Topics, "analyse " + t.Code, year) && Findings.ContainsKey(commitment.Code)))
            {
                var text = string.Join(' ', draw.Pick(Openings, topic.Code + " début", year), draw.Pick(Findings[commitment.Code], topic.Code, year), draw.Pick(Endings, topic.Code + " fin", year));
                yield return (topic.Code, text.Trim() + Wording.Label);
            }
        }
    }
}
