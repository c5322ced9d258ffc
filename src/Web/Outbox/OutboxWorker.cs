using Responsables.App.Outbox;
using Responsables.App.Reminders;
using Responsables.Domain.Campaigns;

namespace Responsables.Web.Outbox;

/// <summary>
/// Sends the messages that are due, and once a morning writes the reminders that the rules make due. Each node has one: rows are claimed one by
/// one, and reminders have a key of their own, so that it does not matter how many run.
/// </summary>
internal sealed partial class OutboxWorker(IServiceScopeFactory scopes, MailSettings mail, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    /// <summary>Before the morning messages leave, so that reminders are gathered with them.</summary>
    private static readonly TimeOnly RulesFrom = new(6, 0);

    private DateOnly ruled;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mail.IsSet)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await RuleAsync(scope.ServiceProvider, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<OutboxDelivery>().RunAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be away for a while: what is due stays due.
                NotDelivered(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RuleAsync(IServiceProvider services, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = Deadline.DayAt(now);
        var hour = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(Deadline.Paris)).DateTime);
        if (ruled != today && hour >= RulesFrom)
        {
            await services.GetRequiredService<RemindByRules>().RunAsync(null, cancel);
            ruled = today;
        }
    }

    [LoggerMessage(EventId = 1010, Level = LogLevel.Error, Message = "Messages were not delivered.")]
    private static partial void NotDelivered(ILogger log, Exception fault);
}
