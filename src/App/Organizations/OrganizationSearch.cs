using Responsables.App.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Organizations;

/// <summary>Narrows organisations by the words of their names, codes and networks.</summary>
public static class OrganizationSearch
{
    public static IReadOnlyList<string> WantedOf(string query) => [.. Words.Of(query).Select(w => w.Folded).Distinct()];

    public static bool Matches(OrganizationPeriod period, IReadOnlyList<string> wanted) =>
        Words.Find([.. Words.Of($"{period.Name} {period.ShortName} {period.Code} {period.Network}")], wanted) is not null;
}
