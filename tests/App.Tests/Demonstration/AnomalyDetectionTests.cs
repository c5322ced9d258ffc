using Responsables.App.Demonstration;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Quality;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.App.Tests.Demonstration;

/// <summary>What the rules find of the mistakes planted in the running year, and what they find that is right: counted and printed.</summary>
public sealed class AnomalyDetectionTests(ITestOutputHelper output)
{
    [Fact]
    public void Planted_mistakes_are_found_and_sound_answers_are_left_alone()
    {
        var framework = Imagined.FrameworkOf(Stages.RunningYear);
        var file = QualityRules.Read(File.ReadAllText(Path.Combine(Imagined.Root, "frameworks", "quality", "rso-2020.yaml")), framework);
        Assert.Empty(file.Faults);
        var signed = Imagined.Years[Stages.RunningYear].Where(d => d.Stage >= Stage.Signed).ToList();
        var hits = QualitySurvey.Run(file.Rules!.All, [.. signed.Select(d => new QualityBody(PlaceOf(d), d.Answers.Sheet, d.Previous?.Sheet))]);

        var planted = PlantedAnomalies.All.SelectMany(p => p.Variables.Select(v => (p.Body, Variable: new VariableCode(v), p.Done))).ToList();
        var found = planted.Where(p => hits.Any(h => h.Body == p.Body && h.Variable == p.Variable)).ToList();
        var wrong = hits.Where(h => planted.TrueForAll(p => (p.Body, p.Variable) != (h.Body, h.Variable))).ToList();
        var looked = file.Rules.All.SelectMany(r => r.On).Distinct().ToList();
        var sound = signed.Sum(d => looked.Count(v => d.Answers.Sheet[v].IsGiven)) - planted.Count;
        output.WriteLine($"Planted {planted.Count}, found {found.Count}; {sound} sound answers of {signed.Count} bodies looked at, {wrong.Count} flagged.");
        output.WriteLine("Missed: " + string.Join(", ", planted.Except(found).Select(p => $"{p.Body} {p.Variable} ({p.Done})")));
        output.WriteLine("Flagged though sound: " + string.Join(", ", wrong.Select(h => $"{h.Body} {h.Variable} by {h.Rule.Code}")));

        // A month left out of twelve is within what a year moves: it is not found, and the test says so.
        Assert.Equal(["caf-67", "caf-67"], planted.Except(found).Select(p => p.Body.Value));
        // Figures that surprise and are right are flagged, for an explanation; nothing else that is sound is.
        var surprises = SoundSurprises.All.SelectMany(s => s.Variables.Select(v => (s.Body, new VariableCode(v)))).ToHashSet();
        Assert.Empty(wrong.Where(h => !surprises.Contains((h.Body, h.Variable))).Select(h => $"{h.Body} {h.Variable} {h.Rule.Code}"));
        Assert.Equal(surprises.Count, wrong.Count);
        Assert.True(sound > 2000, $"{sound}");
    }

    [Fact]
    public void A_unit_taken_for_another_is_named_as_such()
    {
        var framework = Imagined.FrameworkOf(Stages.RunningYear);
        var rules = QualityRules.Read(File.ReadAllText(Path.Combine(Imagined.Root, "frameworks", "quality", "rso-2020.yaml")), framework).Rules!;
        var bodies = Imagined.Years[Stages.RunningYear].Where(d => d.Stage >= Stage.Signed).Select(d => new QualityBody(PlaceOf(d), d.Answers.Sheet, d.Previous?.Sheet)).ToList();
        var hits = QualitySurvey.Run(rules.All, bodies);
        var slips = PlantedAnomalies.All.Where(p => p.Slip is Slip.ThousandTimesTooSmall or Slip.ThousandTimesTooLarge or Slip.HoursForDays);
        Assert.All(slips.SelectMany(p => p.Variables.Select(v => (p.Body, Variable: new VariableCode(v)))),
            p => Assert.Equal(QualityKind.UnitSlip, hits.Single(h => (h.Body, h.Variable) == p).Rule.Kind));
        // Without the year before, similar bodies tell most of them.
        var blind = QualitySurvey.Run(rules.All, [.. bodies.Select(b => b with { Before = null })]);
        Assert.Equal(QualityKind.UnitSlip, blind.Single(h => h.Body == new OrganizationCode("cpam-54") && h.Variable == new VariableCode("papier_tonnes")).Rule.Kind);
    }

    private static Place PlaceOf(ImaginedDossier dossier) => new(
        dossier.Body.Code, dossier.Body.Name, dossier.Body.ShortName, dossier.Body.Kind, dossier.Body.Network, dossier.Body.Branch, dossier.Body.Region, dossier.Body.Department,
        SizeClasses.Of(dossier.Previous is { } before && before.Sheet[new VariableCode("effectif_physique_3112")] is { IsGiven: true, Number: var staff } ? staff : null), [], new("ucanss"));
}
