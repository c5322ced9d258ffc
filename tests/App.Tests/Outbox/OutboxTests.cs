using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Outbox;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Tests.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Outbox;

/// <summary>What concerns whom, and what a message holds.</summary>
public partial class OutboxTests
{
    private static readonly VariableCode Trained = new("formes");

    [Theory, EachEngine]
    public async Task Each_act_tells_those_whom_it_concerns_once_and_never_who_did_it_nor_any_figure(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        var (campaign, people) = (office.Campaign, office.People);
        string[] rows =
        [
            "alpha-75,effectif_physique_3112,,48213,,", "alpha-75,surface_m2,,91735.25,,", "alpha-75,formes,,7461,,", "alpha-75,delai,,3517,,", "alpha-75,factures,,52964,,",
            "alpha-75,plan,,oui,,", "alpha-75,vehicules,,97,,",
        ];
        Done(await campaign.ImportAsync(rows));
        var id = await campaign.IdOf(SmallFederation.Alpha75);

        await CommentAsync("camille");
        Assert.Equal("comment>denis comment>dora", await office.ToldAsync());

        Done(await office.WithAsync<SendBackSubmission, Outcome<SentBack>>(s => s.RunAsync(people["denis"], id, "Il manque 48213.", Guid.NewGuid(), default)));
        Assert.Equal("sent-back>camille sent-back>dora", await office.ToldAsync());

        var key = Guid.NewGuid();
        await SignAsync(key);
        await SignAsync(key);
        Assert.Equal("signed>camille signed>dora signed>nadia", await office.ToldAsync());

        await CommentAsync("nadia");
        Assert.Equal("comment>camille comment>denis comment>dora", await office.ToldAsync());
        await CommentAsync("camille");
        Assert.Equal("comment>denis comment>dora comment>nadia", await office.ToldAsync());

        var dossier = await campaign.DossierOf(SmallFederation.Alpha75);
        var first = dossier.Questionnaire.Blocks.First(b => b.Indicator is not null);
        Done(await office.WithAsync<ReviewBlocks, Outcome<Reviewed>>(r => r.RunAsync(
            people["nadia"], id, [new BlockDecision(first.Key, ReviewDecision.Returned, "Voyez 7461.", dossier.Blocks[first.Key].Seal)], Guid.NewGuid(), default)));
        Assert.Equal("returned>camille returned>denis returned>dora", await office.ToldAsync());
        Assert.Contains(first.Indicator!.Title, await TextOfLastAsync(), StringComparison.Ordinal);

        await SignAsync(Guid.NewGuid());
        await office.ToldAsync();
        var version = (await campaign.RowOf(SmallFederation.Alpha75)).Version;
        Done(await office.WithAsync<ValidateMany, Outcome<ManyValidated>>(v => v.RunAsync(
            people["nadia"], Year, new Dictionary<Guid, int> { [id] = version }, BulkScope.All, Guid.NewGuid(), default)));
        Assert.Equal("validated>camille validated>denis validated>dora validated>felix", await office.ToldAsync());

        Done(await office.WithAsync<AcceptSubmission, Outcome<Accepted>>(a => a.RunAsync(people["felix"], [id], Guid.NewGuid(), default)));
        Assert.Equal("accepted>camille accepted>denis accepted>dora accepted>nadia", await office.ToldAsync());

        await NoFigureAsync(office);

        Task CommentAsync(string who) => office.WithAsync<CommentAnswer, Outcome<CommentAdded>>(
            c => c.RunAsync(people[who], id, Trained, "Soit 7461 personnes.", Guid.NewGuid(), default));
        async Task SignAsync(Guid once)
        {
            var shown = (await campaign.RowOf(SmallFederation.Alpha75)).Version - (once == key && (await campaign.TrailAsync()).Contains("submissions.sign") ? 1 : 0);
            Done(await office.WithAsync<SignSubmission, Outcome<Signed>>(s => s.RunAsync(people["denis"], id, shown, once, default)));
        }

        async Task<string> TextOfLastAsync() => await office.WithAsync<MessageText, string>(async t => t.Of([(await office.RowsAsync())[^1]], "fr").Text);
    }

