using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Campaigns;

/// <summary>What a branch adds to a framework, from the form to the figures.</summary>
public class SupplementTests
{
    private static readonly NewIndicator Bikes = new(
        "E1.1.1", "Vélos par agent", NewIndicatorShape.Ratio, Direction.Up, null, "vélos", "Vélos de service", null, "", SmallFramework.Staff);

    private static readonly NewIndicator Charter = new("E1.1.1", "Charte signée", NewIndicatorShape.YesNo, Direction.Up, "Une définition.", "", "La charte est signée", "Une aide.", "", null);

    private static readonly NewIndicator Trees = new("E1.1.1", "Arbres plantés : « n° 1 »", NewIndicatorShape.Sum, Direction.Neutral, null, "arbres", "Arbres plantés dans l’année", null, "", null);

    private static readonly NewIndicator Riders = new("E1.1.1", "Part des cyclistes", NewIndicatorShape.Share, Direction.Up, null, "", "Cyclistes", null, "", SmallFramework.Staff);

    private static readonly NewIndicator Paths = new("E1.1.1", "Part des sites abrités", NewIndicatorShape.Share, Direction.Up, null, "sites", "Sites avec abri", null, "Sites", null);

    private static readonly IndicatorCode BikesCode = new("fam-velos-par-agent");
    private static readonly VariableCode BikesQuestion = new("fam_velos_par_agent");

    [Theory, EachEngine]
    public async Task It_is_asked_of_the_bodies_of_the_branch_alone_in_one_form(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var set = Done(await SetAsync(campaign, "Famille", Text(null, "fam", Bikes, Charter), 0));
        Assert.Equal(("Famille", 1, 2, 2), (set.Branch, set.Version, set.Indicators, set.Variables));
        Done(await campaign.OpenYearAsync(Year + 1));

        string[] own = [.. Base, BikesCode.Value, "fam-charte-signee"];
        Assert.Equal(own, await AskedAsync(campaign, Year + 1, "Famille"));
        Assert.Equal(Base, await AskedAsync(campaign, Year + 1, "Maladie"));
        Assert.Equal(Base, await AskedAsync(campaign, Year, "Famille"));
    }

    [Theory, EachEngine]
    public async Task Its_figures_are_consolidated_where_its_bodies_are(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await SetAsync(campaign, "Famille", Text(null, "fam", Bikes), 0));
        Done(await campaign.OpenYearAsync(Year + 1));
        Done(await campaign.Database.WithAsync<App.Submissions.ImportAnswers, Outcome<App.Submissions.AnswersImported>>(async i =>
        {
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{Header}\n{string.Join('\n', Rows())}\n"));
            return await i.RunAsync(Actor.Command, content, new App.Submissions.AnswersImport(Year + 1, false, false, false), Guid.NewGuid(), default);
        }));

        var figures = await campaign.Database.WithAsync<ConsolidationRows, Dictionary<string, Figure>>(async c =>
        {
            var rows = Done(await c.OfAsync(Actor.Command, new ConsolidationQuery(Year + 1, Hierarchy.Tree, null, BikesCode, FigureLevel.All), default));
            return (await rows.ToListAsync()).ToDictionary(r => r.Node.Value, r => r.Figure);
        });
        // Three vélos over a hundred, one over three hundred; the fund itself, asked, is silent.
        Assert.Equal((0.01m, 4m, 400m, 4, 2), Of(figures["fonds-b"]));
        Assert.Equal((0.01m, 4m, 400m, 4, 2), Of(figures["fed"]));
        Assert.Equal((NoValue.NotAsked, 0), (figures["fonds-a"].Reason, figures["fonds-a"].Expected));
        static (decimal?, decimal?, decimal?, int, int) Of(Figure figure) => (figure.Value, figure.Numerator, figure.Denominator, figure.Expected, figure.Answered);

