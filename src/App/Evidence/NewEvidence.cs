using Responsables.Domain.Evidence;
using Responsables.Domain.Shared;

namespace Responsables.App.Evidence;

/// <summary>What somebody says of a piece that they add: as it was typed.</summary>
public sealed record EvidenceTyped(string Title, string From, string Until)
{
    public const string TitleField = "titre";
    public const string FromField = "depuis";
    public const string UntilField = "jusque";
    public const string FileField = "fichier";
    public const string LinkField = "lien";

    /// <summary>What it says, or every fault.</summary>
    internal (string Title, DateOnly From, DateOnly? Until) Read(List<Problem> problems)
    {
        var title = WrittenText.Clean(Title);
        if (WrittenText.Refusal(title, TitleField, EvidenceLimits.Title, "evidence.title-missing") is { } refusal)
        {
            problems.Add(refusal);
        }

        var from = Day(From, FromField, problems);
        if (from is null && problems.TrueForAll(p => p.Place != FromField))
        {
            problems.Add(new Problem("evidence.day-missing", FromField));
        }

        var until = Day(Until, UntilField, problems);
        if (until < from)
        {
            problems.Add(new Problem("evidence.until-before", UntilField));
        }

        return (title, from ?? default, until);
    }

    private static DateOnly? Day(string text, string place, List<Problem> problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (IsoDay.Read(text) is not { } day)
        {
            problems.Add(new Problem("evidence.day-unreadable", place));
            return null;
        }

        return day;
    }
}

/// <summary>A file that was sent.</summary>
public sealed record SentFile(string Name, byte[] Content);

/// <summary>A piece that was put beside an answer.</summary>
public sealed record EvidenceAdded(Guid Tie, string Title);
