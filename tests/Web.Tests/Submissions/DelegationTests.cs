using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

/// <summary>A signature delegated for a time: given, used, shown, taken back.</summary>
public sealed class DelegationTests : IAsyncLifetime
{
    private const string Give = "form[action='/delegations']";
    private const string Sign = "form[action$='/signature']";

    private Site site = null!;
    private Dossiers dossiers = null!;
    private Visitor director = null!;
    private Visitor deputy = null!;
    private Guid account;
    private string check = "";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        dossiers = await Dossiers.OpenAsync(site);
        check = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75)}/verification";
        director = await site.SignInAs(Role.Director);
        account = await site.OpenAccount("adjointe@example.fr", new Grant(Role.Contributor, SmallFederation.Alpha75));
        deputy = await site.SignInWith("adjointe@example.fr");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_deputy_signs_while_it_runs_and_the_receipt_says_for_whom()
    {
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        Assert.Null((await deputy.Get(check)).Page.QuerySelector(Sign));
        (await GiveAsync(0, 3)).Expect(303);
        (await deputy.Submit((await deputy.Get(check)).Expect(200), Sign)).Expect(303);
        Assert.Contains("par délégation de Personne director.alpha-75", (await director.Get(check)).Text("#signature .facts"), StringComparison.Ordinal);
        Assert.Equal(["accounts.delegate", "submissions.sign"], (await site.TrailAsync()).TakeLast(2));
        Assert.Contains("pas de signature à déléguer", (await deputy.Get("/delegations")).Text(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_neither_begins_early_nor_outlives_its_last_day()
    {
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        (await GiveAsync(2, 3)).Expect(303);
        Assert.Null((await deputy.Get(check)).Page.QuerySelector(Sign));
        site.Clock.Advance(TimeSpan.FromDays(2.99));
        deputy = await site.SignInWith("adjointe@example.fr");
        Assert.NotNull((await deputy.Get(check)).Page.QuerySelector(Sign));
        site.Clock.Advance(TimeSpan.FromDays(2));
        deputy = await site.SignInWith("adjointe@example.fr");
        Assert.Null((await deputy.Get(check)).Page.QuerySelector(Sign));
    }

    [Fact]
    public async Task Taken_back_it_is_over_at_once()
    {
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        (await GiveAsync(0, 3)).Expect(303);
        var page = await deputy.Get(check);
        (await director.Submit(await director.Get("/delegations"), "form[action$='/retrait']")).Expect(303);
        Assert.Contains("accounts.withdraw-delegation", await site.TrailAsync());
        (await deputy.Submit(page, Sign)).Expect(403);
    }

    [Fact]
    public async Task Who_entered_does_not_sign_by_delegation()
    {
        await dossiers.AnswerNothingAsync(SmallFederation.Alpha75);
        var form = await deputy.Get(await dossiers.FormAsync("E3"));
        (await deputy.Submit(form, "main form[data-rows]", ("ges_scope1.state", ""), ("ges_scope1", "5"), ("then", "stay"))).Expect(303);
        (await GiveAsync(0, 3)).Expect(303);
        var page = await deputy.Get(check);
        Assert.Null(page.Page.QuerySelector(Sign));
        Assert.Contains("qui saisit ne signe pas", page.Text("#signature"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 0, "avant le début")]
    [InlineData(-9, -5, "passé")]
    [InlineData(0, 500, "jours au plus")]
    public async Task Days_that_make_no_sense_are_refused(int from, int to, string said)
    {
        var refused = (await GiveAsync(from, to)).Expect(422);
        Assert.Contains(said, Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.DoesNotContain("accounts.delegate", await site.TrailAsync());
    }

    private async Task<Screen> GiveAsync(int from, int to) => await director.Submit(
        await director.Get("/delegations"), Give, ("account", account.ToString()), ("from", Day(from)), ("to", Day(to)));

    // The day in Paris, which is tomorrow's for an hour or two before midnight in UTC.
    private string Day(int days) => Domain.Shared.IsoDay.Of(Domain.Campaigns.Deadline.DayAt(site.Clock.GetUtcNow()).AddDays(days));
}
