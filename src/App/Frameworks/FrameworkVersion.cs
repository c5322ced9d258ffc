using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>The text of a framework's version, as it was loaded; campaigns pin it.</summary>
public sealed class FrameworkVersion
{
    public required FrameworkCode Code { get; init; }

    public required int Version { get; init; }

    public required string Yaml { get; init; }

    /// <summary>SHA-256 of the text.</summary>
    public required string Seal { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public static FrameworkVersion Of(FrameworkCode code, int version, string yaml, DateTimeOffset at) => new()
    {
        Code = code,
        Version = version,
        Yaml = yaml,
        Seal = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml))),
        LoadedAt = at,
    };
}
