using System.Globalization;
using CsvHelper;
using Responsables.App.Frameworks;

namespace Responsables.App.Search;

/// <summary>What was typed, as the index compares it: each wanted word, or any of the groups of words that mean the same.</summary>
/// <param name="Wanted">All must be found; of each, one of the alternatives, whose words must all be there.</param>
public sealed record SearchWords(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Wanted)
{
    /// <summary>Words that say nothing of what is looked for.</summary>
    private static readonly HashSet<string> Empty = ["a", "au", "aux", "d", "de", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "par", "pour", "sur", "the", "un", "une"];

    /// <summary>Every word of every alternative: those that an excerpt marks.</summary>
    public IReadOnlyList<string> All => [.. Wanted.SelectMany(w => w).SelectMany(a => a).Distinct()];

    public static SearchWords Of(string query, SearchAbbreviations abbreviations)
    {
        var all = Words.Of(query).Select(w => w.Folded).ToList();
        // « la », alone, is still something that somebody typed.
        var words = all.Exists(w => !Empty.Contains(w)) ? all.FindAll(w => !Empty.Contains(w)) : all;
        var wanted = new List<IReadOnlyList<IReadOnlyList<string>>>();
        for (var i = 0; i < words.Count;)
        {
            var (length, meaning) = abbreviations.At(words, i);
            IReadOnlyList<string> typed = words.GetRange(i, Math.Max(length, 1));
            wanted.Add(meaning is null ? [typed] : [typed, meaning]);
            i += Math.Max(length, 1);
        }

        return new SearchWords(wanted);
    }

    internal static IReadOnlyList<string> Folded(string text) => [.. Words.Of(text).Select(w => w.Folded).Where(w => !Empty.Contains(w))];
}

/// <summary>Words that people type for others, from the reference data that travels with the program.</summary>
public sealed class SearchAbbreviations
{
    private readonly Lazy<List<(IReadOnlyList<string> Term, IReadOnlyList<string> Meaning)>> known = new(Read);

    /// <summary>The longest known term that begins at a word: how many words it has, and those that it stands for.</summary>
    internal (int Length, IReadOnlyList<string>? Meaning) At(List<string> words, int at)
    {
        var found = known.Value.Find(k => k.Term.Count <= words.Count - at && k.Term.SequenceEqual(words.Skip(at).Take(k.Term.Count)));
        return found.Term is null ? (0, null) : (found.Term.Count, found.Meaning);
    }

    private static List<(IReadOnlyList<string> Term, IReadOnlyList<string> Meaning)> Read()
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "data", "abbreviations.csv"));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<(IReadOnlyList<string> Term, IReadOnlyList<string> Meaning)>();
        while (csv.Read())
        {
            rows.Add((SearchWords.Folded(csv.GetField("term")!), SearchWords.Folded(csv.GetField("meaning")!)));
        }

        return [.. rows.OrderByDescending(r => r.Term.Count)];
    }
}
