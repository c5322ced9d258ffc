using Responsables.App.Frameworks;

namespace Responsables.App.Search;

/// <summary>What may be found.</summary>
public enum SearchKind { Organization, Indicator, Sheet, Term, Page }

/// <summary>Something that may be found, its words cut once.</summary>
/// <param name="Detail">What tells it from another of the same title, in a few words.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Keywords">Other words by which people call it: codes, networks, places.</param>
/// <param name="Text">A longer text in which words may stand.</param>
public sealed record SearchEntry(SearchKind Kind, string Title, string Detail, string Url, string Keywords = "", string Text = "")
{
    internal IReadOnlyList<Word> TitleWords { get; } = [.. Words.Of(Title)];

    internal IReadOnlyList<Word> OtherWords { get; } = [.. Words.Of(Keywords)];

    internal IReadOnlyList<Word> TextWords { get; } = [.. Words.Of(Text)];
}

/// <summary>Something found.</summary>
/// <param name="Score">The higher, the nearer to what was asked.</param>
/// <param name="Marked">The words that an excerpt marks.</param>
public sealed record SearchHit(SearchEntry Entry, int Score, IReadOnlyList<string> Marked)
{
    /// <summary>The passage of its text where the words stand, cut when it is asked for.</summary>
    public Excerpt Excerpt => Excerpts.Of(Entry.Text, Entry.TextWords, Marked);
}
