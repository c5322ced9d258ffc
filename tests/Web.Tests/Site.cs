using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Organizations;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Web.Platform;
using Responsables.World;

namespace Responsables.Web.Tests;

/// <summary>
/// The whole site in this process, on a free port, over a database of its own with the small federation: SQLite in a temporary folder, or
/// PostgreSQL when <c>RESPONSABLES_TEST_DATABASE</c> gives a server.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    public const string Password = "quatre mots pour entrer";

    private static readonly string? Server = Environment.GetEnvironmentVariable("RESPONSABLES_TEST_DATABASE");

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("responsables-web-");
    private readonly Dictionary<(Role, OrganizationCode?), Visitor> signedIn = [];
    private WebApplication host = null!;
    private DatabaseChoice choice = null!;
    private bool isSecond;

    /// <summary>The clock of the site: that of the machine, plus what a test adds.</summary>
    public MovedClock Clock { get; private init; } = new();

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => host.Services;

    internal WebApplication Host => host;

    /// <param name="settings">As on the command line: <c>--RESPONSABLES_CONTACT=…</c>.</param>
    public static async Task<Site> StartAsync(bool isDemonstration = false, params string[] settings)
    {
        Texts.T.IsStrict = true;
        var site = new Site();
        site.choice = site.Choose();
        site.Build(settings);
        await site.WithDbAsync(async db =>
        {
            // Migrations take most of the start: applied once, to a file that each site copies.
            if (site.choice is DatabaseChoice.Sqlite sqlite)
            {
                File.Copy(await Template.Value, sqlite.File);
            }
            else
            {
                await FillAsync(db);
            }

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
    public async Task<Site> SecondNodeAsync()
    {
        var second = new Site { choice = choice, isSecond = true, Clock = Clock };
        second.Build([]);
        await second.StartHostAsync();
        return second;
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
        if (Server is not null && !isSecond)
        {
            await WithDbAsync(db => db.Database.EnsureDeletedAsync());
        }

        await host.StopAsync();
        await host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("responsables-template-");
        var choice = (DatabaseChoice.Sqlite)DatabaseChoice.Of(folder.FullName, null);
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddAppDb(choice);
        await using (var provider = services.BuildServiceProvider())
        {
            await using var scope = provider.CreateAsyncScope();
            await FillAsync(scope.ServiceProvider.GetRequiredService<AppDb>());
        }

        // Closing the last connection brings the log into the file.
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return choice.File;
    }

    private static async Task FillAsync(AppDb db)
    {
        await DatabaseState.PrepareAsync(db, CancellationToken.None);
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

    private DatabaseChoice Choose() => Server is null
        ? DatabaseChoice.Of(folder.FullName, null)
        : DatabaseChoice.Of(null, $"{Server};Database=web_{Guid.NewGuid():N}");
}

/// <summary>The time of the machine, moved.</summary>
public sealed class MovedClock : TimeProvider
{
    private TimeSpan moved;

    public void Advance(TimeSpan by) => moved += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + moved;
}
