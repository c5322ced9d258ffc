using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Responsables.App.Texts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Tests.Platform;

/// <summary>Texts are in resources, all of them, and no key is missing.</summary>
public sealed partial class TextsTests
{
    private static string Sources([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src"));

    private static IEnumerable<string> Files(string folder, params string[] kinds) =>
        Directory.EnumerateFiles(Path.Combine(Sources(), folder), "*", SearchOption.AllDirectories)
            .Where(f => kinds.Contains(Path.GetExtension(f)) && !f.Contains("/Assets/", StringComparison.Ordinal));

    [Fact]
    public void Every_key_written_in_a_page_has_a_text()
    {
        var keys = 0;
        foreach (var file in Files("Web", ".razor", ".cs"))
        {
            var source = File.ReadAllText(file);
            foreach (Match match in Plural().Matches(source))
            {
                keys++;
                Assert.True(Texts.T.Find(match.Groups[1].Value + ".one") is not null && Texts.T.Find(match.Groups[1].Value + ".other") is not null, $"{Path.GetFileName(file)}: {match.Groups[1].Value} needs .one and .other");
            }

            foreach (var key in Key().Matches(source).Concat(Notice().Matches(source)).Select(m => m.Groups[1].Value))
            {
                keys++;
                Assert.True(Texts.T.Find(key) is not null, $"{Path.GetFileName(file)}: no text for {key}");
            }
        }

        Assert.True(keys > 100);
    }

    [Fact]
    public void Every_problem_has_a_sentence()
    {
        var codes = new[] { "Domain", "App", "Web" }.SelectMany(folder => Files(folder, ".cs"))
            .SelectMany(file => ProblemCode().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.True(codes.Count > 50);
        Assert.DoesNotContain(codes, code => ProblemTexts.Find(code) is null);
    }

    [Fact]
    public void Pages_hold_no_text_of_their_own()
    {
        foreach (var file in Files("Web", ".razor"))
        {
            var markup = File.ReadAllText(file);
            markup = Comment().Replace(markup, "");
            var code = markup.IndexOf("\n@code", StringComparison.Ordinal);
            markup = code < 0 ? markup : markup[..code];
            Assert.False(Attribute().IsMatch(markup), $"{Path.GetFileName(file)}: {Attribute().Match(markup).Value} must be a resource");
            // Expressions first: they hold signs that look like tags.
            foreach (Match text in TextNode().Matches(Razor().Replace(markup, " ")))
            {
                Assert.False(Letters().IsMatch(text.Groups[1].Value), $"{Path.GetFileName(file)}: « {text.Groups[1].Value.Trim()} » must be a resource");
            }
        }
    }

    [Fact]
    public void Every_language_quotes_the_same_values_and_has_no_key_of_its_own()
    {
        foreach (var name in typeof(Texts).Assembly.GetManifestResourceNames().Concat(typeof(ProblemTexts).Assembly.GetManifestResourceNames()).Where(n => n.EndsWith("Texts.resources", StringComparison.Ordinal) || n.EndsWith("Problems.resources", StringComparison.Ordinal)))
        {
            var assembly = name.StartsWith("Responsables.Web", StringComparison.Ordinal) ? typeof(Texts).Assembly : typeof(ProblemTexts).Assembly;
            var manager = new ResourceManager(name[..^".resources".Length], assembly);
            var french = manager.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
            var english = manager.GetResourceSet(new CultureInfo("en"), true, false)?.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!) ?? [];
            foreach (var (key, text) in english)
            {
                Assert.True(french.ContainsKey(key), $"{key} is in English only");
                Assert.True(Places(text).SetEquals(Places(french[key])), $"{key} quotes other values in English");
            }
        }
    }

    [Theory]
    [InlineData("fr-FR", 0, "Aucun compte ne correspond.")]
    [InlineData("fr-FR", 1.5, "1,5 compte.")]
    [InlineData("fr-FR", 2, "2 comptes.")]
    [InlineData("en-GB", 0, "No account matches.")]
    [InlineData("en-GB", 1, "1 account.")]
    public void Plurals_follow_the_language(string culture, double count, string expected)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);
        Assert.Equal(expected, Texts.T.Plural("accounts.list.count", (decimal)count));
    }

    [Fact]
    public void A_missing_key_is_a_fault_in_tests_and_itself_on_screen()
    {
        var texts = new TextSource();
        Assert.Equal("accounts.nothing", texts["accounts.nothing"]);
        texts.IsStrict = true;
        Assert.Throws<MissingManifestResourceException>(() => texts["accounts.nothing"]);
        Assert.Equal("nothing.at-all", ProblemTexts.Of(new Problem("nothing.at-all", null)));
    }

    private const string Parens = @"\((?>[^()]+|(?<o>\()|(?<-o>\)))*(?(o)(?!))\)";

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\bT\[""([^""{]+)""[\],]")]
    private static partial Regex Key();

    [GeneratedRegex(@"T\.Plural\(""([^""]+)""")]
    private static partial Regex Plural();

    [GeneratedRegex(@"(?:GoTo\([^;]*?, |AddNavigation\(""[^""]*"", )""([a-z]+\.[a-z.-]+)""")]
    private static partial Regex Notice();

    [GeneratedRegex(@"new Problem\(\s*""([a-z-]+\.[a-z-]+)""")]
    private static partial Regex ProblemCode();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@">([^<>]*)<")]
    private static partial Regex TextNode();

    // Expressions, code lines and entities, which are no text.
    [GeneratedRegex(
        @"@?\b(?:if|else if|foreach|for|switch|while)\s*" + Parens + @"|@" + Parens + @"|@[\w.!?]+(?:\[(?>[^\[\]]+|(?<b>\[)|(?<-b>\]))*(?(b)(?!))\]|" + Parens
        + @"|[?!]?\.\w+)*|\belse\b|^\s*(?:var|case|default|break|continue)\b.*$|&[#\w]+;", RegexOptions.Multiline)]
    private static partial Regex Razor();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\s(?:title|aria-label|placeholder|alt|data-label|data-text-[\w-]+)=""[^@""]*\p{L}[^""]*""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
