using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Reviews;

/// <summary>Where a block stands in its framework.</summary>
internal static class ReviewWords
{
    private static readonly string[] PhraseNames = ["unit", "perimeter", "year", "variation", "coherence", "breakdown", "not-applicable", "source"];

    /// <summary>Reasons for returning that come up often, ready to be sent.</summary>
    public static IReadOnlyList<string> Phrases => [.. PhraseNames.Select(name => T[$"reviews.canned.{name}"])];

    /// <summary>The engagement of a block; null for the context.</summary>
    public static Commitment? CommitmentOf(Framework framework, Block block) => block.Indicator is not { } indicator
        ? null
        : framework.Commitments.First(c => c.Topics.Any(t => t.Indicators.Any(i => i.Code == indicator.Code)));

    /// <summary>The class that gives a block the colour of its engagement.</summary>
    public static string? ColourOf(Framework framework, Block block) => CommitmentOf(framework, block) is { } commitment ? $"e{commitment.Number}" : null;
}
