using FsCheck;
using FsCheck.Fluent;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Frameworks;

/// <summary>A text is written into the file of a framework so that it reads as it was typed, and nothing else reads otherwise.</summary>
public sealed class TextEditsTests
{
    private static readonly string[] Hostile =
    [
        "\"", "'", "\\", "\\n", ":", ": ", " #", "#", "- ", "? ", "| ", ">", "{", "}", "[", "]", ",", "&a", "*a", "!tag", "%", "@", "`", "---", "...", "null", "~", "true",
        "\n", "\n\n", "\n  ", "\t", " ", "\u00a0", "\u0085", "\u2028", "\u2029", "\ufeff", "\ufffe", "\u009f", "é", "’", "😀", "\ud83d\ude00", "x",
    ];

    [Theory]
    [InlineData("rso-2020")]
    [InlineData("plan-cadre-2015-2018")]
    public async Task Every_text_of_the_committed_frameworks_can_be_changed_and_nothing_else_changes(string code)
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(LoadFrameworks.Folder, $"{code}.yaml"));
        var framework = FrameworkReader.Read(yaml).Framework!;
        var texts = Subjects(framework).SelectMany(s => FrameworkTexts.Of(framework, s)!).DistinctBy(t => string.Join('/', t.Path)).ToList();
        Assert.Contains(texts, t => t.Text is null);
        Assert.Equal(["about", "action", "definition", "help", "note", "term"], texts.Select(t => t.Kind).Distinct().Order(StringComparer.Ordinal));
        foreach (var text in texts)
        {
            Assert.Equal(text.Text, Read(framework, text));
        }

        // All at once, then each kind back to nothing or to what it was.
        var after = FrameworkReader.Read(TextEdits.Of(yaml, framework.Version + 1, [.. texts.Select((t, i) => new TextChange(t, $"Texte {i}\n: « {t.Name} » # \"oui\""))])!).Framework!;
        Assert.Equal(framework.Version + 1, after.Version);
        Assert.All(texts.Select((t, i) => (t, i)), p => Assert.Equal($"Texte {p.i}\n: « {p.t.Name} » # \"oui\"", Read(after, p.t)));
        var fields = FrameworkComparison.Between(framework, after);
        Assert.Equal(
            ["about", "actions", "definition", "glossary", "help", "note"],
            fields.Indicators.Concat(fields.Variables).Concat(fields.Sheets).SelectMany(p => p.Fields).Select(f => f.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_text_of_any_content_reads_as_it_was_typed()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(LoadFrameworks.Folder, "rso-2020.yaml"));
        const string flow = SmallFramework.Yaml;
        var (framework, small) = (FrameworkReader.Read(yaml).Framework!, FrameworkReader.Read(flow).Framework!);
        TextSubject[] subjects = [new TextSubject.OfSheet("E1.1"), new TextSubject.OfIndicator(framework.Indicators.First().Code)];
        var texts = subjects.SelectMany(s => FrameworkTexts.Of(framework, s)!).ToList();
        var ofSmall = Subjects(small).SelectMany(s => FrameworkTexts.Of(small, s)!).ToList();
        var strings = Gen.Elements(Hostile).ListOf().Select(string.Concat).Where(s => !string.IsNullOrWhiteSpace(s));
        var places = Gen.Choose(0, texts.Count - 1);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Gen.Zip(strings, places).ToArbitrary(), p => Holds(yaml, framework, texts[p.Item2], p.Item1)));
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(strings.ToArbitrary(), s => ofSmall.All(t => Holds(flow, small, t, s))));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Whatever_way_a_text_was_written_it_is_replaced_alone(string line)
    {
        foreach (var written in (string[])["|\n          Deux\n          lignes\n", ">-\n          Deux\n          lignes\n", "plié sur\n            deux lignes\n", "'deux\n            lignes'\n", "null\n", "\n", "~ # rien\n"])
        {
            var yaml = SmallFramework.Yaml.Replace("    label: Véhicules\n", $"    label: Véhicules\n    help: {written}", StringComparison.Ordinal).ReplaceLineEndings(line);
            var framework = FrameworkReader.Read(yaml).Framework;
            Assert.NotNull(framework);
            var text = Subjects(framework).SelectMany(s => FrameworkTexts.Of(framework, s)!).First(t => t.Name == "help-vehicules");
            Assert.True(Holds(yaml, framework, text, "Neuf : \"x\"\n# suite"), written);
            Assert.True(TextEdits.Of(yaml, 2, [new TextChange(text, null)]) is { } none && Read(FrameworkReader.Read(none).Framework!, text) is null, written);
        }
    }

    private static bool Holds(string yaml, Framework before, FrameworkText text, string wanted)
    {
        var after = TextEdits.Of(yaml, before.Version + 1, [new TextChange(text, wanted)]) is { } made ? FrameworkReader.Read(made).Framework : null;
        return after is not null && Read(after, text) == wanted;
    }

    private static string? Read(Framework framework, FrameworkText text) =>
        Subjects(framework).SelectMany(s => FrameworkTexts.Of(framework, s)!).First(t => t.Path.SequenceEqual(text.Path)).Text;

    private static IEnumerable<TextSubject> Subjects(Framework framework) =>
    [
        .. framework.Indicators.Select(i => new TextSubject.OfIndicator(i.Code)), .. framework.Topics.Select(t => new TextSubject.OfSheet(t.Code)), new TextSubject.OfContext(),
    ];
}
