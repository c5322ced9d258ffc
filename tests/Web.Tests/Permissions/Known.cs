using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Accounts;
using Responsables.App.Campaigns;
using Responsables.App.Evidence;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.World;

namespace Responsables.Web.Tests.Permissions;

/// <summary>The identifiers that addresses are filled with.</summary>
internal sealed record Known(
    IReadOnlyDictionary<(Spot Spot, int Year), Guid> Dossiers, Guid Account, Guid Grant, string Email, string Link, Guid Invitation, Guid Delegation,
    IReadOnlyDictionary<(Spot Spot, int Year), Guid> Assignments, Guid Extension, Guid Filter, Guid Reason, Guid Batch, Guid Acceptance, Guid Aim)
{
    /// <summary>The query that names the target of the federation.</summary>
    public static string TargetQuery => $"indicator={Indicator}&output=part&target_year=2031";

    /// <summary>A question of E1, which is not the one whose drafts are looked for.</summary>
    private const string Assigned = "cartographie_pp";

    private const string Indicator = "rso-gouv-responsable-rso";

    public static async Task<Known> MakeAsync(Site site)
    {
        var years = await Stages.PlayAsync(site);
        // Made with the first workbook of an instance: reading one writes nothing afterwards.
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<App.Workbooks.WorkbookSecret>().GetAsync(default);
        }

        var dossiers = new Dictionary<(Spot Spot, int Year), Guid>();
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
        var accepted = new Acceptance
        {
            SubmissionId = dossiers.First(d => d.Key.Item2 == Stages.Validated).Value, At = DateTimeOffset.UtcNow, By = "Quelqu’un", BatchId = Guid.NewGuid(), Content = "",
        };
        var target = new App.Targets.TargetRow
        {
            Node = new(SmallFederation.Federation.Value), Indicator = new(Indicator), Output = "part", Year = 2031, Kind = Domain.Targets.TargetKind.Share, BaselineYear = 2020,
            Value = 80, Side = Domain.Targets.WantedSide.AtLeast, Source = "Plan", At = DateTimeOffset.UtcNow, By = "Quelqu’un",
        };
        var batch = await site.WithDbAsync(async db =>
        {
            var made = new ReviewBatch { CampaignId = await db.Campaigns.Where(c => c.Year == Stages.Validated).Select(c => c.Id).SingleAsync(), At = DateTimeOffset.UtcNow, By = "Quelqu’un", ById = account };
            db.AddRange(filter, reason, made, accepted, target);
            db.AddRange(MatrixTable.RuleRows());
            await db.SaveChangesAsync();
            return made.Id;
        });
        await PlaceEvidenceAsync(site, dossiers);
        return new Known(dossiers, account, grant, "quelquun@example.fr", link, invitation, delegation.Id, await AssignAsync(site, dossiers), await ExtendAsync(site, years), filter.Id, reason.Id, batch, accepted.BatchId, target.Id);
    }

    /// <summary>A request about every dossier: five bodies, three states.</summary>
    public IReadOnlyList<Target> EachDossier(string path, Func<Person, Spot, bool> isOpenTo, params (string, string)[] fields) =>
        [.. Dossiers.Select(d => new Target(path.Replace("{id}", d.Value.ToString(), StringComparison.Ordinal), who => isOpenTo(who, d.Key.Spot), fields)), Absent(path, fields)];

    /// <summary>A request that names a dossier of a year among its fields.</summary>
    public IReadOnlyList<Target> EachDossierOf(int year, string path, Func<Person, Spot, bool> isOpenTo) =>
        [.. Dossiers.Where(d => d.Key.Year == year).Select(d => new Target(path, who => isOpenTo(who, d.Key.Spot), ("dossier", d.Value.ToString())))];

    /// <summary>A request about the questions that were assigned in every dossier.</summary>
    public IReadOnlyList<Target> EachAssignment(string path, Func<Person, Spot, bool> isOpenTo, params (string, string)[] fields) =>
        [.. Assignments.Select(a => new Target($"/dossiers/{Dossiers[a.Key]}/confier/{a.Value}{path}", who => isOpenTo(who, a.Key.Spot), fields))];

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

    /// <summary>A request about every node as the public will read it: all nodes, or none.</summary>
    public static IReadOnlyList<Target> EachPublicNode(string end) =>
        [.. from year in (int[])[Stages.Draft, Stages.Validated] from node in Spot.Nodes select new Target($"/chiffres/{year}/{node.Code}/vue-publique{end}", Target.Everyone),
            new Target($"/chiffres/2025/personne/vue-publique{end}", Target.Nobody), new Target($"/chiffres/1999/fed/vue-publique{end}", Target.Nobody)];

    /// <summary>A request about the series of every node, at every level.</summary>
    public static IReadOnlyList<Target> EachSeries(string end) =>
        [.. from node in Spot.Nodes
            from level in (FigureLevel[])[FigureLevel.Validated, FigureLevel.Submitted, FigureLevel.All]
            select new Target($"/series/{node.Code}/{Indicator}{end}?niveau={Word(level)}", who => ScopeRules.ReadsFigures(who, node, level)),
            new Target($"/series/personne/{Indicator}{end}", Target.Nobody)];

    private static Target Absent(string path, (string, string)[] fields) =>
        new(path.Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal), Target.Nobody, fields);

    private static string Word(FigureLevel level) => level switch { FigureLevel.All => "tous", FigureLevel.Submitted => "soumis", _ => "valides" };

    // The helper has one question of every dossier of alpha-75; in the others, somebody who never came has it.
    private static async Task<Dictionary<(Spot, int), Guid>> AssignAsync(Site site, Dictionary<(Spot Spot, int Year), Guid> dossiers)
    {
        var made = new Dictionary<(Spot, int), Guid>();
        var helper = Person.Everybody.Single(p => p.Role == Role.Helper);
        foreach (var (key, id) in dossiers)
        {
            var isHelped = key.Spot.Code == helper.Scope;
            var email = isHelped ? Site.EmailOf(Role.Helper, helper.Scope) : $"attendu.{key.Spot.Code}@example.fr";
            var row = new Assignment
            {
                SubmissionId = id, Organization = key.Spot.Code, Email = email, AccountId = isHelped ? await site.AccountIdAsync(email) : null,
                Name = isHelped ? "Rose Renfort" : null, At = DateTimeOffset.UtcNow, By = "Camille", Version = 1,
            };
            row.Questions.Add(new AssignedQuestion { AssignmentId = row.Id, Variable = new VariableCode(Assigned) });
            await site.WithDbAsync(db =>
            {
                db.Assignments.Add(row);
                return db.SaveChangesAsync();
            });
            made[key] = row.Id;
        }

        return made;
    }

    // Beside the number of sites of every dossier; the tie bears the identifier of the dossier.
    private static Task<int> PlaceEvidenceAsync(Site site, Dictionary<(Spot Spot, int Year), Guid> dossiers) => site.WithDbAsync(db =>
    {
        foreach (var (key, id) in dossiers)
        {
            var piece = new EvidencePiece
            {
                Organization = key.Spot.Code, Year = key.Year, Kind = EvidenceKind.File, Title = "Relevé", FileName = "releve.txt", Extension = "txt", Size = 1,
                Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("x"u8)), From = new DateOnly(key.Year, 1, 1), AddedAt = DateTimeOffset.UtcNow, AddedBy = "Quelqu’un",
            };
            db.AddRange(
                piece, new EvidenceContent { PieceId = piece.Id, Bytes = [.. "x"u8] },
                new EvidenceTie { Id = id, PieceId = piece.Id, SubmissionId = id, Variable = new VariableCode("nb_sites"), At = DateTimeOffset.UtcNow, By = "Quelqu’un" });
        }

        return db.SaveChangesAsync();
    });

    private static async Task<Guid> ExtendAsync(Site site, PlayedYears years)
    {
        var day = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await years.DoAsync<ExtendWindow, WindowExtended>(extend => extend.RunAsync(
            Actor.Command, Stages.Draft, new NewExtension(ExtendedWindow.Entry, [SmallFederation.Alpha75], day, "", "Essai"), Guid.NewGuid(), CancellationToken.None));
        return await site.WithDbAsync(db => db.BodyExtensions.Select(e => e.Id).SingleAsync());
    }

    private static async Task<(string Link, Guid Id)> InviteAsync(PlayedYears years, string email)
    {
        var token = LinkToken.New();
        var made = await years.DoAsync<InvitePerson, LinkMade>(invite => invite.RunAsync(
            Actor.Command, new NewInvitation(email, Role.Contributor, SmallFederation.Beta14), token, Guid.NewGuid(), CancellationToken.None));
        return (token.Text, made.Id);
    }
}
