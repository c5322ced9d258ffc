using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Submissions;

public class ExportAnswersTests
{
    [Theory, EachEngine]
    public async Task An_export_is_taken_back_without_any_change(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.ImportAsync(
        [
            "alpha-75,plan,,non,,'=1+1", "alpha-75,pourquoi,,\"'@perdu, \"\"mais\"\" retrouvé\n(deux lignes)\",,", "alpha-75,vehicules,,0,,-2 depuis un an",
            "alpha-75,delai,,-3.5,,", "alpha-75,surface_m2,,1200.2500000001,,", "beta-14,formes,,,sans_objet,", "beta-14,factures,,,indisponible,''=",
        ]));
        var exported = await campaign.ExportAsync();
        Assert.Equal(
            Header + """

            alpha-75,surface_m2,,1200.2500000001,,
            alpha-75,delai,,-3.5,,
            alpha-75,plan,,non,,'=1+1
            alpha-75,pourquoi,,"'@perdu, ""mais"" retrouvé
            (deux lignes)",,
            alpha-75,vehicules,,0,,'-2 depuis un an
            beta-14,formes,,,sans_objet,
            beta-14,factures,,,indisponible,''=

            """,
            exported);
        var before = await campaign.Database.ReadAsync(db => Task.FromResult(db.Answers.Sum(a => a.Version)));
        var again = Done(await campaign.ImportAsync(System.Text.Encoding.UTF8.GetBytes(exported)));
        Assert.Equal((0, 0, 7), (again.Created, again.Changed, again.Unchanged));
        Assert.Equal(before, await campaign.Database.ReadAsync(db => Task.FromResult(db.Answers.Sum(a => a.Version))));
    }

    [Theory, EachEngine]
    public async Task Only_what_stands_as_asked_and_under_a_node_is_exported(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        Done(await campaign.ImportAsync(["alpha-75,plan,,oui,,"], sign: true, validate: true));
        Done(await campaign.ImportAsync(["beta-14,plan,,oui,,"], sign: true));
        Done(await campaign.ImportAsync(["ecole,plan,,oui,,"]));
        Assert.Equal("alpha-75 beta-14 ecole", await Bodies(ExportedStatus.All));
        Assert.Equal("ecole", await Bodies(ExportedStatus.Draft));
        Assert.Equal("alpha-75 beta-14", await Bodies(ExportedStatus.Submitted));
        Assert.Equal("alpha-75", await Bodies(ExportedStatus.Validated));
        Assert.Equal(Header + "\nbeta-14,plan,,oui,,\n", await campaign.ExportAsync(under: SmallFederation.FundB));

        async Task<string> Bodies(ExportedStatus status) =>
            string.Join(' ', (await campaign.ExportAsync(status)).Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[0]));
    }
}
