using Responsables.Domain.Frameworks;

namespace Responsables.App.Demonstration;

/// <summary>Comments that explain what a check asked about, by the kind of figure.</summary>
internal static class Explanations
{
    private static readonly IReadOnlyList<string> StoppedPractice =
    [
        "Le poste est vacant depuis l’automne ; la démarche reprend l’an prochain.",
        "L’action n’a pas été reconduite cette année, faute de disponibilité ; elle est reprogrammée.",
        "Instance suspendue pendant la réorganisation, remise en place au premier trimestre.",
    ];

    private static readonly (string Prefix, IReadOnlyList<string> Texts)[] ByVariable =
    [
        ("energie", ["Isolation de la toiture du siège et nouvelle régulation du chauffage.", "Hiver plus rigoureux et reprise de la présence sur site.", "Fermeture d’un étage et consignes de température suivies toute l’année.", "Remplacement de la chaudière au printemps : six mois de gaz en moins."]),
        ("ges", ["Sortie progressive du fioul et flotte renouvelée.", "Effet de la baisse du chauffage au gaz ; périmètre inchangé.", "Un site est passé au réseau de chaleur urbain."]),
        ("nb_marches", ["Renouvellement pluriannuel : peu de marchés notifiés cette année, la part varie vite.", "Plusieurs marchés sont passés cette année par la centrale d’achat.", "Année de renouvellement des marchés de nettoyage et de restauration."]),
        ("montant", ["Un marché de travaux important, attribué à une grande entreprise.", "Travaux du siège terminés : le montant revient à son niveau habituel."]),
        ("delai", ["Dématérialisation complète des factures depuis l’été.", "Retard de traitement au moment du changement d’outil comptable."]),
        ("nb_contrats_alternance", ["Petits effectifs : deux contrats de plus ou de moins suffisent.", "Trois alternants ont été recrutés à la fin de leur contrat.", "Moins de postes ouverts à la fin des contrats cette année."]),
        ("nb_salaries_teletravail", ["Nouvel accord de télétravail ouvert à l’accueil téléphonique.", "Extension du télétravail à deux jours par semaine pour tous les services."]),
        ("jours", ["Épidémie de grippe en début d’année.", "Moins d’arrêts courts après le plan de prévention.", "Base de jours ouvrés reprise de l’outil de paie."]),
        ("nb_embauches", ["Plan de recrutement de conseillers.", "Peu d’embauches cette année : la part varie vite.", "Renfort saisonnier moins important que l’an dernier."]),
        ("nb_benef", ["Campagne de revalorisation de l’année.", "Enveloppe reportée d’une année sur l’autre."]),
        ("nb_formes", ["Formation obligatoire à la cybersécurité suivie par tous.", "Catalogue de formation réduit pendant le changement d’outil."]),
        ("papier", ["Dématérialisation des courriers internes.", "Stock constitué l’an dernier, peu d’achats cette année.", "Achat groupé en fin d’année pour deux exercices."]),
        ("eau", ["Fuite réparée à l’automne.", "Compteur défectueux remplacé : la valeur de l’an dernier était sous-estimée.", "Arrosage supprimé et robinets à détection."]),
        ("nb_plans", ["Deux plans de site signés cette année.", "Plan interentreprises arrivé à son terme, en cours de renouvellement."]),
        ("nb_batiments", ["Diagnostics réalisés sur trois bâtiments jusque-là non étiquetés.", "Un bâtiment vendu, un autre rénové."]),
        ("emission", ["Dix véhicules électriques livrés.", "Renouvellement de la flotte reporté l’an dernier, fait cette année."]),
        ("nb_agents_direction", ["Un agent de direction de plus, avec un objectif RSO.", "Les objectifs ont été revus à l’arrivée du nouveau directeur."]),
        ("nb_projets", ["Le responsable RSO est associé depuis cette année aux projets immobiliers.", "Moins de projets lancés cette année."]),
        ("nb_vehicules_moins", ["Flotte renouvelée par le marché national.", "Véhicules anciens retirés de la flotte."]),
        ("nb_erp", ["Travaux d’accessibilité terminés dans deux accueils.", "Agendas d’accessibilité programmée en cours."]),
        ("nb_equipements", ["Salles de réunion équipées dans tous les sites.", "Matériel ancien retiré, remplacement l’an prochain."]),
        ("km", ["Visioconférence généralisée pour les réunions régionales.", "Formations regroupées au siège cette année."]),
        ("heures", ["Deux marchés de travaux avec clause d’insertion.", "Un marché avec clause s’est achevé au printemps."]),
        ("unites", ["Nouveau contrat d’entretien des espaces verts avec un Esat.", "Un contrat avec une entreprise adaptée s’est achevé."]),
        ("effectif", ["Reprise d’une mission mutualisée et effectif recalculé.", "Mise à jour des déclarations d’obligation d’emploi."]),
    ];

    private static readonly IReadOnlyList<string> Otherwise = ["Valeur vérifiée.", "Vérifié auprès du service concerné."];

    /// <summary>What the body answers to a check.</summary>
    public static string Of(Variable variable, Draw draw, int year)
    {
        var texts = variable.Type == VariableType.Boolean
            ? StoppedPractice
            : ByVariable.FirstOrDefault(v => variable.Code.Value.StartsWith(v.Prefix, StringComparison.Ordinal)).Texts ?? Otherwise;
        var word = "explication " + variable.Code;
        return draw.Pick(texts, word, year) + (draw.Happens(0.1m, word + " label", year) ? Wording.Label : "");
    }
}
