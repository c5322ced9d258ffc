using System.Globalization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.Web.Disclosure;

/// <summary>Addresses of the public reading.</summary>
internal static class PublicUrls
{
    public static string Node(int year, NodeKey node) =>
        string.Create(CultureInfo.InvariantCulture, $"/chiffres/{year}/{Uri.EscapeDataString(node.Value)}/vue-publique");

    public static string Indicator(int year, NodeKey node, IndicatorCode indicator) => $"{Node(year, node)}/{Uri.EscapeDataString(indicator.Value)}";
}
