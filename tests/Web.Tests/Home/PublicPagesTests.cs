using Responsables.Domain.Accounts;
using Responsables.Web.Home;
using Responsables.Web.Tests.Consolidation;

namespace Responsables.Web.Tests.Home;

/// <summary>The pages that a public service owes, the help of each page, the guide of the first visit.</summary>
[Collection<FiguresSite>]
public sealed class PublicPagesTests(FiguresSite figures)
{
    [Theory]
    [InlineData("# auditor,\n# day,\ncriterion,result,reason\n", Compliance.None, null)]
    [InlineData("1.1,met,\n1.2,not-met,sans texte\n1.3,not-met,sans légende\n", Compliance.None, 1.0 / 3)]
    [InlineData("1.1,met,\n1.2,not-met,sans texte, ni rien\n", Compliance.Partial, 0.5)]
    [InlineData("1.1,met,\n1.2,not-applicable,\n", Compliance.Full, 1.0)]
    public void The_mention_is_computed_from_the_recorded_audit(string text, Compliance mention, double? rate)
    {
        var audit = AccessibilityAudit.Of(text);
        Assert.Equal(mention, audit.Compliance);
        Assert.Equal(rate is { } share ? Math.Round(share, 4) : null, audit.Rate is { } found ? Math.Round((double)found, 4) : (double?)null);
    }

    [Fact]
    public void An_audit_says_who_when_and_what_is_not_met()
    {
        var audit = AccessibilityAudit.Of("# auditor,Cabinet\n# day,2026-05-01\ncriterion,result,reason\n1.2,not-met,sans texte, ni rien\n");
        Assert.Equal(("Cabinet", new DateOnly(2026, 5, 1)), (audit.Auditor, audit.Day));
        Assert.Equal(("1.2", "sans texte, ni rien"), Assert.Single(audit.NotMet));
    }

    [Fact]
    public async Task The_recorded_audit_gives_the_mention_of_the_statement_and_of_every_foot()
    {
        var visitor = figures.Site.Anonymous();
        var page = (await visitor.Get("/accessibilite")).Expect(200);
        Assert.Equal("Accessibilité\u00A0: non conforme", page.Text("footer a[href='/accessibilite']"));
        Assert.Contains("Aucun audit", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("71120", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_page_leads_to_its_help_and_each_help_says_something()
    {
        var federation = await figures.Site.SignInAs(Role.Federation);
        foreach (var (url, help) in ((string, string)[])[("/", "accueil"), ("/examen", "examen"), ("/recherche?q=x", "recherche"), ("/comptes", "comptes"), ("/campagnes", "campagnes")])
        {
            Assert.NotNull((await federation.Get(url)).Page.QuerySelector($"header a[href='/aide/{help}']"));
        }

        var map = await federation.Get("/plan-du-site");
        foreach (var subject in HelpSubjects.All)
        {
            Assert.NotEmpty((await federation.Get($"/aide/{subject}")).Expect(200).Page.QuerySelectorAll("main section p"));
            Assert.NotNull(map.Page.QuerySelector($"main a[href='/aide/{subject}']"));
        }
    }

    [Fact]
    public async Task The_guide_goes_when_it_is_read_and_comes_back_when_asked()
    {
        await figures.Site.OpenAccount("guide@example.fr", new Grant(Role.Committee, null));
        var visitor = await figures.Site.SignInWith("guide@example.fr");
        var home = await visitor.Get("/");
        Assert.NotNull(home.Page.QuerySelector("#guide"));
        Assert.Equal("/", (await visitor.Submit(home, "form[action='/guide']")).Expect(303).Location);
        Assert.Null((await visitor.Get("/")).Page.QuerySelector("#guide"));
        Assert.NotNull((await visitor.Get("/?guide=oui")).Page.QuerySelector("#guide"));
    }
}