        static IEnumerable<string> Rows() =>
        [
            $"beta-14,{SmallFramework.Staff},,100,,", $"beta-14,{BikesQuestion},,3,,", $"beta-75,{SmallFramework.Staff},,300,,", $"beta-75,{BikesQuestion},,1,,",
            $"alpha-75,{SmallFramework.Staff},,1000,,",
        ];
    }

    [Theory, EachEngine]
    public async Task A_branch_writes_for_itself_only_and_upon_what_it_read(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var coordinator = Coordinator(SmallFederation.FundB);
        Assert.IsType<Outcome<SupplementChanged>.Missing>(await SetAsync(campaign, "Maladie", Text(null, "mal", Bikes, branch: "Maladie"), 0, coordinator));
        Assert.Equal(["campaigns.supplement-of-another"], Refused(await SetAsync(campaign, "Famille", Text(null, "mal", Bikes, branch: "Maladie"), 0, coordinator)).Select(p => p.Code));
        var text = Text(null, "fam", Bikes);
        Done(await SetAsync(campaign, "Famille", text, 0, coordinator));
        Assert.IsType<Outcome<SupplementChanged>.Stale>(await SetAsync(campaign, "Famille", Text(text, "", Charter), 0, coordinator));
        Assert.Equal(["campaigns.supplement-same"], Refused(await SetAsync(campaign, "Famille", text, 1, coordinator)).Select(p => p.Code));
        // Two branches, one prefix: told where it stands.
        Assert.Equal(["frameworks.prefix-taken"], Refused(await SetAsync(campaign, "Maladie", Text(null, "fam", Trees, branch: "Maladie"), 0)).Select(p => p.Code));
        Assert.Equal([("Famille", 1)], await campaign.Database.ReadAsync(async db => (await db.Supplements.ToListAsync()).ConvertAll(s => (s.Branch, s.Version))));
        Assert.Equal(1, await campaign.Database.ReadAsync(db => db.Trail.CountAsync(t => t.Act == "campaigns.supplement")));
    }

    [Theory, EachEngine]
    public async Task What_was_asked_keeps_its_measure_and_what_is_withdrawn_is_asked_no_more(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var text = Text(null, "fam", Bikes);
        Done(await SetAsync(campaign, "Famille", text, 0));
        Done(await campaign.OpenYearAsync(Year + 1));

        var remeasured = Refused(await SetAsync(campaign, "Famille", text.Replace("\"vélos\"", "\"trottinettes\"", StringComparison.Ordinal).Replace("vélos / personnes", "trottinettes / personnes", StringComparison.Ordinal), 1));
        Assert.Equal([("campaigns.supplement-remeasured", BikesQuestion.Value), ("campaigns.supplement-remeasured", BikesCode.Value)], remeasured.Select(p => (p.Code, p.Place)));
        Done(await SetAsync(campaign, "Famille", SupplementText.Without(text, BikesCode), 1));
        Done(await campaign.OpenYearAsync(Year + 2));
        Assert.Equal(Base, await AskedAsync(campaign, Year + 2, "Famille"));
        string[] kept = [.. Base, BikesCode.Value];
        Assert.Equal(kept, await AskedAsync(campaign, Year + 1, "Famille"));
    }

    [Theory, EachEngine]
    public async Task A_version_that_it_no_longer_fits_cannot_be_opened_upon(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await SetAsync(campaign, "Famille", Text(null, "fam", Bikes), 0));
        Done(await campaign.LoadAsync(SmallFramework.Yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("E1.1.1", "E1.1.9", StringComparison.Ordinal)));

        var told = Assert.Single(Refused(await campaign.OpenYearAsync(Year + 1)));
        Assert.Equal("campaigns.supplement-unfit", told.Code);
        Assert.Equal("Famille", told.Arguments[0]);
        var view = await campaign.Database.WithAsync<SupplementQuery, SupplementView?>(q => q.RunAsync(Actor.Command, SmallFramework.Code, "Famille", default));
        Assert.Equal("ligne 15, indicators[0].objective", view!.Unfit);
        Done(await SetAsync(campaign, "Famille", null, 1));
        Done(await campaign.OpenYearAsync(Year + 1));
    }

    [Fact]
    public void A_form_that_lacks_something_is_refused_field_by_field()
    {
        var wrong = new NewIndicator("E9", " ", NewIndicatorShape.Share, Direction.Up, new string('a', SupplementText.MaxText + 1), "", "", null, "", null);
        var told = Refused(SupplementText.With(null, Framework, "Famille", "F A", "", wrong));

        Assert.Equal(
            ["prefixe", "objectif", "titre-directeur", "intitule", "question", "unite", "total", "definition"], told.Select(p => p.Place));
        Assert.Equal(["total-de"], Refused(SupplementText.With(null, Framework, "Famille", "fam", "Plan", Bikes with { WholeOf = null })).Select(p => p.Place));
        Assert.Equal(["total-de"], Refused(SupplementText.With(null, Framework, "Famille", "fam", "Plan", Bikes with { WholeOf = SmallFramework.Plan })).Select(p => p.Place));
    }

    [Fact]
    public void Each_shape_is_read_as_it_was_described()
    {
        var text = Text(null, "fam", Bikes, Charter, Trees, Trees, Riders, Paths);
        var reading = FrameworkReader.Read(SmallFramework.Yaml, [text]);

        Assert.Empty(reading.OfSupplements[0]);
        var own = reading.Framework!.Indicators.Where(i => i.Branch == "Famille").ToList();
        Assert.Equal(["fam-velos-par-agent", "fam-charte-signee", "fam-arbres-plantes-n-1", "fam-arbres-plantes-n-1-2", "fam-part-des-cyclistes", "fam-part-des-sites-abrites"], own.Select(i => i.Code.Value));
        Assert.Equal(["vélos / personnes", "% d’organismes", "arbres", "arbres", "% de personnes", "% de sites"], own.Select(i => i.Main.Unit));
        Assert.Equal("Arbres plantés : « n° 1 »", own[2].Title.Replace('\u00A0', ' '));
        Assert.Equal((Direction.Up, Direction.Neutral), (own[1].Direction, own[2].Direction));
        // A share of persons counts persons; vélos do not.
        Assert.Equal(["fam_part_des_cyclistes"], reading.Framework.Supplements[0].Variables.Where(v => reading.Framework.Variable(v).CountsPersons).Select(v => v.Value));
        Assert.Equal("Une aide.", reading.Framework.Variable(new("fam_charte_signee")).Help);
        var less = SupplementText.Without(text, own[1].Code)!;
        Assert.Equal([.. own.Where(i => i != own[1]).Select(i => i.Code)], FrameworkReader.Read(SmallFramework.Yaml, [less]).Framework!.Supplements[0].Indicators);
        Assert.DoesNotContain("fam_charte", less, StringComparison.Ordinal);
        Assert.Null(own.Aggregate((string?)text, (left, i) => SupplementText.Without(left!, i.Code)));
    }

    private static readonly string[] Base = ["part-formes", "delai-moyen", "part-plan", "flotte"];

    private static Framework Framework => FrameworkReader.Read(SmallFramework.Yaml).Framework!;

    private static Actor Coordinator(OrganizationCode fund) => new(Guid.NewGuid(), "Coordination", [new Grant(Role.Coordinator, fund)], false);

    private static string Text(string? from, string prefix, params NewIndicator[] added) => Text(from, prefix, added, "Famille");

    private static string Text(string? from, string prefix, NewIndicator added, string branch) => Text(from, prefix, [added], branch);

    private static string Text(string? from, string prefix, NewIndicator[] added, string branch)
    {
        foreach (var indicator in added)
        {
            var framework = from is null ? Framework : FrameworkReader.Read(SmallFramework.Yaml, [from]).Framework!;
            from = Done(SupplementText.With(from, framework, branch, prefix, "Un plan", indicator));
        }

        return from!;
    }

    private static Task<Outcome<SupplementChanged>> SetAsync(SmallCampaign campaign, string branch, string? yaml, int version, Actor? actor = null) =>
        campaign.Database.WithAsync<ChangeSupplement, Outcome<SupplementChanged>>(
            c => c.RunAsync(actor ?? Actor.Command, new SupplementWanted(SmallFramework.Code, branch, version, yaml), Guid.NewGuid(), default));

    // The indicators of the form, in its order.
    private static Task<string[]> AskedAsync(SmallCampaign campaign, int year, string branch) => campaign.Database.WithAsync<App.Submissions.DossierStore, string[]>(async dossiers =>
    {
        var id = await campaign.Database.ReadAsync(db => db.Submissions.Where(s => s.Campaign.Year == year && s.Branch == branch).OrderBy(s => s.Organization).Select(s => s.Id).FirstAsync());
        return [.. (await dossiers.AskedAsync(id, default))!.Value.Questionnaire.Blocks.Select(b => b.Indicator?.Code.Value).OfType<string>()];
    });
}
