using System.Text;
using Responsables.App.Accounts;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Trust;

/// <summary>
/// Goal G4 below the pages: each use case asks for its permission itself, whatever the page before it has looked at. Every act is tried by
/// everybody with a content that is refused, so that whoever may do it gets a reason, and nobody else gets even that. Control: with the check of
/// one use case taken out, its act is listed.
/// </summary>
public class WhoMayTests
{
    private static readonly OrganizationCode Body = SmallFederation.Alpha75;

    private static readonly Actor[] Everybody =
    [
        new(Guid.CreateVersion7(), "sans rôle", [], false),
        .. from role in (Role[])[Role.Contributor, Role.Director]
        from scope in (OrganizationCode[])[Body, SmallFederation.AlphaNormandie, SmallFederation.Beta14, SmallFederation.FundA]
        select People.Of(role, scope),
        People.Of(Role.Coordinator, SmallFederation.FundA),
        People.Of(Role.Coordinator, SmallFederation.FundB),
        .. ((Role[])[Role.Federation, Role.Committee, Role.Auditor]).Select(role => People.Of(role, null)),
    ];

    [Theory, EachEngine]
    public async Task Each_act_is_refused_to_whoever_may_not_and_changes_nothing(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        var id = (await campaign.SubmissionsAsync())[Body];
        var place = (await campaign.Database.WithAsync<DossierStore, (Place Place, Questionnaire)?>(s => s.AskedAsync(id, default)))!.Value.Place;
        var before = await campaign.ContentAsync();
        var wrong = new List<string>();
        foreach (var act in Acts(campaign, id))
        {
            Assert.Contains(Everybody, a => act.May(a, place));
            foreach (var actor in Everybody)
            {
                var got = await act.TryAsync(actor);
                if (got != (act.May(actor, place) ? "a reason" : "nothing"))
                {
                    wrong.Add($"{act.Name} by {actor.Name} of {string.Join(',', actor.Grants.Select(g => g.Scope))}: {got}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
        Assert.Equal(before, await campaign.ContentAsync());
    }

    private static IEnumerable<Act> Acts(SmallCampaign campaign, Guid id)
    {
        var place = CellKey.Total;
        yield return Over(Permission.EnterAnswers, "save", (SaveAnswers use, Actor actor) =>
            use.RunAsync(actor, id, [new AnswerEdit(new VariableCode("inconnue"), place, AnswerState.Given, "1", null, null)], [], Guid.NewGuid(), default));
        yield return Over(Permission.SignSubmission, "sign", (SignSubmission use, Actor actor) => use.RunAsync(actor, id, -1, Guid.NewGuid(), default));
        yield return Over(Permission.SignSubmission, "withdraw", (SignSubmission use, Actor actor) => use.WithdrawAsync(actor, id, Guid.NewGuid(), default));
        yield return Over(Permission.SignSubmission, "hand back", (SendBackSubmission use, Actor actor) => use.RunAsync(actor, id, " ", Guid.NewGuid(), default));
        yield return Over(Permission.ReviewSubmission, "validate the rest", (ReviewBlocks use, Actor actor) =>
            use.ValidateRestAsync(actor, id, -1, [], Guid.NewGuid(), default));
        yield return Over(Permission.ReviewSubmission, "return", (ReviewBlocks use, Actor actor) =>
            use.RunAsync(actor, id, [new BlockDecision(new BlockKey("inconnu"), ReviewDecision.Returned, null, "")], Guid.NewGuid(), default));
        yield return Everywhere(Permission.AcceptSubmission, "accept", (AcceptSubmission use, Actor actor) => use.RunAsync(actor, [id], Guid.NewGuid(), default));
        yield return Everywhere(Permission.ManageReference, "rewrite texts", (ChangeTexts use, Actor actor) =>
            use.RunAsync(actor, new TextsWanted(SmallFramework.Code, 1, new TextSubject.OfContext(), new Dictionary<string, string>()), Guid.NewGuid(), default));
        yield return Everywhere(Permission.ManageCampaigns, "open a campaign", (OpenCampaign use, Actor actor) =>
            use.RunAsync(actor, new CampaignOpening(SmallCampaign.Year, SmallFramework.Code, null, [], null), Guid.NewGuid(), default));
        yield return Everywhere(Permission.ManageCampaigns, "import answers", (ImportAnswers use, Actor actor) =>
            use.RunAsync(actor, Bad(), new AnswersImport(SmallCampaign.Year, false, false, false), Guid.NewGuid(), default));
        yield return Everywhere(Permission.ManageReference, "import a framework", (LoadFrameworks use, Actor actor) =>
            use.ImportAsync(actor, "faux: [", false, Guid.NewGuid(), default));
        yield return Everywhere(Permission.ManageReference, "import organisations", (ImportOrganizations use, Actor actor) =>
            use.RunAsync(actor, Bad(), false, Guid.NewGuid(), default));
        yield return Everywhere(Permission.ManageAccounts, "invite", (InvitePerson use, Actor actor) =>
            use.RunAsync(actor, new NewInvitation("pas une adresse", Role.Auditor, null), LinkToken.New(), Guid.NewGuid(), default));

        Act Over<TUse, T>(Permission permission, string name, Func<TUse, Actor, Task<Outcome<T>>> act)
            where TUse : notnull => new(name, (actor, body) => actor.May(permission, body), actor => Try(actor, act));
        Act Everywhere<TUse, T>(Permission permission, string name, Func<TUse, Actor, Task<Outcome<T>>> act)
            where TUse : notnull => new(name, (actor, _) => actor.May(permission), actor => Try(actor, act));
        async Task<string> Try<TUse, T>(Actor actor, Func<TUse, Actor, Task<Outcome<T>>> act)
            where TUse : notnull => await campaign.Database.WithAsync<TUse, Outcome<T>>(use => act(use, actor)) switch
            {
                Outcome<T>.Missing => "nothing",
                Outcome<T>.Done => "it was done",
                _ => "a reason",
            };
    }

    private static MemoryStream Bad() => new(Encoding.UTF8.GetBytes("faux\n"));

    private sealed record Act(string Name, Func<Actor, Place, bool> May, Func<Actor, Task<string>> TryAsync);
}
