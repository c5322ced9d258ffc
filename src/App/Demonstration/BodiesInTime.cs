using Responsables.Domain.Organizations;

namespace Responsables.App.Demonstration;

/// <summary>
/// The bodies of every year: those of the reference year, and those that were gone by then. These have a share of the body that took their
/// place, or a staff of their own where nothing says how it was divided.
/// </summary>
internal sealed class BodiesInTime
{
    /// <summary>First year without the fund of the self-employed, whose staff went to the networks below.</summary>
    private const int FundTakenOver = 2020;

    /// <summary>Staff that these networks had before they took it in, of what they have since.</summary>
    private const decimal BeforeTakingOver = 0.94m;

    private static readonly HashSet<string> TakingOver = ["CPAM", "Carsat", "Urssaf"];

    private readonly Dictionary<OrganizationCode, DemonstrationBody> bodies;

    public BodiesInTime(OrganizationRegister register)
    {
        bodies = DemonstrationBody.In(register.At(new DateOnly(Draft.ReferenceYear, 12, 31))).ToDictionary(b => b.Place.Code);
        var gone = register.Periods.Where(p => !bodies.ContainsKey(p.Code) && p.ValidTo?.Year < Draft.ReferenceYear).DistinctBy(p => p.Code).ToList();
        foreach (var period in gone)
        {
            bodies[period.Code] = Gone(period, gone);
        }
    }

    /// <summary>A body as it is placed and staffed in a year.</summary>
    public DemonstrationBody this[OrganizationCode code, int year] =>
        bodies[code] is var body && year < FundTakenOver && TakingOver.Contains(body.Place.Network) ? body with { Staff2022 = body.Staff2022 * BeforeTakingOver } : body;

    private DemonstrationBody Gone(OrganizationPeriod period, IReadOnlyList<OrganizationPeriod> gone)
    {
        if (period.Successors is not [var successor])
        {
            return new DemonstrationBody(period, NetworkSizes.StaffOf(period.Code.Value) ?? 0);
        }

        var whole = bodies.TryGetValue(successor, out var known) ? known : Gone(gone.First(p => p.Code == successor), gone);
        var alike = gone.Where(p => p.Successors.Contains(successor)).Sum(p => Populations.Of(p.Department));
        return new DemonstrationBody(period, whole.Staff2022 * Populations.Of(period.Department) / alike) { DrawnAs = whole.DrawnAs };
    }
}
