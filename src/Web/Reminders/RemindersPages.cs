using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Reminders;

/// <summary>Reminders: the rules by which they leave, and those that are sent by hand.</summary>
internal static class RemindersPages
{
    public static void Add(IServiceCollection services) => services.AddNavigation("/relances", "reminders.nav", Permission.SendReminders, 35);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/relances", RemindersActs.ShowLatestAsync).Needs(Permission.SendReminders);
        routes.MapGet("/relances/{year:int}", RemindersActs.ShowAsync).Needs(Permission.SendReminders);
        routes.MapGet("/relances/{year:int}/apercu", RemindersActs.PreviewAsync).Needs(Permission.SendReminders);
        routes.MapPost("/relances/{year:int}/envoi", RemindersActs.SendAsync).Needs(Permission.SendReminders);
        routes.MapPost("/relances/{year:int}/regles", RulesActs.AddAsync).Needs(Permission.SendReminders);
        routes.MapPost("/relances/{year:int}/regles/{id:guid}/etat", RulesActs.SwitchAsync).Needs(Permission.SendReminders);
        routes.MapPost("/relances/{year:int}/regles/{id:guid}/retrait", RulesActs.RemoveAsync).Needs(Permission.SendReminders);
    }
}
