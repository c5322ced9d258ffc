using Responsables.App.Frameworks;

namespace Responsables.App.Search;

/// <summary>Compares what was typed with what there is. Pure: no order of insertion, no clock, no language counts.</summary>
public static class SearchMatcher
{
    private const int InTitle = 100;
    private const int InKeywords = 60;
    private const int InText = 5;

    /// <summary>A word that is there whole counts for more than one that is only begun.</summary>
    private const int Whole = 20;

    /// <summary>The first word of a title is what it is about.</summary>
    private const int First = 10;

    /// <summary>What was found, the nearest first; among equals the shortest title, then the alphabet.</summary>
    public static IReadOnlyList<SearchHit> Find(IEnumerable<SearchEntry> entries, SearchWords query)
    {
        if (query.Wanted.Count == 0)
        {
            return [];
        }

        var marked = query.All;
        return [.. from entry in entries
            let score = ScoreOf(entry, query)
            where score > 0
            orderby score descending, entry.Title.Length, entry.Title
            select new SearchHit(entry, score, marked)];
    }

    /// <summary>0: one of the words is nowhere.</summary>
    public static int ScoreOf(SearchEntry entry, SearchWords query)
    {
        var total = 0;
        foreach (var alternatives in query.Wanted)
        {
            var best = 0;
            foreach (var alternative in alternatives)
            {
                best = Math.Max(best, ScoreOf(entry, alternative));
            }

            if (best == 0)
            {
                return 0;
            }

            total += best;
        }

        return total;
    }

    private static int ScoreOf(SearchEntry entry, IReadOnlyList<string> words)
    {
        var total = 0;
        foreach (var word in words)
        {
            var score = Math.Max(Math.Max(In(entry.TitleWords, word, InTitle), In(entry.OtherWords, word, InKeywords)), In(entry.TextWords, word, InText));
            if (score == 0)
            {
                return 0;
            }

            total += score;
        }

        return total / words.Count;
    }

    private static int In(IReadOnlyList<Word> text, string wanted, int worth)
    {
        var best = 0;
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Folded.StartsWith(wanted, StringComparison.Ordinal))
            {
                best = Math.Max(best, worth + (text[i].Folded.Length == wanted.Length ? Whole * worth / InTitle : 0) + (i == 0 ? First * worth / InTitle : 0));
            }
        }

        return best;
    }
}
