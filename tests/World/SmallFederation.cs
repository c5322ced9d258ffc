using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.World;

/// <summary>
/// One small federation, the same for all tests. On 1 January 2025:
/// <code>
/// fed                                    region 11, department 75
/// ├── fonds-a    branch Maladie          region 11, department 75
/// │   ├── alpha-75                       region 11, department 75
/// │   ├── alpha-normandie                region 28, department 76   since 2024: alpha-14 and alpha-76 merged
/// │   └── alpha-sans                     neither region nor department
/// ├── fonds-b    branch Famille          region 11, department 93
/// │   ├── beta-14                        region 28, department 14
/// │   ├── beta-75                        region 11, department 75   directly below fed until the end of 2021
/// │   └── beta-974                       region 04, department 974
/// └── ecole      branch Interbranche     region 28, department 14   without a fund: reviewed by fed
/// </code>
/// <c>partage</c> left at the end of 2020; alpha-75, beta-75 and beta-974 share what it did.
/// </summary>
public static class SmallFederation
{
    public static readonly OrganizationCode Federation = new("fed");
    public static readonly OrganizationCode FundA = new("fonds-a");
    public static readonly OrganizationCode FundB = new("fonds-b");
    public static readonly OrganizationCode Alpha14 = new("alpha-14");
    public static readonly OrganizationCode Alpha75 = new("alpha-75");
    public static readonly OrganizationCode Alpha76 = new("alpha-76");
    public static readonly OrganizationCode AlphaNormandie = new("alpha-normandie");
    public static readonly OrganizationCode AlphaNowhere = new("alpha-sans");
    public static readonly OrganizationCode Beta14 = new("beta-14");
    public static readonly OrganizationCode Beta75 = new("beta-75");
    public static readonly OrganizationCode Beta974 = new("beta-974");
    public static readonly OrganizationCode School = new("ecole");
    public static readonly OrganizationCode Shared = new("partage");

    /// <summary>The tree date of the reporting year 2024.</summary>
    public static readonly DateOnly EndOf2024 = new(2024, 12, 31);

    public static IReadOnlyList<OrganizationPeriod> Periods { get; } =
    [
        new(Federation, "Fédération des caisses", "Fédération", OrganizationKind.Federation,
            "national", "Interbranche", null, "11", "75", null, null, []),
        Fund(FundA, "Caisse nationale A", "Maladie", "75"),
        Fund(FundB, "Caisse nationale B", "Famille", "93"),
        Alpha(Alpha14, "Alpha du Calvados", "28", "14") with { ValidTo = new(2023, 12, 31), Successors = [AlphaNormandie] },
        Alpha(Alpha75, "Alpha de Paris", "11", "75"),
        Alpha(Alpha76, "Alpha de Seine-Maritime", "28", "76") with { ValidTo = new(2023, 12, 31), Successors = [AlphaNormandie] },
        Alpha(AlphaNormandie, "Alpha de Normandie", "28", "76") with { ValidFrom = new(2024, 1, 1) },
        Alpha(AlphaNowhere, "Alpha itinérante", null, null),
        Beta(Beta14, "Bêta du Calvados", "28", "14"),
        Beta(Beta75, "Bêta de Paris", "11", "75") with { Parent = Federation, ValidTo = new(2021, 12, 31) },
        Beta(Beta75, "Bêta de Paris", "11", "75") with { ValidFrom = new(2022, 1, 1) },
        Beta(Beta974, "Bêta de La Réunion", "04", "974"),
        new(School, "École des caisses", "École", OrganizationKind.Local,
            "national", "Interbranche", Federation, "28", "14", null, null, []),
        new(Shared, "Caisse partagée", "Partagée", OrganizationKind.Local,
            "Régime partagé", "Régime spécial", Federation, "11", "75", null, new(2020, 12, 31), [Alpha75, Beta75, Beta974]),
    ];

    public static OrganizationRegister Register { get; } =
        ((Outcome<OrganizationRegister>.Done)OrganizationRegister.Of(Periods)).Value;

    private static OrganizationPeriod Fund(OrganizationCode code, string name, string branch, string department) =>
        new(code, name, name, OrganizationKind.NationalFund, "national", branch, Federation, "11", department, null, null, []);

    private static OrganizationPeriod Alpha(OrganizationCode code, string name, string? region, string? department) =>
        new(code, name, name, OrganizationKind.Local, "Alpha", "Maladie", FundA, region, department, null, null, []);

    private static OrganizationPeriod Beta(OrganizationCode code, string name, string? region, string? department) =>
        new(code, name, name, OrganizationKind.Local, "Bêta", "Famille", FundB, region, department, null, null, []);
}
