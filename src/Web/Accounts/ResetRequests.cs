using System.Threading.Channels;
using Responsables.App.Accounts;
using Responsables.App.Outbox;

namespace Responsables.Web.Accounts;

/// <summary>Answers requests for a new password after the page has been given, so that its time does not tell whether an account exists.</summary>
internal sealed partial class ResetRequests(IServiceScopeFactory scopes, MailSettings mail, TimeProvider clock, ILogger<ResetRequests> log) : BackgroundService
{
    private const int MostWaiting = 200;

    private readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(string email)
    {
        if (mail.IsSet)
        {
            waiting.Writer.TryWrite(email);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ResetLinks>().RequestAsync(email, LinkToken.New(), clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The person may ask again; the queue must go on for the others.
                NotAnswered(log, fault);
            }
        }
    }

    [LoggerMessage(EventId = 1011, Level = LogLevel.Error, Message = "A request for a new password was not answered.")]
    private static partial void NotAnswered(ILogger log, Exception fault);
}
