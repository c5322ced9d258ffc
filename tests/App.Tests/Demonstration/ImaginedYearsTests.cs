using System.Security.Cryptography;
using System.Text;
using Responsables.App.Demonstration;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Xunit;
using FaultCodes = Responsables.Domain.Submissions.FaultCodes;

namespace Responsables.App.Tests.Demonstration;

/// <summary>What the demonstration imagines: the same each time, complete where it says so, sound in the years that are validated.</summary>
public class ImaginedYearsTests
{
    [Fact]
    public void Imagining_twice_gives_the_same_bytes()
    {
        var again = new DemonstrationYears(Imagined.ReadPlan(), Imagined.ReadFramework(), Imagined.ReadCompleted(), Imagined.ReadRegister());

        foreach (var year in DemonstrationYears.All)
        {
            Assert.Equal(HashOf(Imagined.Years, year), HashOf(again, year));
        }
    }

    [Fact]
    public void A_draw_depends_on_its_words_alone()
    {
        // Fixed for ever: another value would change the whole demonstration.
        Assert.Equal(0.0432519792m, decimal.Round(new Draw("cpam-33").Unit("effectif", 2024), 10));
        Assert.NotEqual(new Draw("cpam-33").Unit("effectif", 2024), new Draw("cpam-33").Unit("effectif", 2025));
        Assert.NotEqual(new Draw("cpam-33").Unit("effectif", 2024), new Draw("cpam-34").Unit("effectif", 2024));
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(2025)]
    public void Every_variable_of_the_framework_is_imagined(int year)
    {
        var bodies = DemonstrationBody.In(Imagined.Register.At(new DateOnly(2022, 12, 31))).Select(b => DemonstrationYears.Figures(b, year)).ToList();

        var places = Imagined.FrameworkOf(year).Variables.SelectMany(v => v.Cells.Select(c => (v.Code, Cell: c)));
        Assert.All(places, place => Assert.True(bodies.Exists(b => b.Find(place.Code, place.Cell) is not null), $"{place.Code} {place.Cell}"));
    }

    [Fact]
    public void Every_value_is_one_that_an_import_accepts()
    {
        foreach (var (year, answer) in DemonstrationYears.All
            .SelectMany(y => Imagined.Years[y].SelectMany(d => d.Answers.All).Where(a => a.State == AnswerState.Given).Select(a => (y, a))))
        {
            var read = AnswerInput.Read(Imagined.FrameworkOf(year).Variable(answer.Variable), answer.Value!, null, french: false);
            Assert.Equal(Domain.Shared.Outcome.Done(answer.Value!), read);
        }
    }

    [Fact]
    public void The_reprises_have_no_blocking_fault_and_few_gaps()
    {
        foreach (var year in DemonstrationYears.All.Where(y => y != Stages.RunningYear))
        {
            var assessed = Imagined.Years[year].Select(d => Assessment.Of(d.Questionnaire, d.Answers, d.Previous)).ToList();

            Assert.Equal(0, assessed.Sum(a => a.Blocking));
            var unavailable = Imagined.Years[year].Sum(d => d.Answers.All.Count(a => a.State == AnswerState.Unavailable));
            var gaps = (assessed.Sum(a => a.Required - a.Answered) + unavailable) / (decimal)assessed.Sum(a => a.Required);
            Assert.InRange(gaps, 0.02m, 0.04m);
        }
    }

    [Fact]
    public void Most_of_what_the_checks_ask_is_explained()
    {
        var asked = DemonstrationYears.All.SelectMany(y => Imagined.Years[y])
            .SelectMany(d => Assessment.Of(d.Questionnaire, d.Answers, d.Previous).Faults).Where(f => f.Severity == Severity.Explain).ToList();

        Assert.True(asked.Count > 200);
        Assert.InRange(asked.Count(f => f.Explained) / (decimal)asked.Count, 0.85m, 0.99m);
    }

    [Fact]
    public void What_is_not_known_is_said_why_and_degree_days_say_that_they_are_invented()
    {
        foreach (var dossier in DemonstrationYears.All.SelectMany(y => Imagined.Years[y]))
        {
            Assert.All(dossier.Answers.All.Where(a => a.State == AnswerState.Unavailable), a => Assert.False(string.IsNullOrWhiteSpace(a.Comment)));
            Assert.All(
                dossier.Answers.All.Where(a => a.Variable.Value == "dju_annee" && a.Value != "1"),
                a => Assert.Contains("inventés", a.Comment, StringComparison.Ordinal));
        }
    }

    private static string HashOf(DemonstrationYears years, int year)
    {
        var lines = years[year].SelectMany(d => d.Answers.All
            .OrderBy(a => a.Variable.Value, StringComparer.Ordinal).ThenBy(a => a.Cell.Value, StringComparer.Ordinal)
            .Select(a => $"{d.Body.Code}|{d.Stage}|{a.Variable}|{a.Cell}|{a.State}|{a.Value}|{a.Comment}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
