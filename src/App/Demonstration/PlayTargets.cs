using Responsables.App.Targets;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Demonstration;

/// <summary>Sets the national targets of the demonstration for the framework of today: those that public rules set for everybody, and one that is invented.</summary>
public sealed class PlayTargets(SetTargets targets)
{
    /// <param name="actor">Of the federation.</param>
    public async Task RunAsync(Actor actor, NodeKey federation, CancellationToken cancel)
    {
        TargetInput National(string indicator, string kind, string since, string year, string value, string source) => new(federation.Value, indicator, "", kind, since, "", year, value, "", source);
        IReadOnlyList<TargetInput> national =
        [
            National("rso-soc-handicap-taux-emploi", "share", "2020", "2027", "6", "Obligation d’emploi (code du travail, art. L. 5212-2)"),
            National("rso-env-ges", "relative", "2020", "2030", "-25", "Objectif inventé pour la démonstration"),
            National("rso-env-energie-corrigee", "relative", "2020", "2030", "-40", "Éco Énergie Tertiaire (décret n° 2019-771)"),
            National("rso-ach-clause-environnementale", "share", "2020", "2025", "100", "Plan national pour des achats durables 2022-2025"),
            National("rso-ach-clause-sociale", "share", "2020", "2025", "30", "Plan national pour des achats durables 2022-2025"),
        ];
        if (await targets.RunAsync(actor, national, dryRun: false, Guid.CreateVersion7(), cancel) is Outcome<TargetsKept>.Refused refused)
        {
            throw new InvalidOperationException(string.Join(' ', refused.Problems.Select(p => $"{p.Code} {p.Place}")));
        }
    }
}
