using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.World;

namespace Responsables.Web.Tests.Permissions;

/// <summary>The same five bodies in three states, one per year; and what their drafts hold that others must not read.</summary>
internal static class Stages
{
    public const int Draft = 2021;
    public const int Signed = 2023;
    public const int Validated = 2025;
    public const int Spare = 2030;

    public static readonly IReadOnlyList<int> All = [Draft, Signed, Validated];

    /// <summary>The number of sites that a body has entered and not signed.</summary>
    public static string NumberOf(Spot spot) => $"76543{Index(spot)}9";

    public static string WordsOf(Spot spot) => $"confidence {spot.Code}";

    public static async Task<PlayedYears> PlayAsync(Site site)
    {
        var years = await PlayedYears.OpenAsync(site, [.. All, Spare]);
        foreach (var spot in Spot.Bodies)
        {
            await years.AnswerAsync(spot.Code, Draft, "nb_sites", NumberOf(spot), WordsOf(spot));
            await years.AnalyseAsync(spot.Code, Draft, "E1.1", WordsOf(spot));
            await years.AnswerNothingAsync(spot.Code, Signed);
            await years.SignAsync(spot.Code, Signed);
            await years.AnswerNothingAsync(spot.Code, Validated);
            await years.SignAsync(spot.Code, Validated);
            await years.ValidateAsync(spot.Code, Validated, spot.Above.Contains(SmallFederation.FundA) ? SmallFederation.FundA : null);
        }

        return years;
    }

    /// <summary>The bodies whose drafts a page lets out, to somebody who may not read them.</summary>
    public static IEnumerable<OrganizationCode> LeaksOf(string page, Person who) =>
        from spot in Spot.Bodies
        where !ScopeRules.Holds(who, Permission.ReadDraft, spot)
        let digits = NumberOf(spot)
        let shown = $"{digits[..1]}\u00a0{digits[1..4]}\u00a0{digits[4..]}"
        where page.Contains(WordsOf(spot), StringComparison.Ordinal) || page.Contains(digits, StringComparison.Ordinal) || page.Contains(shown, StringComparison.Ordinal)
        select spot.Code;

    private static int Index(Spot spot) => Spot.Bodies.ToList().IndexOf(spot);
}
