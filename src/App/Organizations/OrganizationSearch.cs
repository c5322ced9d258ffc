using Responsables.App.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Organizations;

/// <summary>Searches organisations by the words of their names, codes and networks, whatever their dates.</summary>
public static class OrganizationSearch
{
    private const int Most = 100;

    /// <summary>The last period of each organisation found, by name.</summary>
    public static IReadOnlyList<OrganizationPeriod> Find(OrganizationRegister register, string query)
    {
        var wanted = WantedOf(query);
        return wanted.Count == 0 ? [] :
            [.. register.Periods.GroupBy(p => p.Code)
                .Where(periods => periods.Any(p => Matches(p, wanted)))
                .Select(periods => periods.Last())
                .OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)
                .Take(Most)];
    }

    public static IReadOnlyList<string> WantedOf(string query) => [.. Words.Of(query).Select(w => w.Folded).Distinct()];

    public static bool Matches(OrganizationPeriod period, IReadOnlyList<string> wanted) =>
        Words.Find([.. Words.Of($"{period.Name} {period.ShortName} {period.Code} {period.Network}")], wanted) is not null;
}
