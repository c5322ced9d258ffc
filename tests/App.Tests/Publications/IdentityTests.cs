using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Publications;
using Responsables.App.Publications.Identities;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Reports.Documents;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Publications;

/// <summary>In whose name and colours documents are made.</summary>
public class IdentityTests
{
    private static readonly NodeKey Fund = new(SmallFederation.FundA.Value);
    private static readonly Actor Coordinator = Of(Role.Coordinator, SmallFederation.FundA);
    private static readonly TypedIdentity Typed = new("Caisse Alpha", "#6a1b9a", SamplePng.Bytes, false, 0);

    [Theory, EachEngine]
    public async Task An_edition_keeps_the_identity_it_was_made_with(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        var first = Done(await KeepAsync(campaign, Coordinator, Typed));
        Assert.Equal(new EditionIdentity(Fund, "Caisse Alpha", "6A1B9A", Hash(Logo.Bytes)), first);
        await CreateAsync(campaign);
        Done(await KeepAsync(campaign, Coordinator, new TypedIdentity("Alpha", "0A5363", null, true, 1)));
        await CreateAsync(campaign);
        Assert.Equal([first], await IdentitiesAsync(campaign, 1));
        Assert.Equal([new EditionIdentity(Fund, "Alpha", "0A5363", null)], await IdentitiesAsync(campaign, 2));
        var old = await HtmlAsync(campaign, 1);
        Assert.Contains("Caisse Alpha", old, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Logo.Bytes), old, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"logo\"", await HtmlAsync(campaign, 2), StringComparison.Ordinal);
        var acts = await campaign.Database.ReadAsync(db => db.Trail.Where(t => t.Act == "publications.identity").ToListAsync());
        Assert.Equal(2, acts.Count);
    }

    [Theory, EachEngine]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_kept(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Assert.Equal(
            [("publications.identity-name-empty", "nom"), ("publications.accent-pale", "couleur"), ("publications.logo-not-png", "logo")],
            Refused(await KeepAsync(campaign, Coordinator, new TypedIdentity(" ", "FFCC00", "GIF89a"u8.ToArray(), false, 0))).Select(p => (p.Code, p.Place!)));
        var broken = Logo.Bytes;
        broken[60] ^= 0xFF;
        Assert.Equal(
            ["publications.accent-unreadable", "publications.logo-broken"],
            Refused(await KeepAsync(campaign, Coordinator, new TypedIdentity("Alpha", "rouge", broken, false, 0))).Select(p => p.Code));
        Assert.Equal(["publications.logo-too-large"], Refused(await KeepAsync(campaign, Coordinator, Typed with { Logo = new byte[KeepIdentity.MostLogoBytes + 1] })).Select(p => p.Code));
        var flat = SamplePng.Bytes;
        (flat[18], flat[19]) = (8, 0);
        Assert.Equal(["publications.logo-size"], Refused(await KeepAsync(campaign, Coordinator, Typed with { Logo = flat })).Select(p => p.Code));
        Assert.Empty(await campaign.Database.ReadAsync(db => db.ReportIdentities.ToListAsync()));
        Assert.Empty(await campaign.Database.ReadAsync(db => db.ReportLogos.ToListAsync()));
    }

    [Theory, EachEngine]
    public async Task Somebody_elses_change_is_not_overwritten_and_a_stranger_finds_nothing(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await KeepAsync(campaign, Coordinator, Typed));
        Assert.IsType<Outcome<EditionIdentity>.Stale>(await KeepAsync(campaign, Coordinator, Typed with { Name = "Autre" }));
        // Without a file the logo stays, and the same again is no new version.
        Assert.Equal(Hash(Logo.Bytes), Done(await KeepAsync(campaign, Coordinator, Typed with { Logo = null, Version = 1 })).Logo);
        Assert.Equal(1, (await campaign.Database.ReadAsync(db => db.ReportIdentities.SingleAsync())).Version);
        foreach (var actor in (Actor[])[Of(Role.Coordinator, SmallFederation.FundB), Of(Role.Contributor, SmallFederation.FundA), Of(Role.Committee, null), Of(Role.Auditor, null)])
        {
            Assert.IsType<Outcome<EditionIdentity>.Missing>(await KeepAsync(campaign, actor, Typed with { Version = 1 }));
            Assert.Null(await campaign.Database.WithAsync<IdentitiesQuery, byte[]?>(q => q.LogoAsync(actor, Year, Fund, default)));
        }

        Assert.Equal(Logo.Bytes, await campaign.Database.WithAsync<IdentitiesQuery, byte[]?>(q => q.LogoAsync(Coordinator, Year, Fund, default)));
    }

    [Theory, EachEngine]
    public async Task The_database_keeps_logos_as_they_are(Engine engine)
    {
        await using var campaign = await StartAsync(engine);
        Done(await KeepAsync(campaign, Coordinator, Typed));
        var again = engine == Engine.Postgres ? "TRUNCATE report_logos CASCADE" : "REPLACE INTO report_logos SELECT * FROM report_logos";
        foreach (var sql in new[] { "UPDATE report_logos SET \"AddedAt\" = \"AddedAt\"", "DELETE FROM report_logos", again })
        {
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => campaign.Database.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Contains("append-only", fault.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_picture_loses_what_does_not_draw_it()
    {
        Assert.Equal((120, 60), (Logo.Width, Logo.Height));
        var text = Encoding.Latin1.GetString(Logo.Bytes);
        Assert.DoesNotContain("Quelqu", text, StringComparison.Ordinal);
        Assert.EndsWith("IEND\u00aeB`\u0082", text, StringComparison.Ordinal);
        Assert.Equal(Logo.Bytes, PngPicture.Read(Logo.Bytes)!.Bytes);
        Assert.All(Enumerable.Range(0, Logo.Bytes.Length), length => Assert.Null(PngPicture.Read(Logo.Bytes.AsSpan(0, length))));
    }

    private static PngPicture Logo => PngPicture.Read(SamplePng.Bytes)!;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Actor Of(Role role, OrganizationCode? scope) => new(Guid.NewGuid(), role.ToString(), [new Grant(role, scope)], false);

    private static async Task<SmallCampaign> StartAsync(Engine engine)
    {
        var campaign = await OpenAsync(engine);
        Done(await campaign.ImportAsync(["alpha-75,effectif_physique_3112,,100,,", "alpha-75,formes,,30,,"], sign: true, validate: true));
        return campaign;
    }

    private static Task<Outcome<EditionIdentity>> KeepAsync(SmallCampaign campaign, Actor actor, TypedIdentity typed) =>
        campaign.Database.WithAsync<KeepIdentity, Outcome<EditionIdentity>>(k => k.RunAsync(actor, Year, Fund, typed, Guid.NewGuid(), default));

    private static async Task CreateAsync(SmallCampaign campaign) =>
        Done(await campaign.Database.WithAsync<CreateEdition, Outcome<EditionMade>>(c => c.RunAsync(Actor.Command, Year, "", Guid.NewGuid(), default)));

    private static async Task<IReadOnlyList<EditionIdentity>> IdentitiesAsync(SmallCampaign campaign, int number) =>
        (await campaign.Database.WithAsync<EditionsQuery, EditionContent>(q => q.ContentAsync(number, [], default))).Identities;

    private static async Task<string> HtmlAsync(SmallCampaign campaign, int number) => Encoding.UTF8.GetString(
        Done(await campaign.Database.WithAsync<ExportEdition, Outcome<IReadOnlyList<ExportedFile>>>(e => e.RunAsync(Actor.Command, new EditionRequest(number, EditionFormat.Html, Fund), default)))[0].Bytes);
}
