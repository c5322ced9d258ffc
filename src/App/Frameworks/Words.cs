using System.Globalization;
using System.Text;

namespace Responsables.App.Frameworks;

/// <summary>A word of a text, as a search compares it, and where it stands.</summary>
public readonly record struct Word(string Folded, int Start, int Length);

/// <summary>Cuts texts into words without case, accents nor the mark of the plural: « Déchets » and « dechet » are one word.</summary>
public static class Words
{
    /// <summary>Shortest word whose final s or x is taken for a plural.</summary>
    private const int ShortestPlural = 4;

    public static IEnumerable<Word> Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark))
            {
                i++;
            }

            yield return new Word(Fold(text[start..i]), start, i - start);
        }
    }

    /// <summary>Where each wanted word begins a word of the text; null when one of them is nowhere.</summary>
    public static IReadOnlyList<Word>? Find(IReadOnlyList<Word> text, IReadOnlyList<string> wanted)
    {
        var found = new List<Word>();
        foreach (var word in wanted)
        {
            var here = text.Where(w => w.Folded.StartsWith(word, StringComparison.Ordinal)).ToList();
            if (here.Count == 0)
            {
                return null;
            }

            found.AddRange(here);
        }

        return found;
    }

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var character in word.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(character);
            }
        }

        return folded.Length >= ShortestPlural && folded[^1] is 's' or 'x' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }
}
