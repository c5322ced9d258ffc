using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.App.Series;

/// <summary>The resolver of the register and the campaigns that there are: made once, and anew when either is another.</summary>
public sealed class PerimeterResolvers
{
    private Known? last;

    public async Task<PerimeterResolver> OfAsync(OrganizationRegister register, IReadOnlyList<Campaign> campaigns, ConsolidationSources sources, CancellationToken cancel)
    {
        var years = campaigns.Select(c => (c.Id, c.TreeDate)).ToList();
        if (last is { } known && ReferenceEquals(known.Register, register) && known.Years.SequenceEqual(years))
        {
            return known.Resolver;
        }

        var perimeters = new List<YearPerimeter>();
        foreach (var campaign in campaigns)
        {
            perimeters.Add(new YearPerimeter(campaign.Year, campaign.TreeDate, await sources.PerimeterOfAsync(campaign, cancel)));
        }

        var resolver = new PerimeterResolver(register, perimeters);
        last = new Known(register, years, resolver);
        return resolver;
    }

    private sealed record Known(OrganizationRegister Register, List<(Guid Campaign, DateOnly TreeDate)> Years, PerimeterResolver Resolver);
}
