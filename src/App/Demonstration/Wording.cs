namespace Responsables.App.Demonstration;

/// <summary>Sentences that the imagined bodies write: ours, about nobody. They are data of the demonstration, not texts of the program.</summary>
internal static class Wording
{
    /// <summary>What a comment now and then says of itself.</summary>
    public const string Label = " (démonstration)";

    public static readonly IReadOnlyList<string> EmissionMethods =
    [
        "Facteurs de la Base Carbone ; combustibles, véhicules, électricité et réseaux. Fluides frigorigènes non comptés.",
        "Facteurs de la Base Carbone, périmètre inchangé depuis l’an dernier : tous les sites occupés, flotte comprise.",
        "Calcul interne à partir des factures d’énergie et des cartes carburant ; facteurs de la Base Carbone.",
        "Bilan réalisé avec l’outil de la caisse nationale ; fuites de climatisation estimées.",
    ];

    /// <summary>Texts asked when a question is answered yes.</summary>
    public static readonly IReadOnlyList<(string Question, string Detail, IReadOnlyList<string> Texts)> Details =
    [
        ("actions_developpement_territorial", "actions_developpement_territorial_detail",
        [
            "Participation au contrat local de santé et au contrat de ville de l’agglomération.",
            "Convention avec la communauté de communes pour des permanences dans deux espaces France services.",
            "Contribution au plan climat de la métropole et au réseau local des employeurs publics.",
        ]),
        ("partenariats_secu", "partenariats_secu_organismes",
        [
            "Caf, CPAM et Urssaf du département.",
            "CPAM, Caf et Carsat de la région.",
            "MSA, Caf et Carsat ; l’Urssaf s’y joint pour les achats.",
        ]),
        ("partenariats_secu", "partenariats_secu_thematiques",
        [
            "Achats groupés, plan de mobilité commun, rendez-vous des droits.",
            "Formation des référents RSO, semaine du développement durable, prêt de salles.",
            "Parcours attentionnés pour les familles endeuillées, accueil partagé, covoiturage entre sites.",
        ]),
        ("inclusion_numerique", "inclusion_numerique_detail",
        [
            "Ateliers mensuels d’aide à la création du compte en ligne, avec deux médiateurs numériques.",
            "Espace libre-service accompagné dans chaque accueil et fiches en français facile.",
            "Équipe de volontaires qui rappelle les usagers n’ayant jamais utilisé leur espace personnel.",
        ]),
        ("autres_partenaires", "autres_partenaires_acteurs",
        [
            "Centres communaux d’action sociale, missions locales, une association d’aide aux aidants.",
            "Un groupement d’insertion, l’établissement et service d’aide par le travail voisin, la banque alimentaire.",
            "Le département, deux maisons de santé, une ressourcerie.",
        ]),
        ("autres_partenaires", "autres_partenaires_thematiques",
        [
            "Accès aux droits, lutte contre le non-recours, réemploi du mobilier.",
            "Insertion, collecte de denrées, mécénat de compétences.",
            "Prévention santé, repérage des fragilités, dons de matériel informatique.",
        ]),
    ];

    /// <summary>Why a figure is indisponible.</summary>
    public static readonly IReadOnlyList<string> Unavailable =
    [
        "Donnée comprise dans les charges locatives, le bailleur ne la communique pas.",
        "Changement d’outil en cours d’année : l’extraction n’est pas fiable.",
        "Le suivi commence l’an prochain, aucune donnée pour l’année.",
        "Données attendues du prestataire, non reçues à la clôture.",
    ];

    /// <summary>Reasons of a return, by what was looked at.</summary>
    public static readonly IReadOnlyList<(string Indicator, string Reason)> Returns =
    [
        ("rso-env-energie-corrigee", "La consommation baisse beaucoup plus que la surface : merci de vérifier que les factures des douze mois sont comptées, puis de préciser en commentaire."),
        ("rso-soc-teletravail", "Le nombre de télétravailleurs semble compter le télétravail exceptionnel : ne garder que les avenants réguliers au 31/12."),
        ("rso-ach-clause-sociale", "Les marchés réservés sans clause d’insertion ne sont pas à compter : merci de reprendre le recensement."),
        ("rso-soc-handicap-taux-emploi", "Indiquer en commentaire si la majoration des 50 ans et plus est appliquée, et l’appliquer comme l’an dernier."),
        ("rso-soct-partenariats-secu", "Les thématiques citées concernent une autre année : merci de les mettre à jour."),
        ("rso-env-ges", "Le périmètre du bilan a changé sans que le texte le dise : préciser les postes ajoutés."),
    ];
}
