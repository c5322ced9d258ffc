using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>Some dossiers of a campaign, by what is pinned of their bodies and by what they wait for. Null: all.</summary>
public sealed record SubmissionFilter
{
    public DossierSituation? Situation { get; init; }

    public string? Branch { get; init; }

    public string? Network { get; init; }

    public string? Region { get; init; }

    public SizeClass? Size { get; init; }

    /// <summary>Only those whose term is over without a signature.</summary>
    public bool IsLate { get; init; }

    /// <summary>By its bodies alone, whatever they wait for.</summary>
    public bool Holds(SubmissionLine line) =>
        Is(Branch, line.Branch) && Is(Network, line.Network) && Is(Region, line.Region) && (Size is not { } size || line.Size == size);

    public bool Matches(SubmissionLine line) =>
        Holds(line) && (!IsLate || line.Late) && (Situation is not { } situation || situation.IsOf(line.State, line.Blocks));

    private static bool Is(string? asked, string? value) => string.IsNullOrEmpty(asked) || asked == value;
}
