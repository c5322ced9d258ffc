using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.Web.Evidence;

/// <summary>Where evidence is found.</summary>
internal static class EvidenceUrls
{
    public static string OfQuestion(Guid submission, VariableCode variable) => $"/dossiers/{submission}/questions/{variable}/pieces";

    public static string OfBody(OrganizationCode organization) => $"/organismes/{organization}/pieces";

    public static string File(Guid tie) => $"/pieces/{tie}/fichier";

    public static string Removal(Guid tie) => $"/pieces/{tie}/retrait";
}
