using Responsables.App.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>What the demonstration's campaigns ask beside the priorities: a few optional indicators for all, and a few of each branch's own.</summary>
internal static class DemonstrationAsks
{
    public static readonly IReadOnlyList<(string Branch, IndicatorCode Indicator)> All =
    [
        .. Of(CampaignAsk.AllBranches, "rso-gouv-responsable-rso", "rso-env-flotte-co2", "rso-env-eau"),
        .. Of("Maladie", "rso-soc-handicap-formation", "rso-env-papier"),
        .. Of("Famille", "rso-soct-autres-partenaires", "rso-ach-pme-montant"),
        .. Of("Retraite", "rso-env-papier", "rso-soc-embauches-ages"),
        .. Of("Recouvrement", "rso-ach-pme-montant", "rso-soc-formation-acces"),
        .. Of("MSA", "rso-soc-qvt-accord-plan", "rso-ach-plan-reduction"),
        .. Of("Interbranche", "rso-soc-qvt-accord-plan"),
    ];

    /// <summary>What the campaign of a framework asks beside its priorities; the plan cadre asks all it has of everybody.</summary>
    public static IReadOnlyList<(string Branch, IndicatorCode Indicator)> Of(FrameworkCode framework) => framework == DemonstrationYears.Rso ? All : [];

    /// <summary>What a branch is asked.</summary>
    public static Questionnaire Questionnaire(Framework framework, string branch) => new(
        framework,
        framework.Indicators.Where(i => i.Priority == Priority.P1 || i.Branch == branch || All.Any(a => a.Indicator == i.Code && (a.Branch == branch || a.Branch == CampaignAsk.AllBranches)))
            .Select(i => i.Code).ToHashSet());

    private static IEnumerable<(string, IndicatorCode)> Of(string branch, params string[] indicators) =>
        indicators.Select(i => (branch, new IndicatorCode(i)));
}
