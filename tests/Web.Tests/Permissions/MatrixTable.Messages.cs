using Responsables.App.Reminders;
using Responsables.Domain.Accounts;
using Responsables.Domain.Reminders;
using Responsables.Domain.Submissions;
using Responsables.World;

namespace Responsables.Web.Tests.Permissions;

/// <summary>Messages, reminders and follow-up.</summary>
internal static partial class MatrixTable
{
    /// <summary>A rule of the federation, and one of the fund that has a coordinator.</summary>
    private static readonly (Guid Federation, Guid Fund) Rules = (new("0199d000-0000-7000-8000-000000000001"), new("0199d000-0000-7000-8000-000000000002"));

    public static ReminderRule[] RuleRows() =>
    [
        new() { Id = Rules.Federation, Situation = DossierSituation.NotSigned, Deadline = ReminderDeadline.Entry, Days = -7, At = DateTimeOffset.UtcNow, By = "Quelqu’un", Version = 1 },
        new()
        {
            Id = Rules.Fund, Owner = SmallFederation.FundA, Situation = DossierSituation.NotSigned, Deadline = ReminderDeadline.Entry, Days = -7, At = DateTimeOffset.UtcNow,
            By = "Quelqu’un", Version = 1,
        },
    ];

    private static Row[] Messages() =>
    [
        Somewhere("GET /messages", Permission.ReadMessages),
        Somewhere("POST /mon-compte/messages", Permission.ReadReference),
        Somewhere("GET /suivi", Permission.FollowCampaign),
        new("GET /suivi/{year:int}", Permission.FollowCampaign, [.. Years("/suivi/{year}"), new("/suivi/1999", Target.Nobody)]),
        new("GET /suivi/{year:int}/indicateurs", Permission.FollowCampaign, [.. Years("/suivi/{year}/indicateurs"), new("/suivi/1999/indicateurs", Target.Nobody)]),
        new("GET /suivi/{year:int}/appels.csv", Permission.FollowCampaign, [.. Years("/suivi/{year}/appels.csv"), new("/suivi/1999/appels.csv", Target.Nobody)]),
        Somewhere("GET /relances", Permission.SendReminders),
        new("GET /relances/{year:int}", Permission.SendReminders, [.. Years("/relances/{year}"), new("/relances/1999", Target.Nobody)]),
        new("GET /relances/{year:int}/apercu", Permission.SendReminders,
            [.. Years("/relances/{year}/apercu?situation=NotSigned"), new($"/relances/{Stages.Draft}/apercu", Target.Nobody), new("/relances/1999/apercu?situation=NotSigned", Target.Nobody)]),
        // No mail server: let in, then refused.
        new("POST /relances/{year:int}/envoi", Permission.SendReminders,
            [.. Years("/relances/{year}/envoi?situation=NotSigned"), new("/relances/1999/envoi?situation=NotSigned", Target.Nobody)]),
        new("POST /relances/{year:int}/regles", Permission.SendReminders, Years("/relances/{year}/regles")),
        new("POST /relances/{year:int}/regles/{id:guid}/etat", Permission.SendReminders, OnRules("etat")),
        new("POST /relances/{year:int}/regles/{id:guid}/retrait", Permission.SendReminders, OnRules("retrait")),
    ];

    // Without their version they are stale: let in, and nothing is changed.
    private static Target[] OnRules(string act) =>
    [
        new($"/relances/{Stages.Draft}/regles/{Rules.Federation}/{act}", who => who.Role == Role.Federation),
        new($"/relances/{Stages.Draft}/regles/{Rules.Fund}/{act}", who => who.Role == Role.Federation || (who.Role == Role.Coordinator && who.Scope == SmallFederation.FundA)),
        new($"/relances/{Stages.Draft}/regles/{Guid.Empty}/{act}", Target.Nobody),
    ];
}
