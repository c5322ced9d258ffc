using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Campaigns;

/// <summary>An optional indicator that a branch will be asked, in the campaigns opened from now on.</summary>
public sealed class BranchChoice
{
    public required string Branch { get; init; }

    public required FrameworkCode FrameworkCode { get; init; }

    public required IndicatorCode Indicator { get; init; }

    /// <summary>Seal of a set of choices: what a form showed, so that a change meanwhile is seen.</summary>
    public static string SealOf(IEnumerable<BranchChoice> choices) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', choices.Select(c => $"{c.FrameworkCode}\t{c.Branch}\t{c.Indicator}").Order(StringComparer.Ordinal)))));
}
