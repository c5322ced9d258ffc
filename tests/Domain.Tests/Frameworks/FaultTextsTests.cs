using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Responsables.Domain.Frameworks;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

/// <summary>Each fault has its sentence in French and in English, with the same arguments.</summary>
public class FaultTextsTests
{
    private static readonly string[] Codes =
        [.. typeof(FaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!)];

    [Fact]
    public void Codes_are_different() => Assert.Equal(Codes.Length, Codes.Distinct().Count());

    [Theory]
    [InlineData("FrameworksProblems.resx")]
    [InlineData("FrameworksProblems.en.resx")]
    public void Each_code_has_a_sentence(string file) => Assert.Empty(Codes.Except(Sentences(file).Keys));

    [Fact]
    public void Both_languages_quote_the_same_arguments()
    {
        var english = Sentences("FrameworksProblems.en.resx");

        Assert.All(Sentences("FrameworksProblems.resx"), french => Assert.Equal(Arguments(french.Value), Arguments(english[french.Key])));
    }

    private static Dictionary<string, string> Sentences(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", "App", "Frameworks", file)).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Arguments(string sentence) => Regex.Matches(sentence, @"\{\d\}").Select(m => m.Value).Order();
}
