namespace Responsables.App.Frameworks;

/// <summary>A passage, cut into pieces; those that were searched are marked.</summary>
public sealed record Excerpt(IReadOnlyList<(string Text, bool Marked)> Pieces);

/// <summary>Cuts the passage of a text where the first of the searched words stands.</summary>
public static class Excerpts
{
    private const int Before = 60;
    private const int Length = 220;
    private const string Cut = "…";

    public static Excerpt Of(string text, IReadOnlyList<Word> words, IReadOnlyList<string> wanted)
    {
        var marked = words.Where(w => wanted.Any(x => w.Folded.StartsWith(x, StringComparison.Ordinal))).ToList();
        var from = marked.Count == 0 ? 0 : StartAt(words, Math.Max(0, marked[0].Start - Before));
        var to = EndAt(words, text.Length, from + Length);
        var pieces = new List<(string, bool)>();
        if (from > 0)
        {
            pieces.Add((Cut, false));
        }

        var at = from;
        foreach (var word in marked.Where(w => w.Start >= from && w.Start + w.Length <= to))
        {
            pieces.Add((text[at..word.Start], false));
            pieces.Add((text.Substring(word.Start, word.Length), true));
            at = word.Start + word.Length;
        }

        pieces.Add((text[at..to] + (to < text.Length ? Cut : ""), false));
        return new Excerpt([.. pieces.Where(p => p.Item1.Length > 0)]);
    }

    // Never in the middle of a word.
    private static int StartAt(IReadOnlyList<Word> words, int wish) => words.FirstOrDefault(w => w.Start >= wish).Start;

    private static int EndAt(IReadOnlyList<Word> words, int length, int wish)
    {
        var last = words.LastOrDefault(w => w.Start + w.Length <= wish);
        return length <= wish || last.Length == 0 ? Math.Min(length, wish) : last.Start + last.Length;
    }
}
