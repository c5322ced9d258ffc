using Microsoft.EntityFrameworkCore;
using Responsables.App.Frameworks;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Frameworks;

/// <summary>The federation rewrites explanatory texts: a new version, under trail, and nothing when one text is wrong.</summary>
public sealed class ChangeTextsTests
{
    private static readonly FrameworkCode Code = new("essai");
    private static readonly Actor Federation = new(Guid.CreateVersion7(), "Félix", [new Grant(Role.Federation, null)], false);

    [Theory, EachEngine]
    public async Task A_new_version_holds_the_texts_and_the_trail_says_what_they_were(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var wanted = Sheet(1, ("about", "Un \"texte\" : # neuf\r\nsur deux lignes"), ("action-0", "Une action"));
        var preview = Done(await campaign.Database.WithAsync<ChangeTexts, Outcome<TextsChanged>>(c => c.PreviewAsync(Federation, wanted, default)));
        Assert.Equal(["about"], preview.Changes.Select(c => c.Text.Name));
        Assert.Single(await VersionsAsync(campaign));

        Assert.Equal(2, Done(await ChangeAsync(campaign, Federation, wanted)).Version);
        var (before, after) = (await VersionsAsync(campaign)) is [var one, var two] ? (one, two) : throw new InvalidOperationException();
        Assert.Equal("Un \"texte\" : # neuf\nsur deux lignes", after.Topics.First().Sheet.About);
        Assert.Equal("about", Assert.Single(Assert.Single(FrameworkComparison.Between(before, after).Sheets).Fields).Name);
        Assert.Equal(1, await campaign.Database.ReadAsync(db => db.Campaigns.Select(c => c.FrameworkVersion).SingleAsync()));
        var act = await campaign.Database.ReadAsync(db => db.Trail.SingleAsync(t => t.Act == "frameworks.texts"));
        Assert.Contains("Une présentation.", act.Before!, StringComparison.Ordinal);
        Assert.Contains("sur deux lignes", act.After!, StringComparison.Ordinal);

        // What was written upon the first version is stale; a help can be added, then taken away.
        Assert.IsType<Outcome<TextsChanged>.Stale>(await ChangeAsync(campaign, Federation, Sheet(1, ("about", "Autre"))));
        Done(await ChangeAsync(campaign, Federation, Context(2, ("help-surface_m2", "Surface utile."))));
        Done(await ChangeAsync(campaign, Federation, Context(3, ("help-surface_m2", " "))));
        Assert.Equal([null, null, "Surface utile.", null], (await VersionsAsync(campaign)).Select(f => f.Variable(new VariableCode("surface_m2")).Help));
    }

    [Theory, EachEngine]
    public async Task Every_fault_is_told_at_once_and_nothing_is_kept(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var refused = Refused(await ChangeAsync(campaign, Federation, Sheet(1, ("about", ""), ("action-0", "a\u0001"))));
        Assert.Equal([("frameworks.text-required", "about"), ("shared.control-character", "action-0")], refused.Select(p => (p.Code, p.Place!)));
        Assert.Equal("shared.text-too-long", Assert.Single(Refused(await ChangeAsync(campaign, Federation, Sheet(1, ("about", new string('x', ChangeTexts.MostLength + 1)))))).Code);
        Assert.Equal("frameworks.texts-unchanged", Assert.Single(Refused(await ChangeAsync(campaign, Federation, Sheet(1, ("about", "Une présentation."), ("title", "Autre"))))).Code);
        Assert.IsType<Outcome<TextsChanged>.Missing>(await ChangeAsync(campaign, Federation, Sheet(1) with { Subject = new TextSubject.OfSheet("E9") }));
        foreach (var role in (Role[])[Role.Contributor, Role.Director, Role.Coordinator, Role.Committee, Role.Auditor])
        {
            var other = new Actor(Guid.CreateVersion7(), "Autre", [new Grant(role, role is Role.Contributor or Role.Director ? SmallFederation.Alpha75 : null)], false);
            Assert.IsType<Outcome<TextsChanged>.Missing>(await ChangeAsync(campaign, other, Sheet(1, ("about", "Autre"))));
        }

        Assert.Single(await VersionsAsync(campaign));
        Assert.False(await campaign.Database.ReadAsync(db => db.Trail.AnyAsync(t => t.Act == "frameworks.texts")));
    }

    private static TextsWanted Sheet(int version, params (string Name, string Text)[] texts) =>
        new(Code, version, new TextSubject.OfSheet("E1.1"), texts.ToDictionary(t => t.Name, t => t.Text));

    private static TextsWanted Context(int version, params (string Name, string Text)[] texts) => Sheet(version, texts) with { Subject = new TextSubject.OfContext() };

    private static Task<Outcome<TextsChanged>> ChangeAsync(SmallCampaign campaign, Actor actor, TextsWanted wanted) =>
        campaign.Database.WithAsync<ChangeTexts, Outcome<TextsChanged>>(c => c.RunAsync(actor, wanted, Guid.NewGuid(), default));

    private static async Task<List<Framework>> VersionsAsync(SmallCampaign campaign) =>
        [.. (await campaign.Database.ReadAsync(db => db.FrameworkVersions.Where(f => f.Code == Code).OrderBy(f => f.Version).Select(f => f.Yaml).ToListAsync()))
            .Select(y => FrameworkReader.Read(y).Framework!)];
}
