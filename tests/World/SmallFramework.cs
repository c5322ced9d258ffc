using Responsables.Domain.Frameworks;

namespace Responsables.World;

/// <summary>
/// One small framework, the same for all tests: three prioritary indicators (a ratio, a weighted mean, a share of bodies with a second
/// output) and an optional one (a sum with cells), with a blocking check and one that asks for an explanation.
/// </summary>
public static class SmallFramework
{
    public static readonly FrameworkCode Code = new("essai");
    public static readonly VariableCode Staff = new("effectif_physique_3112");
    public static readonly VariableCode Area = new("surface_m2");
    public static readonly VariableCode Trained = new("formes");
    public static readonly VariableCode Delay = new("delai");
    public static readonly VariableCode Invoices = new("factures");
    public static readonly VariableCode Plan = new("plan");
    public static readonly VariableCode Why = new("pourquoi");
    public static readonly VariableCode Form = new("forme");
    public static readonly VariableCode Cars = new("vehicules");
    public static readonly VariableCode Labels = new("etiquettes");
    public static readonly CellKey Petrol = new("moteur=essence");
    public static readonly CellKey Electric = new("moteur=electrique");
    public static readonly CellKey LabelA = new("classe=a");
    public static readonly CellKey LabelB = new("classe=b");
    public static readonly IndicatorCode TrainedShare = new("part-formes");
    public static readonly IndicatorCode MeanDelay = new("delai-moyen");
    public static readonly IndicatorCode PlanShare = new("part-plan");
    public static readonly IndicatorCode Fleet = new("flotte");

    public const string Yaml = """
        framework:
          code: essai
          version: 1
          title: Un petit référentiel
          publisher: null
          date: 2020-02
          first_year: 2020
          last_year: null
          succeeds: null
          summary: Pour les essais.
          terms: {commitment: Engagement, topic: Enjeu, objective: Objectif, indicator: Indicateur}
        context: [effectif_physique_3112, surface_m2]
        variables:
          - {code: effectif_physique_3112, label: Effectif, type: integer, unit: personnes, over_bodies: sum, over_time: end_of_year, min: 0, persons: true}
          - {code: surface_m2, label: Surface, type: decimal, unit: m², over_bodies: sum, over_time: end_of_year, min: 0}
          - {code: formes, label: Personnes formées, type: integer, unit: personnes, over_bodies: sum, over_time: sum, min: 0, persons: true}
          - {code: delai, label: Délai, type: decimal, unit: jours, over_bodies: weighted_mean, weight: factures, over_time: mean}
          - {code: factures, label: Factures, type: integer, unit: factures, over_bodies: sum, over_time: sum, min: 0}
          - {code: plan, label: Plan, type: boolean, unit: null, over_bodies: count, over_time: none}
          - {code: pourquoi, label: Pourquoi, type: text, unit: null, over_bodies: none, over_time: none}
          - {code: forme, label: Forme, type: list, many: true, unit: null, over_bodies: none, over_time: none, options: [{code: note, label: Note}, {code: accord, label: Accord}]}
          - code: vehicules
            label: Véhicules
            type: integer
            unit: véhicules
            over_bodies: sum
            over_time: end_of_year
            min: 0
            breakdowns:
              - code: moteur
                label: Moteur
                partition: true
                required: false
                cells: [{code: essence, label: Essence}, {code: electrique, label: Électrique}]
          - code: etiquettes
            label: Étiquettes
            type: integer
            unit: bâtiments
            over_bodies: sum
            over_time: end_of_year
            total: false
            breakdowns:
              - code: classe
                label: Classe
                partition: true
                required: false
                cells: [{code: a, label: A}, {code: b, label: B}]
        commitments:
          - code: E1
            number: 1
            title: Un engagement
            short_title: Un
            domain: environnement
            summary: Un résumé.
            topics:
              - code: E1.1
                title: Un enjeu
                sheet:
                  pages: {sheet: 10, indicators: null}
                  about: Une présentation.
                  iso26000: [{clause: '6.2', title: Gouvernance}]
                  sdgs: [{number: 16, title: Paix}]
                  references: [{group: null, text: Une loi, url: null}]
                  stakeholders: [IRP]
                  actions: [{objective: E1.1.1, group: null, text: Une action}]
                  glossary: []
                objectives:
                  - code: E1.1.1
                    title: Un objectif
                    indicators:
                      - code: part-formes
                        number: null
                        title: Part des personnes formées
                        priority: P1
                        priority_certain: true
                        kind: null
                        target: null
                        direction: up
                        precisions: []
                        variables: [{code: formes}, {code: effectif_physique_3112}]
                        outputs:
                          - {name: part, label: Part, unit: '%', formula: 100 * sum(formes) / sum(effectif_physique_3112)}
                        checks:
                          - {code: formes-effectif, severity: blocking, rule: formes <= effectif_physique_3112, on: formes, message: Plus de personnes formées que de personnes.}
                        example:
                          bodies: [{formes: 5, effectif_physique_3112: 20}]
                          expect: {part: {value: 25, numerator: 5, denominator: 20, answered: 1, not_applicable: 0, unavailable: 0, missing: 0}}
                      - code: delai-moyen
                        number: null
                        title: Délai moyen
                        priority: P1
                        priority_certain: true
                        kind: null
                        target: null
                        direction: down
                        precisions: []
                        variables: [{code: delai}, {code: factures}]
                        outputs:
                          - {name: moyenne, label: Moyenne, unit: jours, formula: sum(delai * factures) / sum(factures)}
                        checks: []
                        example:
                          bodies: [{delai: 10, factures: 2}, {delai: 40, factures: 1}]
                          expect: {moyenne: {value: 20, numerator: 60, denominator: 3, answered: 2, not_applicable: 0, unavailable: 0, missing: 0}}
                      - code: part-plan
                        number: null
                        title: Part des organismes ayant un plan
                        priority: P1
                        priority_certain: true
                        kind: null
                        target: null
                        direction: up
                        precisions: []
                        variables: [{code: plan}, {code: pourquoi, required: false, when: plan = non}, {code: forme, required: false, when: plan = oui}]
                        outputs:
                          - {name: part, label: Part, unit: '% d’organismes', formula: 100 * count(plan = oui) / count(plan answered)}
                          - {name: nombre, label: Nombre, unit: organismes, formula: count(plan = oui)}
                        checks: []
                        example:
                          bodies: [{plan: oui}, {plan: non}]
                          expect: {part: {value: 50, numerator: 1, denominator: 2, answered: 2, not_applicable: 0, unavailable: 0, missing: 0}}
                      - code: flotte
                        number: null
                        title: Flotte
                        priority: optional
                        priority_certain: true
                        kind: null
                        target: null
                        direction: neutral
                        precisions: []
                        variables: [{code: vehicules}, {code: etiquettes, required: false}]
                        outputs:
                          - {name: vehicules, label: Véhicules, unit: véhicules, formula: sum(vehicules)}
                        checks:
                          - {code: beaucoup, severity: explain, rule: vehicules <= 100, on: vehicules, message: Expliquez une flotte aussi grande.}
                        example:
                          bodies: [{vehicules: 3}]
                          expect: {vehicules: {value: 3, numerator: 3, answered: 1, not_applicable: 0, unavailable: 0, missing: 0}}
        """;
}
