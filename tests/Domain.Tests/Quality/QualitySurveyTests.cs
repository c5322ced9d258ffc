using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Quality;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;

namespace Responsables.Domain.Tests.Quality;

/// <summary>Each kind of rule fires where it must and nowhere else, on figures small enough to be checked by hand.</summary>
public sealed class QualitySurveyTests
{
    private static readonly Framework Framework = FrameworkReader.Read(SmallFramework.Yaml).Framework!;

    [Fact]
    public void A_variation_passes_both_thresholds_or_says_nothing()
    {
        var rule = Rules("kind: variation, on: [formes], percent: 20, absolute: 10");
        Assert.Equal(["b", "e"], Firing(rule,
            Body("a", ("formes", 110, 100)), Body("b", ("formes", 121, 100)), Body("c", ("formes", 8, 4)), Body("d", ("formes", 100, null)), Body("e", ("formes", 11, 0)), Body("f", ("formes", null, 100))));
    }

    [Fact]
    public void A_copy_needs_the_same_digits_of_enough_answers_that_are_large_enough()
    {
        Assert.Equal(["a"], Firing(Rules("kind: same, on: [formes], least: 10, together: 1"),
            Body("a", ("formes", 10, 10)), Body("b", ("formes", 9, 9)), Body("c", ("formes", 11, 10)), Body("d", ("formes", 12, null))));
        Assert.Equal(["a", "a"], Firing(Rules("kind: same, on: [formes, factures], least: 2, together: 2"),
            Body("a", ("formes", 5, 5), ("factures", 7, 7)), Body("b", ("formes", 5, 5), ("factures", 8, 7))));
    }

    [Fact]
    public void Bounds_are_of_what_is_measured()
    {
        var rule = Rules("kind: bounds, on: [formes], per: effectif_physique_3112, min: 0.1, max: 0.9");
        var hits = QualitySurvey.Run(rule, [Body("a", ("formes", 5, null), ("effectif_physique_3112", 100, null)), Body("b", ("formes", 50, null), ("effectif_physique_3112", 100, null)),
            Body("c", ("formes", 95, null), ("effectif_physique_3112", 100, null)), Body("d", ("formes", 95, null))]);
        Assert.Equal(["a", "c"], hits.Select(h => h.Body.Value));
        Assert.Equal((0.05m, 5m), (hits[0].Measure!.Value, hits[0].Value!.Value));
    }

    [Fact]
    public void A_contradiction_with_an_unknown_answer_is_none() => Assert.Equal(["a"], Firing(
        Rules("kind: coherence, on: [formes], rule: formes <= previous(formes) + 5"),
        Body("a", ("formes", 16, 10)), Body("b", ("formes", 15, 10)), Body("c", ("formes", 99, null))));

    [Fact]
    public void A_unit_slip_is_told_by_the_year_before_or_by_similar_bodies()
    {
        var rule = Rules("kind: unit_slip, on: [formes], per: effectif_physique_3112, tolerance: 2, bodies: 3, slips: [{factor: 1000, says: en grammes}, {factor: 0.001, says: en milliers}]");
        var peers = Enumerable.Range(1, 5).Select(i => Body($"p{i}", ("formes", 100 + i, null), ("effectif_physique_3112", 100, null))).ToList();
        var hits = QualitySurvey.Run(rule, [.. peers, Body("before", ("formes", 120_000, 100)), Body("peers", ("formes", 101_000, null), ("effectif_physique_3112", 100, null)), Body("far", ("formes", 300_000, 100))]);

        Assert.Equal(["before", "peers"], hits.Select(h => h.Body.Value));
        Assert.All(hits, h => Assert.Equal("en grammes", h.Slip!.Says));
        Assert.Equal((null, 6), (hits[0].Peers, hits[1].Peers));
    }

