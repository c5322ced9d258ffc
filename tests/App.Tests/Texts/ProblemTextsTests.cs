using System.Globalization;
using System.Text.RegularExpressions;
using Responsables.App.Texts;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.App.Tests.Texts;

public partial class ProblemTextsTests
{
    /// <summary>Acts written in a choice, and words that only look like codes.</summary>
    private static readonly string[] NotProblems =
    [
        "organizations.always", "organizations.csv", "demonstration.invalid", "accounts.enable", "accounts.disable", "accounts.join",
        "submissions.reprise", "submissions.import", "workbooks.secret",
    ];

    /// <summary>Codes of problems written in the source: every literal that looks like one, but the acts of the trail.</summary>
    public static readonly TheoryData<string> Codes = [.. CodesOfTheSource()];

    [Theory, MemberData(nameof(Codes))]
    public void Each_problem_of_the_source_has_a_sentence_in_both_languages(string code)
    {
        var sentences = ((string[])["fr", "en"]).Select(language =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return ProblemTexts.Find(code);
        }).ToArray();
        Assert.All(sentences, Assert.NotNull);
        Assert.Equal(Places(sentences[0]!), Places(sentences[1]!));
    }

    [Fact]
    public void An_instant_is_told_in_the_time_of_Paris()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        var problem = new Problem("submissions.entry-over", null, new DateTimeOffset(2025, 3, 31, 21, 59, 59, TimeSpan.Zero));
        Assert.Equal("La saisie est terminée depuis le 31/03/2025 23:59.", ProblemTexts.Of(problem));
    }

    private static IEnumerable<string> CodesOfTheSource()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Responsables.slnx")))
        {
            root = root.Parent!;
        }

        var texts = ((string[])["App", "Domain", "Reports"]).SelectMany(p => Directory.EnumerateFiles(Path.Combine(root.FullName, "src", p), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText).ToList();
        var acts = texts.SelectMany(t => Acts().Matches(t)).Select(m => m.Groups[1].Value).ToHashSet();
        return texts.SelectMany(t => Literals().Matches(t)).Select(m => m.Groups[1].Value)
            .Where(c => !acts.Contains(c)).Except(NotProblems).Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Places(string sentence) => PlacesOf().Matches(sentence).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("\"((?:accounts|campaigns|consolidation|demonstration|frameworks|organizations|reviews|shared|submissions|trail|workbooks)\\.[a-z0-9-]+)\"")]
    private static partial Regex Literals();

    [GeneratedRegex("new TrailEntry\\(\\s*\"([a-z]+\\.[a-z0-9-]+)\"")]
    private static partial Regex Acts();

    [GeneratedRegex("\\{([0-9])[^}]*\\}")]
    private static partial Regex PlacesOf();
}
