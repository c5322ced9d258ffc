using System.Text.RegularExpressions;

namespace Responsables.Domain.Publications;

/// <summary>What became of a piece of a text.</summary>
public enum TextChange { Kept, Removed, Added }

/// <summary>Compares two versions of a text word by word.</summary>
public static partial class TextComparison
{
    /// <summary>Beyond so many words, the two texts are told one after the other.</summary>
    private const int MostWords = 4000;

    /// <summary>The pieces of both, in order: those kept and removed make up <paramref name="before"/>, those kept and added <paramref name="after"/>.</summary>
    public static IReadOnlyList<(TextChange Change, string Text)> Of(string before, string after)
    {
        string[] old = [.. Words().Matches(before).Select(m => m.Value)];
        string[] now = [.. Words().Matches(after).Select(m => m.Value)];
        return old.Length > MostWords || now.Length > MostWords ? Joined([(TextChange.Removed, before), (TextChange.Added, after)]) : Joined(Steps(old, now));
    }

    private static IEnumerable<(TextChange, string)> Steps(string[] old, string[] now)
    {
        // The longest common subsequence, from the end.
        var longest = new short[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                longest[i, j] = old[i] == now[j] ? (short)(longest[i + 1, j + 1] + 1) : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var (at, there) = (0, 0);
        while (at < old.Length || there < now.Length)
        {
            if (at < old.Length && there < now.Length && old[at] == now[there])
            {
                yield return (TextChange.Kept, old[at]);
                (at, there) = (at + 1, there + 1);
            }
            else if (there == now.Length || (at < old.Length && longest[at + 1, there] >= longest[at, there + 1]))
            {
                yield return (TextChange.Removed, old[at++]);
            }
            else
            {
                yield return (TextChange.Added, now[there++]);
            }
        }
    }

    private static List<(TextChange, string)> Joined(IEnumerable<(TextChange Change, string Text)> steps)
    {
        var pieces = new List<(TextChange Change, string Text)>();
        foreach (var step in steps.Where(s => s.Text.Length > 0))
        {
            if (pieces is [.., var last] && last.Change == step.Change)
            {
                pieces[^1] = (last.Change, last.Text + step.Text);
            }
            else
            {
                pieces.Add(step);
            }
        }

        return pieces;
    }

    [GeneratedRegex(@"\s+|\w+|[^\w\s]")]
    private static partial Regex Words();
}
