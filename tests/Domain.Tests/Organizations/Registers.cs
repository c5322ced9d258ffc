using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.Domain.Tests.Organizations;

internal static class Registers
{
    /// <summary>The register of periods that must be sound.</summary>
    public static OrganizationRegister Of(IReadOnlyList<OrganizationPeriod> periods) =>
        Assert.IsType<Outcome<OrganizationRegister>.Done>(OrganizationRegister.Of(periods)).Value;
}
