using Responsables.Domain.Organizations;

namespace Responsables.App.Consolidation;

/// <summary>The perimeter of a campaign, in the order of short names, and the dossier of each body.</summary>
public sealed class CampaignPerimeter : Perimeter
{
    private readonly Dictionary<OrganizationCode, Guid> submissions;

    public CampaignPerimeter(IReadOnlyList<(Place Place, Guid Submission)> places)
        : base(places.Select(p => p.Place).OrderBy(p => p.ShortName, StringComparer.CurrentCultureIgnoreCase))
    {
        submissions = places.ToDictionary(p => p.Place.Code, p => p.Submission);
        Root = places.Select(p => p.Place).First(p => p.Ancestors.Count == 0);
    }

    /// <summary>The federation, whose node is national.</summary>
    public Place Root { get; }

    public Guid? SubmissionOf(OrganizationCode code) => submissions.TryGetValue(code, out var submission) ? submission : null;
}
