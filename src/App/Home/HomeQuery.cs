using Microsoft.EntityFrameworkCore;
using Responsables.App.Campaigns;
using Responsables.App.Database;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;

namespace Responsables.App.Home;

/// <summary>Reads the home page of a person: the campaigns, then what each of their roles needs. Its number of statements does not grow with the bodies.</summary>
public sealed class HomeQuery(AppDb db, SubmissionList submissions, OwnBodies own, LatestResults results, ProgressNews news, AccountsWaiting accounts, TimeProvider clock)
{
    public async Task<HomeView> RunAsync(Actor actor, CancellationToken cancel)
    {
        if (actor.Grants.Count == 0)
        {
            return new HomeView(null, [], null, null, null, null);
        }

        var now = clock.GetUtcNow();
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        var campaign = campaigns.FirstOrDefault();
        var bodies = await own.RunAsync(actor, campaigns, cancel);
        var (reviewed, national) = campaign is null ? (null, null) : await ProgressAsync(actor, campaign, now, cancel);
        var reads = actor.Has(Role.Committee) || actor.Has(Role.Auditor);
        return new HomeView(
            campaign, bodies, reviewed, national,
            reads ? await results.NationalAsync(actor, campaigns, now, cancel) : null,
            actor.May(Permission.ManageAccounts) ? await accounts.RunAsync(campaign, now, cancel) : null,
            !await db.UserClaims.AnyAsync(c => c.UserId == actor.Id && c.ClaimType == DismissGuide.Claim, cancel));
    }

    // Both parts rest upon one reading of the dossiers.
    private async Task<(ProgressHome? Reviewed, ProgressHome? National)> ProgressAsync(
        Actor actor, Campaign campaign, DateTimeOffset now, CancellationToken cancel)
    {
        var funds = actor.Grants.Where(g => g.Role == Role.Coordinator && g.Scope is not null).Select(g => g.Scope!.Value).ToHashSet();
        var accepts = actor.May(Permission.AcceptSubmission);
        if (funds.Count == 0 && !accepts)
        {
            return (null, null);
        }

        var all = await submissions.RunAsync(actor, campaign, null, cancel);
        var reviewed = all.Where(l => l.Reviewer != l.Organization && funds.Contains(l.Reviewer)).ToList();
        var acts = await news.ReadAsync(campaign, now, cancel);
        return (
            funds.Count == 0 ? null : new ProgressHome(campaign, reviewed, acts.Of(reviewed)),
            accepts ? new ProgressHome(campaign, all, acts.Of(all)) : null);
    }
}
