using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Reviews;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.World;

namespace Responsables.Web.Tests.Permissions;

/// <summary>The identifiers that addresses are filled with.</summary>
internal sealed record Known(
    IReadOnlyDictionary<(Spot Spot, int Year), Guid> Dossiers, Guid Account, Guid Grant, string Email, string Link, Guid Invitation, Guid Delegation,
    Guid Filter, Guid Reason, Guid Batch)
{
    private const string Indicator = "rso-gouv-responsable-rso";

    public static async Task<Known> MakeAsync(Site site)
    {
        var years = await Stages.PlayAsync(site);
        var dossiers = new Dictionary<(Spot, int), Guid>();
        foreach (var spot in Spot.Bodies)
        {
            foreach (var year in Stages.All)
            {
                dossiers[(spot, year)] = await years.IdAsync(spot.Code, year);
            }
        }

        var account = await site.OpenAccount("quelquun@example.fr", new Grant(Role.Director, SmallFederation.Beta14));
        var grant = await site.WithDbAsync(db => db.Grants.Where(g => g.AccountId == account).Select(g => g.Id).SingleAsync());
        var (link, _) = await InviteAsync(years, "invitee@example.fr");
        var (_, invitation) = await InviteAsync(years, "retiree@example.fr");
        // Of a body that nobody of the matrix directs, and not begun: it gives no right to anybody.
        var delegation = new Delegation
        {
            Organization = SmallFederation.Beta14, AccountId = account, Name = "Quelqu’un", From = DateTimeOffset.UtcNow.AddDays(5), To = DateTimeOffset.UtcNow.AddDays(6),
            At = DateTimeOffset.UtcNow, By = "Direction", ById = account,
        };
        await site.WithDbAsync(db =>
        {
            db.Delegations.Add(delegation);
            return db.SaveChangesAsync();
        });
        // Kept by somebody else: for nobody of the matrix.
        var filter = new DeskFilter { AccountId = account, Name = "À lui", Query = "?retard=oui" };
        var reason = new KeptReason { AccountId = account, Text = "À lui." };
        var batch = await site.WithDbAsync(async db =>
        {
            var made = new ReviewBatch { CampaignId = await db.Campaigns.Where(c => c.Year == Stages.Validated).Select(c => c.Id).SingleAsync(), At = DateTimeOffset.UtcNow, By = "Quelqu’un", ById = account };
            db.AddRange(filter, reason, made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        return new Known(dossiers, account, grant, "quelquun@example.fr", link, invitation, delegation.Id, filter.Id, reason.Id, batch);
    }

    /// <summary>A request about every dossier: five bodies, three states.</summary>
    public IReadOnlyList<Target> EachDossier(string path, Func<Person, Spot, bool> isOpenTo, params (string, string)[] fields) =>
        [.. Dossiers.Select(d => new Target(path.Replace("{id}", d.Value.ToString(), StringComparison.Ordinal), who => isOpenTo(who, d.Key.Spot), fields)), Absent(path, fields)];

    /// <summary>A request that names a dossier of a year among its fields.</summary>
    public IReadOnlyList<Target> EachDossierOf(int year, string path, Func<Person, Spot, bool> isOpenTo) =>
        [.. Dossiers.Where(d => d.Key.Year == year).Select(d => new Target(path, who => isOpenTo(who, d.Key.Spot), ("dossier", d.Value.ToString())))];

    /// <summary>A request about one question of every dossier: whether it is let in hangs on the state of the dossier.</summary>
    public IReadOnlyList<Target> EachQuestion(string path, Func<Person, Spot, int, bool> isOpenTo, params (string, string)[] fields) =>
        [.. Dossiers.Select(d => new Target(path.Replace("{id}", d.Value.ToString(), StringComparison.Ordinal), who => isOpenTo(who, d.Key.Spot, d.Key.Year), fields)), Absent(path, fields)];

    /// <summary>A request about every node, at every level, in a year of drafts and in a year of validated figures.</summary>
    public static IReadOnlyList<Target> EachNode(string path) =>
        [.. from year in (int[])[Stages.Draft, Stages.Validated]
            from node in Spot.Nodes
            from level in (FigureLevel[])[FigureLevel.Validated, FigureLevel.Submitted, FigureLevel.All]
            select new Target(
                $"/chiffres/{year}/{node.Code}{path.Replace("{indicator}", Indicator, StringComparison.Ordinal)}?niveau={Word(level)}",
                who => ScopeRules.ReadsFigures(who, node, level))];

    private static Target Absent(string path, (string, string)[] fields) =>
        new(path.Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal), Target.Nobody, fields);

    private static string Word(FigureLevel level) => level switch { FigureLevel.All => "tous", FigureLevel.Submitted => "soumis", _ => "valides" };

    private static async Task<(string Link, Guid Id)> InviteAsync(PlayedYears years, string email)
    {
        var token = LinkToken.New();
        var made = await years.DoAsync<InvitePerson, LinkMade>(invite => invite.RunAsync(
            Actor.Command, new NewInvitation(email, Role.Contributor, SmallFederation.Beta14), token, Guid.NewGuid(), CancellationToken.None));
        return (token.Text, made.Id);
    }
}
