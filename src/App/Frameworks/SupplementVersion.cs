using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>What a branch adds to a framework, as it was kept at one time: a version never changes, campaigns pin it.</summary>
public sealed class SupplementVersion
{
    public required FrameworkCode FrameworkCode { get; init; }

    public required string Branch { get; init; }

    /// <summary>From 1, counted by branch.</summary>
    public required int Version { get; init; }

    /// <summary>Null when the branch took everything back.</summary>
    public required string? Yaml { get; init; }

    /// <summary>SHA-256 of the text; null when there is none.</summary>
    public required string? Seal { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public static string? SealOf(string? yaml) => yaml is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
}

/// <summary>A version that a campaign pinned when it opened.</summary>
public sealed class PinnedSupplement
{
    public Guid CampaignId { get; init; }

    public required string Branch { get; init; }

    public required int Version { get; init; }
}
