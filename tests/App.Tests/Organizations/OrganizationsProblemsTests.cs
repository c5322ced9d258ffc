using System.Collections;
using System.Globalization;
using System.Reflection;
using Responsables.App.Organizations;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.App.Tests.Organizations;

public class OrganizationsProblemsTests
{
    private static readonly string[] Codes =
    [
        .. new[] { typeof(RegisterProblems), typeof(OrganizationsCsvProblems), typeof(ReorganizationProblems) }
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(f => (string)f.GetRawConstantValue()!),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("en")]
    public void Each_problem_has_a_sentence_in_each_language_and_no_sentence_is_without_problem(string language)
    {
        var texts = OrganizationsProblems.Texts.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!;
        Assert.Equal(
            Codes.Append("organizations.always").Order(StringComparer.Ordinal),
            texts.Cast<DictionaryEntry>().Select(t => (string)t.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sentence_quotes_its_arguments_in_the_language_of_the_reader()
    {
        var problem = new Problem(RegisterProblems.SuccessorNotActive, null, "caf-75", "caf-92", new DateOnly(2024, 7, 1));
        Assert.Contains("le 01/07/2024, lendemain", OrganizationsProblems.Text(problem, CultureInfo.GetCultureInfo("fr-FR")), StringComparison.Ordinal);
        Assert.Contains("on 01/07/2024, the day after", OrganizationsProblems.Text(problem, CultureInfo.GetCultureInfo("en-GB")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_always_is_said_in_words() =>
        Assert.Contains(
            "(à compter de\u00a0: depuis l’origine)",
            OrganizationsProblems.Text(new(RegisterProblems.NoFederation, null, [null]), CultureInfo.GetCultureInfo("fr")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Each_fault_of_a_file_is_said_without_missing_an_argument(string language)
    {
        var faults = OrganizationsFile.Faults(
            OrganizationsFile.Header,
            OrganizationsFile.Fund,
            "a b,,s,?,,,x,île,,2024-13-01,,",
            "a,n,s,local,,,fed,,,2024-02-01,2024-01-01,y",
            "b,n,s");
        Assert.All(faults, f => Assert.DoesNotContain('{', OrganizationsProblems.Text(f, CultureInfo.GetCultureInfo(language))));
    }
}
