using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_session_ends_after_eight_hours_of_rest()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        site.Clock.Advance(TimeSpan.FromHours(7));
        (await visitor.Get("/mon-compte")).Expect(200);
        site.Clock.Advance(TimeSpan.FromHours(8.1));
        (await visitor.Get("/mon-compte")).Expect(302);
    }

    [Fact]
    public async Task A_session_that_never_rests_ends_after_twelve_hours()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        for (var i = 0; i < 11; i++)
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            (await visitor.Get("/mon-compte")).Expect(200);
        }

        site.Clock.Advance(TimeSpan.FromHours(1.1));
        (await visitor.Get("/mon-compte")).Expect(302);
    }

    [Fact]
    public async Task A_session_and_a_form_of_one_node_are_good_on_another()
    {
        await using var second = await site.SecondNodeAsync();
        var here = await site.SignInAs(Role.Contributor);
        var page = await here.Get("/mon-compte");
        var there = here.At(second.Address);
        (await there.Get("/mon-compte")).Expect(200);
        var answer = await there.Submit(
            page, "main form", ("current", Site.Password), ("chosen", "un tout nouveau secret"), ("again", "un tout nouveau secret"));
        answer.Expect(303);
    }

    [Fact]
    public async Task A_person_who_joins_a_second_body_keeps_both()
    {
        await site.OpenAccount("deux@example.fr", new Grant(Role.Contributor, SmallFederation.Alpha75), new Grant(Role.Contributor, SmallFederation.Beta14));
        var visitor = await site.SignInWith("deux@example.fr");
        Assert.Equal(3, (await visitor.Get("/mon-compte")).Page.QuerySelectorAll("main > .facts dt").Length);
    }

    [Fact]
    public async Task The_end_of_a_session_is_told_and_put_off_until_the_last()
    {
        var visitor = await site.SignInAs(Role.Contributor);
        var first = EndOf(await visitor.Get("/mon-compte"));
        Assert.Equal(8, (first - site.Clock.GetUtcNow()).TotalHours, 0.1);
        site.Clock.Advance(TimeSpan.FromHours(7.9));
        var stayed = (await visitor.Submit(await visitor.Get("/mon-compte"), "[data-session-stay]")).Expect(303);
        Assert.Equal(4.1, (EndOf(stayed) - site.Clock.GetUtcNow()).TotalHours, 0.1);
        site.Clock.Advance(TimeSpan.FromHours(4));
        (await visitor.Get("/mon-compte")).Expect(200);
        site.Clock.Advance(TimeSpan.FromHours(0.2));
        (await visitor.Get("/mon-compte")).Expect(302);
        Assert.Equal("", (await visitor.Get("/connexion")).Header("Session-End"));
    }

    private static DateTimeOffset EndOf(Screen screen) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(screen.Header("Session-End"), System.Globalization.CultureInfo.InvariantCulture));
}
