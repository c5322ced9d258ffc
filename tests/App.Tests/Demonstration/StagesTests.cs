using Responsables.App.Demonstration;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Xunit;
using FaultCodes = Responsables.Domain.Submissions.FaultCodes;

namespace Responsables.App.Tests.Demonstration;

/// <summary>The running year: every state of progress, planted mistakes, and a dossier with something of everything to do.</summary>
public class StagesTests
{
    private static IReadOnlyList<ImaginedDossier> Running => Imagined.Years[Stages.RunningYear];

    [Fact]
    public void Every_state_of_progress_is_there_in_its_share()
    {
        decimal Share(Stage stage) => Running.Count(d => d.Stage == stage) / (decimal)Running.Count;

        Assert.InRange(Share(Stage.NotStarted), 0.10m, 0.14m);
        Assert.InRange(Share(Stage.InProgress), 0.22m, 0.28m);
        Assert.InRange(Share(Stage.Complete), 0.06m, 0.10m);
        Assert.InRange(Share(Stage.Signed), 0.13m, 0.20m);
        Assert.InRange(Share(Stage.Returned), 0.06m, 0.10m);
        Assert.InRange(Share(Stage.Validated), 0.21m, 0.28m);
        Assert.InRange(Share(Stage.Accepted), 0.05m, 0.09m);
    }

    [Fact]
    public void The_coordinator_has_some_of_each()
    {
        var below = Running.Where(d => d.Body.Parent?.Value == "cnam").GroupBy(d => d.Stage).ToDictionary(g => g.Key, g => g.Count());

        Assert.All(Enum.GetValues<Stage>().Where(s => s != Stage.Reprise), stage => Assert.True(below.GetValueOrDefault(stage) >= 4, stage.ToString()));
    }

    [Fact]
    public void What_is_complete_or_further_may_be_signed()
    {
        Assert.All(
            Running.Where(d => d.Stage is not (Stage.NotStarted or Stage.InProgress)),
            d => Assert.True(Assessment.Of(d.Questionnaire, d.Answers, d.Previous).MaySign, d.Body.Code.Value));
    }

    [Fact]
    public void The_featured_dossier_has_something_of_everything()
    {
        var dossier = Running.Single(d => d.Body.Code == Stages.Featured);
        var assessment = Assessment.Of(dossier.Questionnaire, dossier.Answers, dossier.Previous);

        Assert.Equal(Stage.InProgress, dossier.Stage);
        Assert.InRange(assessment.Required - assessment.Answered, 3, 8);
        Assert.Equal(2, assessment.Blocking);
        Assert.InRange(assessment.ToExplain, 1, 3);
        Assert.NotNull(dossier.Previous);
        Assert.Contains(assessment.Faults, f => f.Variable.Value == "nb_salaries_teletravail" && f.Severity == Severity.Explain && !f.Explained);
        Assert.Contains(assessment.Faults, f => f.Code == FaultCodes.PartitionDiffers);
    }

    [Fact]
    public void Planted_mistakes_are_what_their_table_says()
    {
        foreach (var planted in PlantedAnomalies.All)
        {
            var dossier = Running.Single(d => d.Body.Code == planted.Body);
            Assert.Equal(Stage.Signed, dossier.Stage);
            foreach (var variable in planted.Variables.Select(v => new VariableCode(v)))
            {
                var (now, before) = (dossier.Answers.Sheet[variable], dossier.Previous!.Sheet[variable]);
                Assert.True(now.IsGiven && before.IsGiven && before.Number > 0, $"{planted.Body} {variable}");
                var ratio = now.Number / before.Number;
                var (low, high) = planted.Slip switch
                {
                    Slip.ThousandTimesTooSmall => (0.0007m, 0.0014m),
                    Slip.ThousandTimesTooLarge => (700m, 1400m),
                    Slip.SiteForgotten => (0.5m, 0.75m),
                    Slip.MonthForgotten => (0.75m, 1m),
                    Slip.HoursForDays => (5m, 9m),
                    _ => (1m, 1m),
                };
                Assert.InRange(ratio, low, high);
            }
        }
    }

    [Fact]
    public void The_merged_body_goes_on_where_the_two_left()
    {
        Answers Of(int year, Domain.Organizations.OrganizationCode code) => Imagined.Years[year].Single(d => d.Body.Code == code).Answers;
        var staff = new VariableCode("effectif_physique_3112");
        var area = new VariableCode("surface_m2");

        Assert.DoesNotContain(Imagined.Years[2023], d => d.Body.Code == Merger.Merged);
        Assert.DoesNotContain(Imagined.Years[2024], d => d.Body.Code == Merger.First || d.Body.Code == Merger.Second);
        Assert.Contains("fusion fictive, démonstration", Imagined.Years[2024].Single(d => d.Body.Code == Merger.Merged).Body.Name, StringComparison.Ordinal);
        foreach (var variable in (VariableCode[])[staff, area])
        {
            var before = Of(2023, Merger.First).Sheet[variable].Number + Of(2023, Merger.Second).Sheet[variable].Number;
            Assert.InRange(Of(2024, Merger.Merged).Sheet[variable].Number / before, 0.95m, 1.05m);
        }
    }
}
