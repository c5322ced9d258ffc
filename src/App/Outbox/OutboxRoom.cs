using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Responsables.App.Outbox;

/// <summary>Registers the outbox. The program adds its <see cref="MailSettings"/>: without them no message is written.</summary>
public static class OutboxRoom
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(MailSettings.None);
        services.AddSingleton<Mailbox>();
        services.AddSingleton<MessageText>();
        services.AddScoped<OutboxWriter>();
        services.AddScoped<OutboxDelivery>();
        services.AddScoped<ChooseMessages>();
        services.AddScoped<MessageLog>();
    }
}
