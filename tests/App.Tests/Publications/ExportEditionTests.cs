using System.Text;
using Responsables.App.Publications;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Publications;

/// <summary>Who is given which file of an edition of the small federation, and in which formats.</summary>
public class ExportEditionTests
{
    private static readonly NodeKey Alpha = new("alpha-75");
    private static readonly Actor Federation = Holding(Role.Federation, null);
    private static readonly Actor Contributor = Holding(Role.Contributor, new OrganizationCode("alpha-75"));
    private static readonly Actor Neighbour = Holding(Role.Contributor, new OrganizationCode("beta-14"));
    private static readonly Actor Coordinator = Holding(Role.Coordinator, SmallFederation.FundA);

    [Theory, EachEngine]
    public async Task Figures_of_one_body_are_for_its_people_until_the_edition_opens_them(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Assert.IsType<Outcome<IReadOnlyList<ExportedFile>>.Missing>(await ExportAsync(campaign, null, EditionFormat.Csv));
        Assert.IsType<Outcome<IReadOnlyList<ExportedFile>>.Missing>(await ExportAsync(campaign, Contributor, EditionFormat.Csv, Alpha));
        Done(await ExportAsync(campaign, Federation, EditionFormat.Csv, Alpha));
        await PublishAsync(campaign, opensBodies: false);

        foreach (var actor in new[] { null, Neighbour })
        {
            Assert.Equal(["publications.node-unknown"], Refused(await ExportAsync(campaign, actor, EditionFormat.Csv, Alpha)).Select(p => p.Code));
            Assert.Equal(["publications.node-unknown"], Refused(await ExportAsync(campaign, actor, EditionFormat.Json, Alpha)).Select(p => p.Code));
            Assert.DoesNotContain("\nalpha-75,", Csv(Done(await ExportAsync(campaign, actor, EditionFormat.Csv))), StringComparison.Ordinal);
        }

        foreach (var actor in new[] { Contributor, Coordinator, Federation, Actor.Command })
        {
            Assert.Contains("\nalpha-75,", Csv(Done(await ExportAsync(campaign, actor, EditionFormat.Csv, Alpha))), StringComparison.Ordinal);
        }

        Assert.Contains("\nbeta-14,", Csv(Done(await ExportAsync(campaign, Neighbour, EditionFormat.Csv))), StringComparison.Ordinal);
        Assert.Contains("\nfed,", Csv(Done(await ExportAsync(campaign, null, EditionFormat.Csv))), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task An_edition_that_opens_its_bodies_tells_them_to_everybody_but_for_secrets(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        await PublishAsync(campaign, opensBodies: true);
        var rows = Csv(Done(await ExportAsync(campaign, null, EditionFormat.Csv, Alpha))).Split("\r\n");
        // Three persons trained: less than five.
        Assert.EndsWith("%,,,,1,1,0,0,0,secret", rows.Single(r => r.StartsWith("alpha-75,", StringComparison.Ordinal) && r.Contains(",part-formes,", StringComparison.Ordinal) && r.Contains(",,,%", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_report_tells_its_bodies_only_where_the_edition_opens_them_whoever_asks(bool opensBodies)
    {
        await using var campaign = await StartAsync(Engine.Sqlite);
        await PublishAsync(campaign, opensBodies);
        foreach (var actor in new[] { null, Contributor, Federation, Actor.Command })
        {
            var page = Csv(Done(await ExportAsync(campaign, actor, EditionFormat.Html, new NodeKey("fonds-a"))));
            Assert.Equal(opensBodies, page.Contains("indicateurs prioritaires par organisme", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_format_is_made()
    {
        await using var campaign = await StartAsync(Engine.Sqlite);
        foreach (var (format, names) in new Dictionary<EditionFormat, string[]>
        {
            [EditionFormat.Json] = ["edition-1.json"],
            [EditionFormat.Csv] = ["edition-1-tous-les-chiffres.csv", "edition-1-series.csv", "edition-1-perimetre.csv"],
            [EditionFormat.Xlsx] = ["edition-1.xlsx"],
            [EditionFormat.Ods] = ["edition-1.ods"],
            [EditionFormat.Html] = ["edition-1-chiffres-cles.html", "edition-1-rapport.html"],
            [EditionFormat.Pdf] = ["edition-1-chiffres-cles.pdf", "edition-1-rapport.pdf"],
            [EditionFormat.Docx] = ["edition-1-chiffres-cles.docx", "edition-1-rapport.docx"],
            [EditionFormat.Pptx] = ["edition-1-chiffres-cles.pptx"],
        })
        {
            var files = Done(await ExportAsync(campaign, Federation, format));
            Assert.Equal(names, files.Select(f => f.Name));
            Assert.All(files, f => Assert.NotEmpty(f.Bytes));
            // Made again, they are the same.
            Assert.Equal(files.Select(f => Convert.ToHexString(f.Bytes)), Done(await ExportAsync(campaign, Federation, format)).Select(f => Convert.ToHexString(f.Bytes)));
        }

        Assert.Equal("edition-1-alpha-75.pdf", Assert.Single(Done(await ExportAsync(campaign, Federation, EditionFormat.Pdf, Alpha))).Name);
        Assert.Equal("edition-1-fonds-a.pdf", Assert.Single(Done(await ExportAsync(campaign, Federation, EditionFormat.Pdf, new NodeKey("fonds-a")))).Name);
        foreach (var node in new[] { "reg-11", "dep-sans", "size-unknown", "br-alpha" }.Select(n => new NodeKey(n)))
        {
            var html = await ExportAsync(campaign, Federation, EditionFormat.Html, node);
            Assert.True(html is Outcome<IReadOnlyList<ExportedFile>>.Done || Refused(html).Select(p => p.Code).SequenceEqual(["publications.node-unknown"]));
        }
    }

    private static async Task<SmallCampaign> StartAsync(Engine engine)
    {
        var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(
            [.. new[] { ("alpha-75", 100, 3), ("alpha-normandie", 50, 25), ("beta-14", 60, 30), ("beta-75", 70, 20), ("fonds-a", 80, 41) }
                .SelectMany(b => new[] { $"{b.Item1},effectif_physique_3112,,{b.Item2},,", $"{b.Item1},formes,,{b.Item3},," })], sign: true, validate: true));
        Done(await campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(c => c.RunAsync(Actor.Command, Year, "", Guid.NewGuid(), default)));
        return campaign;
    }

    private static async Task PublishAsync(SmallCampaign campaign, bool opensBodies)
    {
        Done(await campaign.Database.WithAsync<DecideEdition, Outcome<EditionDecided>>(d => d.ApproveAsync(Holding(Role.Committee, null), 1, Guid.NewGuid(), default)));
        Done(await campaign.Database.WithAsync<PublishEdition, Outcome<EditionPublished>>(p => p.RunAsync(Federation, 1, new PublicationTerms(null, opensBodies), Guid.NewGuid(), default)));
    }

    private static Actor Holding(Role role, OrganizationCode? scope) => new(Guid.NewGuid(), role.ToString(), [new Grant(role, scope)], false);

    private static Task<Outcome<IReadOnlyList<ExportedFile>>> ExportAsync(SmallCampaign campaign, Actor? actor, EditionFormat format, NodeKey? node = null) =>
        campaign.Database.WithAsync<ExportEdition, Outcome<IReadOnlyList<ExportedFile>>>(e => e.RunAsync(actor, new EditionRequest(1, format, node), default));

    private static string Csv(IReadOnlyList<ExportedFile> files) => Encoding.UTF8.GetString(files[0].Bytes);
}