    [Fact]
    public void Similar_bodies_are_those_of_the_network_and_size_then_wider_and_never_too_few()
    {
        var rule = Rules("kind: peers, on: [formes], limit: 4, times: 2, bodies: 5");
        // The spread of 100, 110, 120, 130, 140 and 400: median 125; deviations of logarithms small, 400 is 3.2 times the median.
        var six = new[] { 100, 110, 120, 130, 140, 400 }.Select((v, i) => Body($"b{i}", ("formes", v, null))).ToList();
        var hit = Assert.Single(QualitySurvey.Run(rule, six));
        Assert.Equal(("b5", 125m, 6), (hit.Body.Value, hit.Median!.Value, hit.Peers!.Value));
        Assert.Empty(QualitySurvey.Run(rule, [.. six.Skip(2)]));
        // Of another size class, too few there: compared with its whole network.
        Assert.Equal(["big"], Firing(rule, [.. six.Take(5), Body("big", SizeClass.From1000, ("formes", 400, null))]));
        // A body far from the others, but not by so many times, is not one.
        Assert.Empty(QualitySurvey.Run(Rules("kind: peers, on: [formes], limit: 4, times: 4, bodies: 5"), six));
    }

    [Fact]
    public void Several_rules_on_one_answer_make_one_doubt_told_by_the_first_kind()
    {
        var rules = Rules(
            "kind: variation, on: [formes], percent: 20, absolute: 1", "kind: bounds, on: [formes], max: 1000", "kind: unit_slip, on: [formes], tolerance: 2, bodies: 3, slips: [{factor: 1000, says: en grammes}]");
        var hit = Assert.Single(QualitySurvey.Run(rules, [Body("a", ("formes", 100_000, 100))]));
        Assert.Equal((QualityKind.UnitSlip, "r1 r0"), (hit.Rule.Kind, string.Join(' ', hit.Also.Select(r => r.Code))));
    }

    [Fact]
    public void Other_thresholds_are_those_that_count()
    {
        var rule = Rules("kind: variation, on: [formes], percent: 20, absolute: 10")[0];
        Assert.Empty(QualitySurvey.Run([rule.With(new Dictionary<string, decimal> { ["percent"] = 40 })], [Body("a", ("formes", 130, 100))]));
        Assert.Single(QualitySurvey.Run([rule], [Body("a", ("formes", 130, 100))]));
    }

    private static IEnumerable<string> Firing(IReadOnlyList<QualityRule> rules, params QualityBody[] bodies) => QualitySurvey.Run(rules, bodies).Select(h => h.Body.Value);

    private static IReadOnlyList<QualityRule> Rules(params string[] rules)
    {
        var lines = rules.Select((r, i) => $"  - {{code: r{i}, title: T, severity: low, question: Pourquoi ?, {r}}}");
        var reading = QualityRules.Read($"quality: {{framework: essai}}\nrules:\n{string.Join('\n', lines)}", Framework);
        Assert.Empty(reading.Faults.Select(f => $"{f.Path} {f.Code}"));
        return reading.Rules!.All;
    }

    private static QualityBody Body(string code, params (string Variable, decimal? Now, decimal? Before)[] answers) => Body(code, SizeClass.From50, answers);

    private static QualityBody Body(string code, SizeClass size, params (string Variable, decimal? Now, decimal? Before)[] answers)
    {
        var (now, before) = (new AnswerSheet(Framework.Slots), new AnswerSheet(Framework.Slots));
        foreach (var (variable, value, past) in answers)
        {
            now[new VariableCode(variable), CellKey.Total] = value is { } given ? AnswerValue.Of(given) : AnswerValue.Missing;
            before[new VariableCode(variable), CellKey.Total] = past is { } known ? AnswerValue.Of(known) : AnswerValue.Missing;
        }

        return new QualityBody(
            new Place(new(code), code, code, OrganizationKind.Local, "Alpha", "Maladie", null, null, size, [], new("fonds-a")), now, answers.Any(a => a.Before is not null) ? before : null);
    }
}
