using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Accounts;

public class InvitePeopleTests
{
    private const string Sound = "email;role;organisme\na@example.fr;contribution;alpha-75\nb@example.fr;Comité;\n\"c@example.fr\";COORDINATION;fonds-b\n";

    [Theory, EachEngine]
    public async Task Everyone_of_a_file_is_invited_at_once(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        Assert.Equal(3, SmallCampaign.Done(await RehearseAsync(world, Sound)).Links.Count);
        Assert.Equal(0, await CountAsync(world));

        var key = Guid.NewGuid();
        var first = SmallCampaign.Done(await InviteAsync(world, Sound, key));
        Assert.Equal(["a@example.fr", "b@example.fr", "c@example.fr"], first.Links.Select(l => l.Email));
        // The same form sent again: no one is invited twice, and its links are those of the first time.
        Assert.Equal(first.Links.Select(l => l.Id), SmallCampaign.Done(await InviteAsync(world, Sound, key)).Links.Select(l => l.Id));
        Assert.Equal(3, await CountAsync(world));
        Assert.Equal(3, await world.Database.ReadAsync(db => db.Trail.CountAsync(t => t.Act == "accounts.invite")));
    }

    [Theory, EachEngine]
    public async Task Every_fault_is_told_with_its_line_and_column_and_nobody_is_invited(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        SmallCampaign.Done(await InviteAsync(world, "email,role,organisme\nwaiting@example.fr,audit,\n", Guid.NewGuid()));
        var problems = SmallCampaign.Refused(await InviteAsync(world, string.Join('\n', [
            "organisme;email;role",
            "alpha-75;juste@example.fr;contribution",
            "alpha-75;pas-une-adresse;patron",
            "fonds-a;a@example.fr;direction;de trop",
            ";b@example.fr;contribution",
            "alpha-75;c@example.fr;coordination",
            "rien;d@example.fr;",
            "alpha-75;JUSTE@example.fr;contribution",
            "fonds-a;e@example.fr;audit",
            ";waiting@example.fr;audit",
        ]), Guid.NewGuid()));
        Assert.Equal(
        [
            "ligne 3, colonne role accounts.csv-role",
            "ligne 4 accounts.csv-width",
            "ligne 5, colonne organisme accounts.scope-missing",
            "ligne 6, colonne organisme accounts.scope-not-fund",
            "ligne 7, colonne role accounts.role-missing",
            "ligne 8 accounts.csv-twice",
            "ligne 9, colonne organisme accounts.scope-useless",
            "ligne 10, colonne email accounts.invited-already",
        ], problems.Select(p => $"{p.Place} {p.Code}"));
        Assert.Equal(1, await CountAsync(world));
    }

    [Theory]
    [InlineData("", "accounts.csv-empty")]
    [InlineData("email;role;organisme", "accounts.csv-empty")]
    [InlineData("email;organisme\na@example.fr;x", "accounts.csv-column-missing")]
    [InlineData("email;role;organisme;nom\na@example.fr;audit;;x", "accounts.csv-column-unknown")]
    [InlineData("email;role;organisme;role\na@example.fr;audit;;x", "accounts.csv-column-twice")]
    [InlineData("email;role;organisme\n\"a@example.fr;audit;", "accounts.csv-truncated")]
    public void A_file_that_cannot_be_read_says_why(string file, string code) =>
        Assert.Equal(code, Assert.Single(PeopleCsv.Read(file).Problems).Code);

    [Fact]
    public void Rows_pasted_from_a_spreadsheet_are_read_and_too_many_are_not()
    {
        var read = PeopleCsv.Read("Email\tRôle\tOrganisme\r\na@example.fr\tFédération\t\r\n");
        Assert.Empty(read.Problems);
        Assert.Equal(new NewInvitation("a@example.fr", Role.Federation, null), Assert.Single(read.Rows).Invitation);
        var many = "email;role;organisme\n" + string.Concat(Enumerable.Range(0, PeopleCsv.MaxRows + 1).Select(i => $"a{i}@example.fr;audit;\n"));
        Assert.Equal("accounts.csv-too-many", Assert.Single(PeopleCsv.Read(many).Problems).Code);
    }

    [Theory, EachEngine]
    public async Task Whoever_does_not_keep_accounts_invites_nobody(Engine engine)
    {
        await using var world = await SmallCampaign.OpenAsync(engine);
        var actor = new Actor(Guid.NewGuid(), "x", [new Grant(Role.Coordinator, SmallFederation.FundA)], false);
        Assert.IsType<Outcome<PeopleInvited>.Missing>(await world.Database.WithAsync<InvitePeople, Outcome<PeopleInvited>>(
            i => i.RunAsync(actor, Sound, [], Guid.NewGuid(), default)));
        Assert.Equal(0, await CountAsync(world));
    }

    private static Task<Outcome<PeopleInvited>> InviteAsync(SmallCampaign world, string file, Guid key) => world.Database.WithAsync<InvitePeople, Outcome<PeopleInvited>>(
        i => i.RunAsync(Actor.Command, file, [.. PeopleCsv.Read(file).Rows.Select(_ => LinkToken.New())], key, default));

    private static Task<Outcome<PeopleInvited>> RehearseAsync(SmallCampaign world, string file) => world.Database.WithAsync<InvitePeople, Outcome<PeopleInvited>>(
        i => i.RehearseAsync(Actor.Command, file, default));

    private static Task<int> CountAsync(SmallCampaign world) => world.Database.ReadAsync(db => db.Invitations.CountAsync());
}
