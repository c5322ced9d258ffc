using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Outbox;
using Responsables.App.Reminders;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>The reminders that the rules make due today: shown, or written and sent.</summary>
internal static class RemindersCommands
{
    private static readonly IReadOnlyList<Column<DueReminder>> Columns =
    [
        new("year", d => d.Campaign.Year), new("situation", d => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(d.Rule.Situation.ToString())),
        new("deadline", d => d.Reminder.Day), new("days", d => d.Rule.Days), new("owner", d => d.Rule.Owner?.Value), new("name", d => d.Reminder.Person.Name),
        new("email", d => d.Reminder.Person.Email), new("bodies", d => string.Join(';', d.Reminder.Bodies.Select(b => b.Organization.Value))), new("count", d => d.Reminder.Bodies.Count),
    ];

    private static readonly IReadOnlyList<Column<(int Queued, Delivered Sent)>> Done =
        [new("queued", d => d.Queued), new("sent", d => d.Sent.Sent), new("put_off", d => d.Sent.PutOff), new("failed", d => d.Sent.Failed)];

    public static Command Group() => new("reminders", Words.Of("reminders")) { Preview(), Send() };

    private static Command Preview()
    {
        var year = CampaignCommands.Year();
        var format = Listing.Format(ListFormat.Csv);
        var command = new Command("preview", Words.Of("reminders.preview")) { year, format };
        command.SetAction((parsed, cancel) => Session.RunAsync<RemindByRules>(
            parsed,
            async (reminders, stop) =>
            {
                await Listing.WriteAsync(parsed.GetValue(format), Columns, await reminders.PreviewAsync(parsed.GetValue(year), stop));
                return Exit.Done;
            },
            cancel));
        return command;
    }

    private static Command Send()
    {
        var year = CampaignCommands.Year();
        var command = new Command("send", Words.Of("reminders.send")) { year };
        command.SetAction((parsed, cancel) => Session.RunAsync<IServiceProvider>(
            parsed,
            async (services, stop) =>
            {
                if (services.GetRequiredService<MailSettings>() is { Host: not null, Site: null })
                {
                    return Exit.Tell(new Problem("reminders.no-site", null));
                }

                return await Exit.OfAsync(
                    await services.GetRequiredService<RemindByRules>().RunAsync(parsed.GetValue(year), stop),
                    async queued => await Listing.WriteAsync(
                        ListFormat.Json, Done, (queued.Messages, await services.GetRequiredService<OutboxDelivery>().RunAsync(stop))));
            },
            cancel));
        return command;
    }
}
