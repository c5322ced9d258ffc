using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.World;

namespace Responsables.App.Tests.Outbox;

/// <summary>The small campaign with people who have accounts, a mail server, and a program that sends to it.</summary>
public sealed class PostOffice : IAsyncDisposable
{
    private readonly List<ServiceProvider> nodes = [];

    private PostOffice(SmallCampaign campaign) => Campaign = campaign;

    public SmallCampaign Campaign { get; }

    public SmtpServer Smtp { get; } = new();

    /// <summary>The first program.</summary>
    public ServiceProvider Node => nodes[0];

    public Dictionary<string, Actor> People { get; } = [];

    public static async Task<PostOffice> OpenAsync(Engine engine)
    {
        var office = new PostOffice(await SmallCampaign.OpenAsync(engine));
        await office.AddNodeAsync();
        await office.AddAsync("camille", new Grant(Role.Contributor, SmallFederation.Alpha75));
        await office.AddAsync("denis", new Grant(Role.Director, SmallFederation.Alpha75));
        await office.AddAsync("dora", new Grant(Role.Contributor, SmallFederation.Alpha75), new Grant(Role.Director, SmallFederation.Alpha75));
        await office.AddAsync("nadia", new Grant(Role.Coordinator, SmallFederation.FundA));
        await office.AddAsync("norbert", new Grant(Role.Coordinator, SmallFederation.FundB));
        await office.AddAsync("felix", new Grant(Role.Federation, null));
        await office.AddAsync("corinne", new Grant(Role.Committee, null));
        await office.AddAsync("bruno", new Grant(Role.Contributor, SmallFederation.Beta14));
        return office;
    }

    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("RESPONSABLES_SMTP_HOST", "127.0.0.1"), new("RESPONSABLES_SMTP_PORT", Smtp.Port.ToString(CultureInfo.InvariantCulture)), new("RESPONSABLES_SMTP_TLS", "off"),
        new("RESPONSABLES_URL", "https://rso.example.fr"), new("RESPONSABLES_SMTP_FROM", "rso@example.fr"),
    ];

    /// <summary>Another program over the same database.</summary>
    public async Task<ServiceProvider> AddNodeAsync(TimeSpan? patience = null)
    {
        var settings = Settings.ToDictionary();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Campaign.Database.Clock);
        services.AddAppDb(await Campaign.Database.WithAsync<DatabaseChoice, DatabaseChoice>(Task.FromResult));
        services.AddSingleton(MailSettings.Of(settings.GetValueOrDefault) with { Patience = patience ?? TimeSpan.FromSeconds(20) }).AddSingleton<ILinkSecrets, Upside>().AddScoped<Both>();
        var node = AppRooms.Add(services).BuildServiceProvider();
        nodes.Add(node);
        return node;
    }

    public async Task<Actor> AddAsync(string name, params Grant[] grants)
    {
        var email = $"{name}@example.fr";
        var account = new Account
        {
            Id = Guid.CreateVersion7(), UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), DisplayName = name,
            CreatedAt = DateTimeOffset.UnixEpoch, SecurityStamp = "x",
        };
        account.Grants.AddRange(grants.Select(g => new AccountGrant { AccountId = account.Id, Role = g.Role, Scope = g.Scope, GrantedAt = DateTimeOffset.UnixEpoch }));
        await Campaign.Database.ReadAsync(async db =>
        {
            db.Users.Add(account);
            return await db.SaveChangesAsync();
        });
        return People[name] = account.ToActor();
    }

    public async Task<TResult> WithAsync<TUse, TResult>(Func<TUse, Task<TResult>> act, ServiceProvider? node = null)
        where TUse : notnull
    {
        await using var scope = (node ?? Node).CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    public Task<Delivered> DeliverAsync(ServiceProvider? node = null) => WithAsync<OutboxDelivery, Delivered>(d => d.RunAsync(default), node);

    public Task<List<OutboxMessage>> RowsAsync() => Campaign.Database.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync());

    /// <summary>Who was told by the rows that nobody looked at yet: their codes with the names, in order.</summary>
    public async Task<string> ToldAsync()
    {
        var rows = (await RowsAsync()).Skip(told).ToList();
        told += rows.Count;
        return string.Join(' ', rows.Select(r => $"{r.Code}>{r.Email.Split('@')[0]}").Order(StringComparer.Ordinal));
    }

    private int told;

    /// <summary>Writes a message to some people, as an act would.</summary>
    public Task WriteAsync(string code, params string[] people) => Campaign.Database.ReadAsync(async db =>
    {
        var now = Campaign.Database.Clock.GetUtcNow();
        db.Outbox.AddRange(people.Select(p => new OutboxMessage
        {
            Kind = MessageKind.Act, Code = code, Payload = OutboxWriter.Written(new MessagePayload(["Alpha de Paris", "2024", "denis", "?"], [])), Path = "/dossiers/x",
            AccountId = People[p].Id, Email = $"{p}@example.fr", By = "denis", At = now, DueAt = now,
        }));
        return await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        Smtp.Dispose();
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        await Campaign.DisposeAsync();
    }

    /// <summary>Enough of a cipher to tell what is kept from what is sent.</summary>
    private sealed class Upside : ILinkSecrets
    {
        public string Hide(string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));

        public string? Show(string hidden) => Encoding.UTF8.GetString(Convert.FromBase64String(hidden));
    }
}
