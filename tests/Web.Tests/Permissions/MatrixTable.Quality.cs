using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Permissions;

internal static partial class MatrixTable
{
    private static Row[] Quality(Known known) =>
    [
        Somewhere("GET /qualite", Permission.FollowAnomalies),
        new("GET /qualite/{year:int}", Permission.FollowAnomalies, [.. Years("/qualite/{year}"), new("/qualite/1999", Target.Nobody)]),
        // Without what is to be done there is nothing there; who asks and decides is in AnomalyPagesTests.
        new("POST /qualite/{year:int}/lot", Permission.ReviewSubmission, [new($"/qualite/{Stages.Signed}/lot", Target.Nobody), new("/qualite/1999/lot", Target.Nobody, ("quoi", "Ask"))]),
        new("GET /qualite/{year:int}/regles", Permission.FollowAnomalies, [.. Years("/qualite/{year}/regles"), new("/qualite/1999/regles", Target.Nobody)]),
        new("GET /qualite/{year:int}/regles/{rule}", Permission.ManageCampaigns, Found($"/qualite/{Stages.Signed}/regles/eau-variation", $"/qualite/{Stages.Signed}/regles/rien")),
        // No threshold: let in, then refused.
        new("POST /qualite/{year:int}/regles/{rule}", Permission.ManageCampaigns, Found($"/qualite/{Stages.Signed}/regles/eau-variation", $"/qualite/{Stages.Signed}/regles/rien")),
        new("GET /qualite/{year:int}/{submission:guid}/{rule}/{variable}", Permission.FollowAnomalies, Anomaly(known, "")),
        new("POST /qualite/{year:int}/{submission:guid}/{rule}/{variable}/question", Permission.ReviewSubmission, Anomaly(known, "/question")),
        new("POST /qualite/{year:int}/{submission:guid}/{rule}/{variable}/reponse", Permission.AnswerAnomalies, Anomaly(known, "/reponse")),
        new("POST /qualite/{year:int}/{submission:guid}/{rule}/{variable}/decision", Permission.ReviewSubmission,
            [new($"/qualite/{Stages.Signed}/{Guid.Empty}/eau-variation/eau_m3/decision", Target.Nobody, ("suite", "FalseAlarm"))]),
    ];

    // No year is over here, so that there is nothing to compare: who reads a comparison is in BenchmarkTests.
    private static Row[] Benchmark() =>
    [
        new("GET /organismes/{code}/comparaison", Permission.ReadFigures, [.. Spot.Nodes.Select(s => new Target($"/organismes/{s.Code}/comparaison", Target.Nobody))]),
        Somewhere("POST /reglages/noms-des-semblables", Permission.ManageAccounts),
    ];

    // Nothing is signed there that a rule finds: nobody sees an anomaly, of any body.
    private static IReadOnlyList<Target> Anomaly(Known known, string act) =>
        [.. known.Dossiers.Where(d => d.Key.Year == Stages.Signed).Select(d => new Target($"/qualite/{Stages.Signed}/{d.Value}/eau-variation/eau_m3{act}", Target.Nobody))];
}
