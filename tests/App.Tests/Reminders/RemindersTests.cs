using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Outbox;
using Responsables.App.Reminders;
using Responsables.App.Submissions;
using Responsables.App.Tests.Outbox;
using Responsables.App.Tests.Reviews;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Reminders;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Reminders;

/// <summary>Reminders by rules and by hand: to whom, once, and as they were shown.</summary>
public class RemindersTests
{
    private static readonly SubmissionFilter NotSigned = new() { Situation = DossierSituation.NotSigned };

    [Theory, EachEngine]
    public async Task What_was_shown_is_what_is_sent_to_those_concerned_and_nobody_else(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        await office.AddAsync("deux", new Grant(Role.Contributor, SmallFederation.AlphaNormandie), new Grant(Role.Contributor, SmallFederation.AlphaNowhere));
        await office.Campaign.SignAsync(SmallFederation.Alpha75);
        var nadia = office.People["nadia"];

        var preview = (await PreviewAsync(office, nadia, NotSigned))!;
        Assert.Equal(["deux"], preview.Plan.Reminders.Select(r => r.Person.Name));
        Assert.Equal((1, 2), (preview.Plan.People, preview.Plan.Reminders[0].Bodies.Count));
        Assert.Empty(preview.Against);
        var done = Done(await SendAsync(office, nadia, NotSigned, preview.Seal));
        Assert.Equal((1, 2), (done.People, done.Bodies));
        Assert.Equal(new Delivered(1, 0, 0), await office.DeliverAsync());
        var mail = Assert.Single(office.Smtp.Taken);
        Assert.Equal((preview.Subject, preview.Text), (mail.Subject, mail.Text));
        Assert.Contains("reminders.send", await office.Campaign.TrailAsync());

        // The federation reminds those of both funds, itself apart; the one whose body has signed gets nothing.
        var all = (await PreviewAsync(office, office.People["felix"], NotSigned))!;
        Assert.Equal(["bruno", "deux"], all.Plan.Reminders.Select(r => r.Person.Name));
        var waiting = (await PreviewAsync(office, office.People["felix"], new SubmissionFilter { Situation = DossierSituation.WaitingReview }))!;
        Assert.Equal(["nadia"], waiting.Plan.Reminders.Select(r => r.Person.Name));
        Assert.Contains("/examen/dossiers/", waiting.Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_reminder_is_refused_when_things_changed_when_nobody_is_concerned_and_to_who_may_not(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        var (felix, filter) = (office.People["felix"], NotSigned with { Branch = "Maladie" });
        await office.AddAsync("gaston", new Grant(Role.Contributor, SmallFederation.AlphaNormandie));
        var preview = (await PreviewAsync(office, felix, filter))!;
        Assert.Equal(4, preview.Plan.People);
        await office.Campaign.SignAsync(SmallFederation.Alpha75);
        Assert.IsType<Outcome<Reminded>.Stale>(await SendAsync(office, felix, filter, preview.Seal));
        await office.Campaign.SignAsync(SmallFederation.AlphaNormandie);
        Assert.Equal("reminders.nobody", Assert.Single(Refused(await SendAsync(office, felix, filter, (await PreviewAsync(office, felix, filter))!.Seal))).Code);
        foreach (var who in (string[])["camille", "denis", "corinne", "bruno"])
        {
            Assert.Null(await PreviewAsync(office, office.People[who], filter));
            Assert.IsType<Outcome<Reminded>.Missing>(await SendAsync(office, office.People[who], filter, preview.Seal));
        }

        Assert.Empty((await PreviewAsync(office, office.People["norbert"], filter))!.Plan.Bodies);
        Assert.Empty(await office.RowsAsync());

        // Sent twice with one key, or to somebody who wants none: once, and not at all.
        Done(await office.WithAsync<ChooseMessages, Outcome<MessagesWanted>>(c => c.RunAsync(office.People["bruno"], new MessagesWanted(true, true, false, false, "fr"), Guid.NewGuid(), default)));
        var beta = NotSigned with { Branch = "Famille" };
        var shown = (await PreviewAsync(office, felix, beta))!;
        Assert.Equal((0, 1), (shown.Plan.People, shown.Plan.Unwilling));
        await office.AddAsync("berthe", new Grant(Role.Director, SmallFederation.Beta14));
        shown = (await PreviewAsync(office, felix, beta))!;
        var key = Guid.NewGuid();
        Assert.Equal(Done(await SendAsync(office, felix, beta, shown.Seal, key)), Done(await SendAsync(office, felix, beta, shown.Seal, key)));
        Assert.Equal("reminder-entry>berthe", await office.ToldAsync());
    }

    [Theory, EachEngine]
    public async Task A_rule_reminds_on_its_day_by_the_term_of_each_body_once_whoever_runs_it(Engine engine)
    {
        await using var office = await PostOffice.OpenAsync(engine);
        var other = await office.AddNodeAsync();
        Done(await AddAsync(office, "felix", DossierSituation.NotSigned, ReminderDeadline.Entry, "7"));
        Done(await AddAsync(office, "nadia", DossierSituation.NotStarted, ReminderDeadline.Entry, "1", isAfter: true, owner: SmallFederation.FundA));
        Assert.IsType<Outcome<Guid>.Missing>(await AddAsync(office, "nadia", DossierSituation.NotStarted, ReminderDeadline.Entry, "2"));
        Assert.IsType<Outcome<Guid>.Missing>(await AddAsync(office, "nadia", DossierSituation.NotStarted, ReminderDeadline.Entry, "2", owner: SmallFederation.FundB));
        Assert.Equal("reminders.rule-twice", Assert.Single(Refused(await AddAsync(office, "felix", DossierSituation.NotSigned, ReminderDeadline.Entry, "7"))).Code);
        Assert.Equal("reminders.days-unreadable", Assert.Single(Refused(await AddAsync(office, "felix", DossierSituation.NotSigned, ReminderDeadline.Entry, "-7"))).Code);

        var clock = office.Campaign.Database.Clock;
        clock.Set(new DateTimeOffset(2025, 3, 20, 8, 0, 0, TimeSpan.Zero));
        Done(await office.WithAsync<ExtendWindow, Outcome<WindowExtended>>(e => e.RunAsync(
            Actor.Command, Year, new NewExtension(ExtendedWindow.Entry, [SmallFederation.Beta14], "2025-04-10", "", "Panne"), Guid.NewGuid(), default)));
        Assert.Equal(0, await RunAsync());

        // A week before 31 March: all but bruno, whose body has until 10 April.
        clock.Set(new DateTimeOffset(2025, 3, 24, 8, 0, 0, TimeSpan.Zero));
        var shown = await office.WithAsync<RemindByRules, IReadOnlyList<DueReminder>>(r => r.PreviewAsync(Year, default));
        Assert.Equal(["camille", "denis", "dora"], shown.Select(d => d.Reminder.Person.Name));
        var counts = await Task.WhenAll(Task.Run(() => RunAsync()), Task.Run(() => RunAsync(other)), Task.Run(() => RunAsync(other)));
        Assert.Equal(shown.Count, counts.Sum());
        Assert.Equal(0, await RunAsync());
        Assert.Equal("reminder-entry>camille reminder-entry>denis reminder-entry>dora", await office.ToldAsync());

        // The day after the end, the fund's rule, to its own bodies; then bruno's week.
        clock.Set(new DateTimeOffset(2025, 4, 1, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(3, await RunAsync());
        Assert.Equal("reminder-entry-late>camille reminder-entry-late>denis reminder-entry-late>dora", await office.ToldAsync());
        clock.Set(new DateTimeOffset(2025, 4, 3, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RunAsync());
        Assert.Equal("reminder-entry>bruno", await office.ToldAsync());

        // Off, then gone.
        var rule = (await office.WithAsync<KeepRules, IReadOnlyList<RuleLine>?>(k => k.ReadAsync(office.People["felix"], default)))!.First(r => r.Rule.Owner is null).Rule;
        Assert.IsType<Outcome<Guid>.Missing>(await office.WithAsync<KeepRules, Outcome<Guid>>(k => k.SwitchAsync(office.People["nadia"], rule.Id, 1, false, Guid.NewGuid(), default)));
        Done(await office.WithAsync<KeepRules, Outcome<Guid>>(k => k.SwitchAsync(office.People["felix"], rule.Id, 1, false, Guid.NewGuid(), default)));
        Assert.IsType<Outcome<Guid>.Stale>(await office.WithAsync<KeepRules, Outcome<Guid>>(k => k.RemoveAsync(office.People["felix"], rule.Id, 1, Guid.NewGuid(), default)));
        await office.Campaign.Database.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        Assert.Equal(0, await RunAsync());
        Done(await office.WithAsync<KeepRules, Outcome<Guid>>(k => k.RemoveAsync(office.People["felix"], rule.Id, 2, Guid.NewGuid(), default)));
        Assert.Subset((await office.Campaign.TrailAsync()).ToHashSet(), new HashSet<string> { "reminders.add-rule", "reminders.switch-rule", "reminders.remove-rule" });

        async Task<int> RunAsync(Microsoft.Extensions.DependencyInjection.ServiceProvider? node = null) =>
            Done(await office.WithAsync<RemindByRules, Outcome<RemindersQueued>>(r => r.RunAsync(Year, default), node)).Messages;
    }

    private static Task<Outcome<Guid>> AddAsync(
        PostOffice office, string who, DossierSituation situation, ReminderDeadline deadline, string days, bool isAfter = false, OrganizationCode? owner = null) =>
        office.WithAsync<KeepRules, Outcome<Guid>>(k => k.AddAsync(office.People[who], new RuleInput(situation, deadline, days, isAfter, owner), Guid.NewGuid(), default));

    private static Task<HandPreview?> PreviewAsync(PostOffice office, Actor actor, SubmissionFilter filter) =>
        office.WithAsync<RemindByHand, HandPreview?>(r => r.PreviewAsync(actor, Year, filter, default));

    private static Task<Outcome<Reminded>> SendAsync(PostOffice office, Actor actor, SubmissionFilter filter, string seal, Guid? key = null) =>
        office.WithAsync<RemindByHand, Outcome<Reminded>>(r => r.RunAsync(actor, Year, filter, seal, key ?? Guid.NewGuid(), default));
}
