using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Organizations;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Web.Platform;
using Responsables.Engines;
using Responsables.World;

namespace Responsables.Web.Tests;

/// <summary>
/// The whole site in this process, on a free port, over a database of its own with the small federation, on the engine that
/// <see cref="DatabaseTemplate.AskedFor"/> says.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    public const string Password = "quatre mots pour entrer";

    private static readonly DatabaseTemplate Template = new(DatabaseTemplate.AskedFor, FillAsync);

    private readonly Dictionary<(Role, OrganizationCode?), Visitor> signedIn = [];
    private WebApplication host = null!;
    private DatabaseChoice choice = null!;
    private bool isGuest;

    static Site() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Template.Dispose();

    /// <summary>The clock of the site: that of the machine, plus what a test adds.</summary>
    public MovedClock Clock { get; private init; } = new();

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => host.Services;

    internal WebApplication Host => host;

    /// <param name="settings">As on the command line: <c>--RESPONSABLES_CONTACT=…</c>.</param>
    public static async Task<Site> StartAsync(bool isDemonstration = false, params string[] settings)
    {
        Texts.T.IsStrict = true;
        var site = new Site { choice = await Template.CopyAsync() };
        site.Build(settings);
        await site.WithDbAsync(async db =>
        {
            if (isDemonstration)
            {
                db.Settings.Add(new Setting { Name = Setting.Demonstration, Value = "1" });
            }

            return await db.SaveChangesAsync();
        });
        await site.StartHostAsync();
        return site;
    }

    /// <summary>Another node over the same database.</summary>
    public Task<Site> SecondNodeAsync() => OverAsync(choice, Clock);

    /// <summary>Over a database that is there already, and is left there.</summary>
    public static async Task<Site> OverAsync(DatabaseChoice choice, MovedClock? clock = null, params string[] settings)
    {
        var site = new Site { choice = choice, isGuest = true, Clock = clock ?? new MovedClock() };
        site.Build(settings);
        await site.StartHostAsync();
        return site;
    }

    /// <summary>Somebody at a browser, not signed in.</summary>
    public Visitor Anonymous() => new(Address);

    /// <summary>Somebody signed in with one role; the same person each time.</summary>
    public async Task<Visitor> SignInAs(Role role, OrganizationCode? scope = null)
    {
        OrganizationCode? over = role switch
        {
            Role.Contributor or Role.Director or Role.Helper => scope ?? SmallFederation.Alpha75,
            Role.Coordinator => scope ?? SmallFederation.FundA,
            _ => null,
        };
        if (signedIn.TryGetValue((role, over), out var known))
        {
            return known;
        }

        var email = EmailOf(role, over);
        // Nobody is granted to help: it comes with the questions that are assigned.
        await OpenAccount(email, role == Role.Helper ? [] : [new Grant(role, over)]);
        return signedIn[(role, over)] = await SignInWith(email);
    }

    public static string EmailOf(Role role, OrganizationCode? over) =>
        string.Create(CultureInfo.InvariantCulture, $"{role}.{over?.Value ?? "tout"}@example.fr").ToLowerInvariant();

    /// <summary>Somebody signed in without any role.</summary>
    public async Task<Visitor> SignInWithoutRole()
    {
        await OpenAccount("sans.role@example.fr");
        return await SignInWith("sans.role@example.fr");
    }

    public async Task<Visitor> SignInWith(string email, string password = Password)
    {
        var visitor = Anonymous();
        var answer = await visitor.Submit(await visitor.Get("/connexion"), "main form", ("email", email), ("password", password));
        Assert.Equal(303, answer.Status);
        return visitor;
    }

    /// <summary>Makes an account as an invitation would have.</summary>
    public async Task<Guid> OpenAccount(string email, params Grant[] grants)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = $"Personne {email.Split('@')[0]}", CreatedAt = DateTimeOffset.UtcNow, LockoutEnabled = true };
        account.Grants.AddRange(grants.Select(g => new AccountGrant { AccountId = account.Id, Role = g.Role, Scope = g.Scope, GrantedAt = DateTimeOffset.UtcNow }));
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        return account.Id;
    }

    public async Task<T> WithDbAsync<T>(Func<AppDb, Task<T>> use)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public Task<Guid> AccountIdAsync(string email) => WithDbAsync(db => db.Users.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());

    /// <summary>Acts written in the trail so far, in order.</summary>
    public Task<List<string>> TrailAsync() => WithDbAsync(db => db.Trail.OrderBy(t => t.Sequence).Select(t => t.Act).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
        if (!isGuest)
        {
            await DatabaseTemplate.DropAsync(choice);
        }
    }

    private static async Task FillAsync(AppDb db)
    {
        db.Organizations.AddRange(SmallFederation.Periods.Select(OrganizationRow.Of));
        await db.SaveChangesAsync();
    }

    private void Build(string[] settings) => host = Web.Host.Build(
        choice, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Critical", .. settings], builder =>
        {
            // What slows down whoever guesses passwords would slow down the tests as well.
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });

    private async Task StartHostAsync()
    {
        Assert.Null(await Web.Host.RefusalAsync(host));
        await host.StartAsync();
        Address = new Uri(host.Urls.First());
    }
}

/// <summary>The time of the machine, moved.</summary>
public sealed class MovedClock : TimeProvider
{
    private TimeSpan moved;

    public void Advance(TimeSpan by) => moved += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + moved;
}