    [Theory, EachEngine]
    public async Task What_is_not_kept_is_not_told(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        var id = await office.Campaign.IdOf(SmallFederation.Alpha75);
        Assert.IsNotType<Outcome<Signed>.Done>(await office.WithAsync<SignSubmission, Outcome<Signed>>(s => s.RunAsync(office.People["denis"], id, 99, Guid.NewGuid(), default)));
        // Written, then taken back with the act.
        Done(await office.WithAsync<Both, Outcome<bool>>(both => both.Writing.RehearseAsync(now => TellAsync(both, now), default)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => office.WithAsync<Both, Outcome<bool>>(
            both => both.Writing.OnceAsync<bool>(Guid.NewGuid(), async now => { await TellAsync(both, now); throw new InvalidOperationException("broken"); }, default)));
        Assert.Empty(await office.RowsAsync());
        Done(await office.WithAsync<Both, Outcome<bool>>(both => both.Writing.OnceAsync(Guid.NewGuid(), now => TellAsync(both, now), default)));
        Assert.Equal("anomalies-asked>camille anomalies-asked>denis anomalies-asked>dora", await office.ToldAsync());

        async Task<Outcome<bool>> TellAsync(Both both, DateTimeOffset now)
        {
            var place = (await office.Campaign.RowOf(SmallFederation.Alpha75)).ToPlace();
            var happening = new Happening(MessageKind.Comment, "anomalies-asked", place, Audience.Body, $"/dossiers/{id}", place.ShortName, $"{Year}", "Nadia") { Lines = [new MessageLine("Parc automobile")] };
            await both.Outbox.TellAsync(office.People["nadia"], happening, now, default);
            await both.Db.SaveChangesAsync();
            return Outcome.Done(true);
        }
    }

    [Theory, EachEngine]
    public async Task What_each_person_chose_is_followed_but_for_links(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        var id = await office.Campaign.IdOf(SmallFederation.Alpha75);
        await ChooseAsync("camille", new MessagesWanted(true, false, true, false, "fr"));
        await ChooseAsync("denis", new MessagesWanted(true, true, true, true, "en"));
        Assert.IsType<Outcome<MessagesWanted>.Refused>(await office.WithAsync<ChooseMessages, Outcome<MessagesWanted>>(
            c => c.RunAsync(office.People["denis"], new MessagesWanted(true, true, true, true, "xx"), Guid.NewGuid(), default)));
        Done(await office.WithAsync<CommentAnswer, Outcome<CommentAdded>>(c => c.RunAsync(office.People["dora"], id, Trained, "Bonjour.", Guid.NewGuid(), default)));
        Assert.Equal("comment>denis", await office.ToldAsync());
        await office.WriteAsync("validated", "denis");
        Assert.Equal(1, (await office.DeliverAsync()).Sent);

        // What was daily waits for the morning and leaves with what is due then, in one message.
        office.Campaign.Database.Clock.Set(new DateTimeOffset(2025, 2, 16, 6, 0, 0, TimeSpan.Zero));
        await office.WriteAsync("signed", "denis");
        Assert.Equal(1, (await office.DeliverAsync()).Sent);
        var mail = office.Smtp.Taken[^1];
        Assert.Contains("Hello,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("comment", mail.Text, StringComparison.Ordinal);
        Assert.Contains("has signed", mail.Text, StringComparison.Ordinal);

        await ChooseAsync("felix", new MessagesWanted(false, false, false, true, "fr"));
        var token = LinkToken.New();
        var made = Done(await office.WithAsync<ResetLinks, Outcome<LinkMade>>(l => l.MakeAsync(office.People["felix"], office.People["felix"].Id, token, Guid.NewGuid(), default)));
        Assert.True(made.IsMailed);
        Assert.DoesNotContain((await office.RowsAsync()).Select(r => r.Secret + r.Payload + r.Path), text => text.Contains(token.Text, StringComparison.Ordinal));
        Assert.Equal(1, (await office.DeliverAsync()).Sent);
        Assert.Contains($"https://rso.example.fr/invitation/{token.Text}", office.Smtp.Taken[^1].Text, StringComparison.Ordinal);
        Assert.All(await office.RowsAsync(), r => Assert.Null(r.Secret));

        async Task ChooseAsync(string who, MessagesWanted wanted) =>
            Done(await office.WithAsync<ChooseMessages, Outcome<MessagesWanted>>(c => c.RunAsync(office.People[who], wanted, Guid.NewGuid(), default)));
    }

    [Fact]
    public async Task Nothing_is_written_without_a_mail_server()
    {
        await using var office = await PostOffice.OpenAsync(Engine.Sqlite);
        var id = await office.Campaign.IdOf(SmallFederation.Alpha75);
        Done(await office.Campaign.Database.WithAsync<CommentAnswer, Outcome<CommentAdded>>(c => c.RunAsync(office.People["dora"], id, Trained, "Bonjour.", Guid.NewGuid(), default)));
        Assert.Empty(await office.RowsAsync());
    }

    [Fact]
    public async Task A_name_can_neither_end_a_header_nor_break_a_message()
    {
        await using var office = await PostOffice.OpenAsync(Engine.Sqlite);
        await office.Campaign.Database.ReadAsync(async db =>
        {
            var now = office.Campaign.Database.Clock.GetUtcNow();
            db.Outbox.Add(new OutboxMessage
            {
                Kind = MessageKind.Act, Code = "signed", Payload = OutboxWriter.Written(new MessagePayload(["Alpha\r\nBcc: tous@example.fr", "at:{9}", "day:hier"], [])), Path = "/x",
                AccountId = office.People["camille"].Id, Email = "camille@example.fr", By = "denis", At = now, DueAt = now,
            });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(1, (await office.DeliverAsync()).Sent);
        var mail = Assert.Single(office.Smtp.Taken);
        Assert.DoesNotContain("\nBcc:", mail.Raw[..mail.Raw.IndexOf("\n\n", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("Alpha Bcc:", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("at:{9}", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>No value that is stored stands in any message, addresses apart.</summary>
    private static async Task NoFigureAsync(PostOffice office)
    {
        var rows = await office.RowsAsync();
        var values = await office.Campaign.Database.ReadAsync(db => db.Answers.Where(a => a.Value != null).Select(a => a.Value!).ToListAsync());
        var numbers = values.Where(v => decimal.TryParse(v, NumberStyles.Number, CultureInfo.InvariantCulture, out _)).Distinct().ToList();
        Assert.True(numbers.Count >= 5 && rows.Select(r => r.Code).Distinct().Count() >= 6);
        await office.WithAsync<MessageText, bool>(texts =>
        {
            foreach (var language in (string[])["fr", "en"])
            {
                foreach (var row in rows)
                {
                    var (subject, text) = texts.Of([row], language);
                    var said = Address().Replace(subject + "\n" + text, "").Replace("\u00A0", "", StringComparison.Ordinal);
                    Assert.DoesNotContain(numbers, n => said.Contains(n, StringComparison.Ordinal));
                }
            }

            return Task.FromResult(true);
        });
    }

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Address();
}
