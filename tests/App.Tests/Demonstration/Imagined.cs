using Responsables.App.Demonstration;
using Responsables.App.Organizations;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Tests.Demonstration;

/// <summary>The demonstration's years, imagined once for all tests.</summary>
internal static class Imagined
{
    private static readonly Lazy<(Framework, OrganizationRegister, DemonstrationYears)> Once = new(() =>
    {
        var (framework, register) = (ReadFramework(), ReadRegister());
        return (framework, register, new DemonstrationYears(framework, register));
    });

    public static Framework Framework => Once.Value.Item1;

    public static OrganizationRegister Register => Once.Value.Item2;

    public static DemonstrationYears Years => Once.Value.Item3;

    /// <summary>The root of the repository: the first directory above that has the solution.</summary>
    public static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "Responsables.slnx")))
            {
                at = at.Parent!;
            }

            return at.FullName;
        }
    }

    public static Framework ReadFramework() => FrameworkReader.Read(File.ReadAllText(Path.Combine(Root, "frameworks", "rso-2020.yaml"))).Framework!;

    public static OrganizationRegister ReadRegister() => ((Outcome<OrganizationRegister>.Done)OrganizationRegister.Of(Merger.In(
        ((Outcome<IReadOnlyList<OrganizationPeriod>>.Done)OrganizationsCsv.Read(File.ReadAllText(Path.Combine(Root, "data", "organizations.csv")))).Value))).Value;
}
