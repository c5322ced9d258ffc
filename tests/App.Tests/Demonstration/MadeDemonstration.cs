using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Database;
using Responsables.App.Demonstration;
using Responsables.App.Frameworks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;

namespace Responsables.App.Tests.Demonstration;

/// <summary>A database of its own in a temporary folder, initialised as the command does, then filled with the demonstration.</summary>
internal sealed class MadeDemonstration : IAsyncDisposable
{
    /// <summary>The day on which it is made, in winter time.</summary>
    public static readonly DateTimeOffset Today = new(2026, 2, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly string folder;

    private MadeDemonstration(ServiceProvider services, string folder)
    {
        this.services = services;
        this.folder = folder;
    }

    public static async Task<MadeDemonstration> InitialisedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("responsables-demo-").FullName;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FixedClock(Today));
        services.AddAppDb(new DatabaseChoice.Sqlite(Path.Combine(folder, "responsables.db")));
        AppRooms.Add(services);
        var made = new MadeDemonstration(services.BuildServiceProvider(), folder);
        await made.InAsync(async scope =>
        {
            await DatabaseState.PrepareAsync(scope.GetRequiredService<AppDb>(), default);
            return await scope.GetRequiredService<LoadFrameworks>().RunAsync(Actor.Command, LoadFrameworks.Folder, Guid.CreateVersion7(), default);
        });
        return made;
    }

    public async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public Task<Outcome<DemonstrationCreated>> CreateAsync() => InAsync(scope =>
        scope.GetRequiredService<CreateDemonstration>().RunAsync(Actor.Command, CreateDemonstration.OrganizationsFile, default));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
