using Responsables.Domain.Frameworks;
using Responsables.Web.Frameworks;

namespace Responsables.Web.Campaigns;

/// <summary>Addresses of what branches add to frameworks.</summary>
internal static class SupplementUrls
{
    public const string Page = FrameworkUrls.Supplements;
    public const string Indicator = $"{Page}/indicateur";
    public const string File = $"{Page}/fichier";
    public const string Removal = $"{Page}/retrait";

    public static string Of(FrameworkCode framework, string? branch) => FrameworkUrls.Supplement(framework, branch);

    public static string FileOf(FrameworkCode framework, string branch) => With(File, framework, branch);

    public static string IndicatorOf(FrameworkCode framework, string branch) => With(Indicator, framework, branch);

    private static string With(string page, FrameworkCode framework, string branch) => page + QueryString.Create("referentiel", framework.Value).Add("branche", branch);
}
