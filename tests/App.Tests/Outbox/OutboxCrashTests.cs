using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Tests.Support;
using Responsables.App.Tests.Trust;
using Responsables.Domain.Accounts;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Outbox;

/// <summary>
/// Goal G11: the real program killed with -9 at each step of sending loses no message; one that comes twice was being taken by the mail server
/// when the program died, and has the same Message-ID. Control, in the same run: without its mark as sent, a message is sent again and found.
/// </summary>
public abstract class OutboxCrashTests(Engine engine)
{
    /// <summary>Kills on each push, of both engines together; more can be asked for.</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("RESPONSABLES_TEST_KILLS") ?? "25", CultureInfo.InvariantCulture);

    private static readonly SmtpStep[] Steps = Enum.GetValues<SmtpStep>();

    [Fact]
    public async Task A_program_killed_at_any_step_of_sending_loses_nothing_and_repeats_only_what_it_could_not_know()
    {
        await using var office = await PostOffice.OpenAsync(engine);
        string[] people = [.. Enumerable.Range(0, Kills + 5).Select(i => $"p{i}")];
        foreach (var person in people)
        {
            await office.AddAsync(person, new Grant(Role.Contributor, SmallFederation.Beta14));
        }

        await office.WriteAsync("signed", people);
        await office.WriteAsync("validated", people);
        // The program has its own clock.
        await office.Campaign.Database.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, DateTimeOffset.UnixEpoch)));
        using var program = new ServedSite(await office.Campaign.Database.WithAsync<DatabaseChoice, DatabaseChoice>(Task.FromResult), office.Settings);
        var inDoubt = 0;
        for (var round = 0; round < Kills; round++)
        {
            var step = Steps[round % Steps.Length];
            inDoubt += step is SmtpStep.Taken or SmtpStep.Body ? 1 : 0;
            await KillAtAsync(office, program, step);
            await ExpireAsync(office);
        }

        office.Smtp.Script = _ => Task.FromResult<string?>(null);
        var last = await program.CommandAsync("reminders", "send", "--year", "2024");
        Assert.True(last.Exit == 0, last.Text);

        var taken = office.Smtp.Taken;
        Assert.DoesNotContain(people, p => taken.All(t => !t.To.Contains($"{p}@", StringComparison.Ordinal)));
        Assert.All(await office.RowsAsync(), r => Assert.Equal(MessageState.Sent, r.State));
        var repeated = taken.GroupBy(t => t.To).Where(g => g.Count() > 1).ToList();
        Assert.All(repeated, g => Assert.Single(g.Select(t => t.Id).Distinct()));
        Assert.InRange(repeated.Sum(g => g.Count() - 1), 1, inDoubt);
        Assert.Equal(people.Length, taken.Select(t => t.Id).Distinct().Count());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"G11 {engine}: {Kills} kills, {people.Length} messages, {taken.Count} taken, {taken.Count - people.Length} twice, 0 lost"));

        // Control: a mark that is lost makes a message go twice, and this check sees it.
        await office.Campaign.Database.ReadAsync(db => db.Outbox.Where(m => m.Email == "p0@example.fr").ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Waiting)));
        var before = office.Smtp.Taken.Count;
        Assert.Equal(0, (await program.CommandAsync("reminders", "send", "--year", "2024")).Exit);
        Assert.Equal(before + 1, office.Smtp.Taken.Count);
    }

    private static async Task KillAtAsync(PostOffice office, ServedSite program, SmtpStep step)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isDead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        office.Smtp.Script = async at =>
        {
            if (at == step && reached.TrySetResult() && step != SmtpStep.Taken)
            {
                await isDead.Task;
                // A body that was whole is taken, whoever sent it; anything else ends here.
                return at == SmtpStep.Body ? null : SmtpServer.HangUp;
            }

            return null;
        };
        using var process = program.Begin("reminders", "send", "--year", "2024");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await reached.Task.WaitAsync(patience.Token);
        process.Kill();
        await process.WaitForExitAsync();
        isDead.SetResult();
    }

    /// <summary>Two minutes later.</summary>
    private static Task<int> ExpireAsync(PostOffice office) => office.Campaign.Database.ReadAsync(db => db.Outbox.Where(m => m.LeaseUntil != null)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, DateTimeOffset.UnixEpoch)));
}

/// <summary>The engines apart, so that both run at once.</summary>
public sealed class SqliteOutboxCrashTests() : OutboxCrashTests(Engine.Sqlite);

/// <inheritdoc cref="SqliteOutboxCrashTests"/>
public sealed class PostgresOutboxCrashTests() : OutboxCrashTests(Engine.Postgres);
