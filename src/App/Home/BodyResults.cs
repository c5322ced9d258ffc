using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;

namespace Responsables.App.Home;

/// <summary>The validated figures of an organisation, and the nodes of the other hierarchies that it enters, as far as a person may read them.</summary>
public sealed record OrganizationResults(ResultsHome? Figures, int? Year, IReadOnlyList<(NodeKey Node, NodeName Name)> Nodes);

/// <summary>Reads them in the last year that is over in which the organisation had a place.</summary>
public sealed class BodyResults(AppDb db, ConsolidationSources sources, LatestResults results, TimeProvider clock)
{
    public async Task<OrganizationResults> RunAsync(Actor actor, OrganizationCode code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
        foreach (var campaign in campaigns.OrderByDescending(c => c.ClosedAt is not null || now > c.AcceptanceTo).ThenByDescending(c => c.Year))
        {
            var perimeter = await sources.PerimeterOfAsync(campaign, cancel);
            if (perimeter.Body(code) is not { } body)
            {
                continue;
            }

            bool Sees(NodeKey node) => FigureAccess.LevelsOf(actor, perimeter, node).Contains(FigureLevel.Validated);
            return new OrganizationResults(
                Sees(body.Node) ? await results.OfNodeAsync(campaigns, campaign, body, cancel) : null,
                campaign.Year,
                [.. body.NodesAbove().Skip(body.Ancestors.Count).Where(Sees).Select(n => (n, sources.Names.Of(perimeter, n)))]);
        }

        return new OrganizationResults(null, null, []);
    }
}
