using Responsables.Domain.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Kit;

/// <summary>A link of the main menu, drawn for those who hold its permission.</summary>
/// <param name="Text">Key of its text.</param>
/// <param name="Order">Place in the menu: 10 for the daily work, 50 for reading, 90 for administration.</param>
internal sealed record NavigationEntry(string Url, string Text, Permission Needs, int Order);

/// <summary>The main menu. Each room adds its entries when it registers: <c>services.AddNavigation("/comptes", "accounts.list.nav", …)</c>.</summary>
internal sealed class Navigation(IEnumerable<NavigationEntry> entries)
{
    private readonly List<NavigationEntry> ordered = [.. entries.OrderBy(e => e.Order)];

    /// <summary>Where the search form leads; null while no room offers a search (an entry of order 0).</summary>
    public string? SearchUrl => ordered.FirstOrDefault(e => e.Order == 0)?.Url;

    public IEnumerable<NavigationEntry> For(Visit visit) => ordered.Where(e => e.Order > 0 && visit.May(e.Needs));
}

internal static class NavigationRegistration
{
    public static IServiceCollection AddNavigation(this IServiceCollection services, string url, string text, Permission needs, int order) =>
        services.AddSingleton(new NavigationEntry(url, text, needs, order));
}
