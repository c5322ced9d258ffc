using Microsoft.EntityFrameworkCore;
using Responsables.App.Outbox;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Outbox;

/// <summary>How messages leave: a mail server that refuses, hangs up or is slow, and two programs at once.</summary>
public class DeliveryTests
{
    [Theory, EachEngine]
    public async Task What_is_due_to_one_person_leaves_in_one_message(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        await office.WriteAsync("signed", "camille", "denis");
        await office.WriteAsync("validated", "camille");
        Assert.Equal(new Delivered(2, 0, 0), await office.DeliverAsync());
        Assert.Equal(new Delivered(0, 0, 0), await office.DeliverAsync());
        var mail = office.Smtp.Taken.Single(t => t.To.Contains("camille", StringComparison.Ordinal));
        Assert.Contains("a signé", mail.Text, StringComparison.Ordinal);
        Assert.Contains("a fini de valider", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://rso.example.fr/dossiers/x", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://rso.example.fr/mon-compte", mail.Text, StringComparison.Ordinal);
        Assert.All(await office.RowsAsync(), r => Assert.Equal((MessageState.Sent, (Guid?)null), (r.State, r.Lease)));
    }

    [Theory, EachEngine]
    public async Task A_refusal_for_now_is_tried_later_and_later_then_given_up_and_one_for_good_is_not_tried_again(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        var clock = office.Campaign.Database.Clock;
        office.Smtp.Script = step => Task.FromResult(step == SmtpStep.Recipient ? "451 4.3.0 revenez plus tard" : null);
        await office.WriteAsync("signed", "camille");
        var waits = new List<TimeSpan>();
        while (true)
        {
            var before = clock.GetUtcNow();
            var done = await office.DeliverAsync();
            var row = (await office.RowsAsync()).Single();
            Assert.Contains("revenez plus tard", row.Error, StringComparison.Ordinal);
            if (done.Failed == 1)
            {
                Assert.Equal(MessageState.Failed, row.State);
                break;
            }

            Assert.Equal(new Delivered(0, 1, 0), done);
            Assert.Equal(new Delivered(0, 0, 0), await office.DeliverAsync());
            waits.Add(row.DueAt - before);
            clock.Set(row.DueAt);
        }

        Assert.Equal(8, waits.Count);
        Assert.Equal(waits.Order(), waits);
        Assert.Empty(office.Smtp.Taken);

        office.Smtp.Script = step => Task.FromResult(step == SmtpStep.Recipient ? "550 5.1.1 personne de ce nom" : null);
        await office.WriteAsync("signed", "denis");
        Assert.Equal(new Delivered(0, 0, 1), await office.DeliverAsync());
        var refused = (await office.RowsAsync()).Single(r => r.Email == "denis@example.fr");
        Assert.Equal((MessageState.Failed, 1), (refused.State, refused.Attempts));
        Assert.Contains("personne de ce nom", refused.Error, StringComparison.Ordinal);

        // Who sends is refused, not the message: the operator mends it.
        office.Smtp.Script = step => Task.FromResult(step == SmtpStep.Sender ? "530 5.7.0 authentifiez-vous" : null);
        await office.WriteAsync("signed", "dora");
        Assert.Equal(new Delivered(0, 1, 0), await office.DeliverAsync());
    }

    [Theory]
    [InlineData(SmtpStep.Connected)]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.Body)]
    public async Task A_connection_that_ends_at_any_step_is_tried_again_with_the_same_identity(SmtpStep at)
    {
        await using var office = await PostOffice.OpenAsync(Engine.Sqlite);
        office.Smtp.Script = step => Task.FromResult(step == at ? SmtpServer.HangUp : null);
        await office.WriteAsync("signed", "camille");
        Assert.Equal(new Delivered(0, 1, 0), await office.DeliverAsync());
        var envelope = (await office.RowsAsync()).Single().Envelope;
        // Something new meanwhile does not change what was begun.
        office.Smtp.Script = _ => Task.FromResult<string?>(null);
        office.Campaign.Database.Clock.Set(office.Campaign.Database.Clock.GetUtcNow().AddMinutes(2));
        await office.WriteAsync("validated", "camille");
        Assert.Equal(new Delivered(2, 0, 0), await office.DeliverAsync());
        Assert.Equal($"<{envelope:N}@rso.example.fr>", office.Smtp.Taken[0].Id);
        Assert.Equal(2, office.Smtp.Taken.Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_a_while()
    {
        await using var office = await PostOffice.OpenAsync(Engine.Sqlite);
        var impatient = await office.AddNodeAsync(TimeSpan.FromMilliseconds(300));
        using var stop = new CancellationTokenSource();
        office.Smtp.Script = async step =>
        {
            if (step == SmtpStep.Body)
            {
                await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            return null;
        };
        await office.WriteAsync("signed", "camille");
        Assert.Equal(new Delivered(0, 1, 0), await office.DeliverAsync(impatient));
        await stop.CancelAsync();
    }

    [Theory, EachEngine]
    public async Task Two_programs_send_each_message_once(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        var other = await office.AddNodeAsync();
        for (var i = 0; i < 15; i++)
        {
            await office.AddAsync($"p{i}", new Grant(Role.Contributor, SmallFederation.Beta14));
        }

        office.Smtp.Script = async step =>
        {
            if (step == SmtpStep.Body)
            {
                await Task.Delay(20);
            }

            return null;
        };
        string[] people = [.. Enumerable.Range(0, 15).Select(i => $"p{i}")];
        await office.WriteAsync("signed", people);
        await office.WriteAsync("validated", people);
        var done = await Task.WhenAll(Task.Run(() => office.DeliverAsync()), Task.Run(() => office.DeliverAsync(other)), Task.Run(() => office.DeliverAsync(other)));
        Assert.Equal(15, done.Sum(d => d.Sent));
        Assert.Equal(15, office.Smtp.Taken.Count);
        Assert.Equal(15, office.Smtp.Taken.Select(t => t.To).Distinct().Count());
        Assert.All(await office.RowsAsync(), r => Assert.Equal((MessageState.Sent, 1), (r.State, r.Attempts)));
    }

    [Theory, EachEngine]
    public async Task A_lease_is_respected_until_it_is_over_and_a_closed_account_is_not_written_to(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        await office.WriteAsync("signed", "camille");
        var clock = office.Campaign.Database.Clock;
        await office.Campaign.Database.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Lease, Guid.NewGuid()).SetProperty(m => m.LeaseUntil, clock.GetUtcNow() + OutboxDelivery.Lease)));
        Assert.Equal(new Delivered(0, 0, 0), await office.DeliverAsync());
        clock.Set(clock.GetUtcNow() + OutboxDelivery.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(new Delivered(1, 0, 0), await office.DeliverAsync());

        await office.WriteAsync("signed", "denis");
        await office.Campaign.Database.ReadAsync(db => db.Users.Where(u => u.Email == "denis@example.fr").ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAt, DateTimeOffset.UnixEpoch)));
        Assert.Equal(new Delivered(0, 0, 0), await office.DeliverAsync());
        Assert.Equal(MessageState.Dropped, (await office.RowsAsync())[^1].State);
        Assert.Single(office.Smtp.Taken);
    }
}
