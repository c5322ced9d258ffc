using Responsables.App.Demonstration;
using Responsables.App.Organizations;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Tests.Demonstration;

/// <summary>The demonstration's years, imagined once for all tests.</summary>
internal static class Imagined
{
    private static readonly Lazy<(Framework Plan, Framework Rso, Framework Completed, OrganizationRegister Register, DemonstrationYears Years)> Once = new(() =>
    {
        var (plan, rso, completed, register) = (ReadPlan(), ReadFramework(), ReadCompleted(), ReadRegister());
        return (plan, rso, completed, register, new DemonstrationYears(plan, rso, completed, register));
    });

    public static Framework Framework => Once.Value.Rso;

    public static Framework Plan => Once.Value.Plan;

    public static OrganizationRegister Register => Once.Value.Register;

    public static DemonstrationYears Years => Once.Value.Years;

    /// <summary>The framework that a year is reported by.</summary>
    public static Framework FrameworkOf(int year) => DemonstrationYears.FrameworkOf(year) == Plan.Code ? Plan : year < BranchPlan.Since ? Framework : Once.Value.Completed;

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

    public static Framework ReadFramework() => Read("rso-2020.yaml");

    public static Framework ReadCompleted() => FrameworkReader.Read(Text("rso-2020.yaml"), [BranchPlan.Yaml(ReadFramework())]).Framework!;

    public static Framework ReadPlan() => Read("plan-cadre-2015-2018.yaml");

    private static Framework Read(string file) => FrameworkReader.Read(Text(file)).Framework!;

    private static string Text(string file) => File.ReadAllText(Path.Combine(Root, "frameworks", file));

    public static OrganizationRegister ReadRegister() => ((Outcome<OrganizationRegister>.Done)OrganizationRegister.Of(Merger.In(
        ((Outcome<IReadOnlyList<OrganizationPeriod>>.Done)OrganizationsCsv.Read(File.ReadAllText(Path.Combine(Root, "data", "organizations.csv")))).Value))).Value;
}
