using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

/// <summary>A small framework without fault, to change in one place.</summary>
internal static class Sample
{
    public const string Yaml = """
        framework:
          code: sample
          version: 1
          title: Un référentiel
          publisher: null
          date: 2020-02
          first_year: 2020
          last_year: null
          succeeds: null
          summary: Pour les essais.
          terms: {commitment: Engagement, topic: Enjeu, objective: Objectif, indicator: Indicateur}
        context: [staff]
        variables:
          - {code: staff, label: Effectif, type: integer, unit: personnes, over_bodies: sum, over_time: end_of_year, min: 0}
          - code: cars
            label: Véhicules
            type: integer
            unit: véhicules
            over_bodies: sum
            over_time: end_of_year
            breakdowns:
              - code: motor
                label: Motorisation
                partition: true
                required: false
                cells: [{code: petrol, label: Essence}, {code: electric, label: Électrique}]
          - {code: grams, label: Émission, type: decimal, unit: g CO2/km, over_bodies: weighted_mean, weight: cars, over_time: end_of_year}
          - {code: plan, label: Plan, type: boolean, unit: null, over_bodies: count, over_time: none}
          - {code: why, label: Pourquoi, type: text, unit: null, over_bodies: none, over_time: none}
          - {code: kind, label: Forme, type: list, unit: null, over_bodies: none, over_time: none, options: [{code: a, label: A}]}
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
                  iso26000: [{clause: '6.2', title: Gouvernance}, {clause: null, title: Environnement}]
                  sdgs: [{number: 16, title: Paix}]
                  references: [{group: null, text: Une loi, url: null}]
                  stakeholders: [IRP]
                  actions: [{objective: E1.1.1, group: null, text: Une action}]
                  glossary: []
                objectives:
                  - code: E1.1.1
                    title: Un objectif
                    indicators:
                      - code: fleet
                        number: null
                        title: Une flotte
                        priority: P1
                        priority_certain: true
                        kind: resultat
                        target: {value: 100, unit: '%', year: 2023, text: 100 %, nature: absolue, level: national}
                        direction: down
                        precisions: []
                        variables:
                          - {code: plan}
                          - {code: why, required: false, when: plan = non}
                          - {code: cars}
                          - {code: grams}
                        outputs:
                          - {name: cars, label: Véhicules, unit: véhicules, formula: sum(cars)}
                          - {name: mean, label: Moyenne, unit: g CO2/km, formula: sum(grams * cars) / sum(cars)}
                          - {name: part, label: Part, unit: '% d’organismes', formula: 100 * count(plan = oui) / count(plan answered)}
                        checks:
                          - {code: high, severity: notice, rule: grams <= 250, on: grams, message: Valeur élevée.}
                          - {code: moved, severity: explain, variation: 20, output: mean, on: grams, message: Expliquez.}
                        example:
                          bodies:
                            - {cars: 8, grams: 100, plan: oui, 'cars[motor=petrol]': 3}
                            - {cars: 2, grams: 140.5, plan: non}
                            - {cars: 0, plan: sans_objet}
                            - {cars: indisponible}
                            - {}
                          expect:
                            cars: {value: 10, numerator: 10, answered: 3, not_applicable: 0, unavailable: 1, missing: 1}
                            mean: {value: 108.1, numerator: 1081, denominator: 10, answered: 2, not_applicable: 1, unavailable: 1, missing: 1}
                            part: {value: 50, numerator: 1, denominator: 2, answered: 2, not_applicable: 1, unavailable: 0, missing: 2}
        """;

    /// <summary>The sample with one piece of text replaced, which must be there.</summary>
    public static FrameworkReading With(string old, string by)
    {
        Assert.Contains(old, Yaml);
        return FrameworkReader.Read(Yaml.Replace(old, by));
    }

    /// <summary>The line of the sample where a text first stands.</summary>
    public static int LineOf(string text) => Yaml[..Yaml.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
