using Responsables.App.Campaigns;
using Responsables.App.Home;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Home;

/// <summary>Sentences of the home page.</summary>
internal static class HomeWords
{
    /// <summary>« 12 organismes sur 101 n’ont pas commencé. »</summary>
    public static string Silent(ProgressHome progress) => progress.In(SubmissionState.NotStarted) is > 0 and var silent
        ? T.Plural("home.silent", silent, Show.Number(progress.Lines.Count))
        : T["home.silent.none"];

    /// <summary>The terms of a campaign, in their order.</summary>
    public static IReadOnlyList<(string Text, DateTimeOffset From, DateTimeOffset To)> Terms(Campaign campaign) =>
    [
        (T["home.term.entry"], campaign.EntryFrom, campaign.EntryTo),
        (T["home.term.review"], campaign.EntryFrom, campaign.ReviewTo),
        (T["home.term.acceptance"], campaign.EntryFrom, campaign.AcceptanceTo),
        (T["home.term.correction"], campaign.CorrectionFrom, campaign.CorrectionTo),
    ];
}
